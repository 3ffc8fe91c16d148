package confidant.policy;

import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Purpose;

/**
 * All that a decision depends on; the same for thousands of clients.
 *
 * @param consented whether consent is valid; always false for purposes on another basis
 */
record Case(Actor.Role role, Act act, DataClass what, Purpose purpose, boolean ownPool, boolean consented) {

    Case withConsent() {
        return new Case(role, act, what, purpose, ownPool, true);
    }
}
