package confidant.core;

import confidant.model.Actor;
import confidant.model.ConciergeId;
import confidant.model.PoolId;

/** A signed-in concierge and the pool that is theirs; made only from a session. */
public record Desk(ConciergeId concierge, PoolId pool) {
    public Actor actor() {
        return Actor.of(concierge);
    }
}
