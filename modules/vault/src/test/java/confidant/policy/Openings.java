package confidant.policy;

import confidant.model.Actor;
import confidant.model.Precision;
import confidant.model.Slot;
import java.time.Instant;

/** Openings for tests of the vault alone; in the house only a permit hands one out. */
public final class Openings {
    private Openings() {}

    public static Opening of(Slot slot, Precision precision, Instant until) {
        return new Opening(Actor.assistant(), slot.pool(), slot.client(), slot.purpose(), precision, until);
    }
}
