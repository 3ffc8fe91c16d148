package confidant.core.contact;

import confidant.core.House;
import confidant.core.audit.Auditing;
import confidant.core.audit.Notes;
import confidant.core.consent.Consents;
import confidant.core.consent.Papers;
import confidant.core.gate.Gate;
import confidant.core.people.Directory;
import confidant.core.reception.Reception.Defaults;

/** The room of contacts that were taken over: imports, who came by them, and what was said of their consents. */
public record Contacts(Imports imports, Newcomers newcomers, Evidence evidence) {

    /** The rooms beside this one. */
    public record Neighbours(
            Gate gate, Directory directory, Consents consents, Papers papers, Auditing auditing, Defaults defaults) {}

    public static Contacts of(House house, Neighbours at, Notes notes) {
        Taking taking = new Taking(house, at.gate.keys(), at.directory, at.consents, at.papers, at.defaults);
        return new Contacts(
                new Imports(house, at.gate, taking, notes),
                new Newcomers(house, at.gate, at.directory, notes),
                new Evidence(at.auditing, at.papers));
    }
}
