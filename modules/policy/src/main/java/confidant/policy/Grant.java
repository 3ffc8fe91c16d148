package confidant.policy;

import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Precision;

/**
 * Something that the rules let a role do with a class of data for a purpose, at best: under a valid consent, where the purpose
 * rests on one.
 *
 * @param precision the sharpest
 * @param anyPool whether also with clients of other pools than the actor's own
 */
public record Grant(Actor.Role role, Act act, DataClass what, Precision precision, String rule, boolean anyPool) {}
