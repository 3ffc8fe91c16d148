package confidant.core;

import confidant.core.assist.Assisting;
import confidant.core.audit.Auditing;
import confidant.core.audit.ConsentReport;
import confidant.core.consent.Consents;
import confidant.core.consent.Holds;
import confidant.core.conversation.Conversations;
import confidant.core.erasure.Erasures;
import confidant.core.greeting.Greetings;
import confidant.core.handover.Handovers;
import confidant.core.people.Wishes;
import confidant.core.pool.Pools;
import confidant.core.privacy.Archives;
import confidant.core.privacy.Complaints;
import confidant.core.privacy.PrivacyDesk;
import confidant.core.privacy.Signals;
import confidant.core.reception.Reception;
import confidant.core.rules.Releases;
import confidant.core.session.Passkeys;
import confidant.core.session.Recovery;
import confidant.core.session.Sessions;
import confidant.core.sharing.Sharing;
import confidant.core.tagging.Retention;
import confidant.core.tagging.Tagging;
import confidant.policy.PolicyEngine;
import confidant.store.HouseStore;

/** All rooms of one house, wired; what the edges are handed. */
public record Rooms(
        HouseStore staff,
        PolicyEngine policy,
        Sessions sessions,
        Passkeys passkeys,
        Recovery recovery,
        Consents consents,
        Holds holds,
        Reception reception,
        Conversations conversations,
        Assisting assisting,
        Tagging tagging,
        Pools pools,
        Sharing sharing,
        Greetings greetings,
        PrivacyDesk privacy,
        Signals signals,
        Archives archives,
        Wishes wishes,
        Complaints complaints,
        Auditing auditing,
        Erasures erasures,
        Releases releases,
        Retention retention,
        ConsentReport consentReport,
        Handovers handovers) {}
