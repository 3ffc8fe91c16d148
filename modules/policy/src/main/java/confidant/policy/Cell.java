package confidant.policy;

import confidant.model.Actor;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Purpose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One cell of the golden tables: a {@link Case} with the state of consent spelled out, as it stands in the books. */
record Cell(Actor.Role role, Act act, DataClass what, Purpose purpose, boolean ownPool, ConsentStatus consent) {

    /** Every cell there is: each role, act, class, purpose, pool and state of consent, served or not. */
    static List<Cell> all(PolicySet policies) {
        return all(policies.facts().classes().keySet(), policies.purposeIds());
    }

    static List<Cell> all(Collection<DataClass> classes, Collection<Purpose> purposes) {
        List<Cell> all = new ArrayList<>();
        for (DataClass what : classes) {
            for (Purpose purpose : purposes) {
                for (Actor.Role role : Actor.Role.values()) {
                    for (Act act : Act.values()) {
                        all.addAll(states(role, act, what, purpose, true));
                        all.addAll(states(role, act, what, purpose, false));
                    }
                }
            }
        }
        return all;
    }

    private static List<Cell> states(Actor.Role role, Act act, DataClass what, Purpose purpose, boolean own) {
        List<Cell> states = new ArrayList<>();
        for (ConsentStatus status : ConsentStatus.values()) {
            states.add(new Cell(role, act, what, purpose, own, status));
        }
        return states;
    }

    Cell with(ConsentStatus status) {
        return new Cell(role, act, what, purpose, ownPool, status);
    }
}
