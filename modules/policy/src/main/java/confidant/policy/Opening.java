package confidant.policy;

import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Precision;
import confidant.model.Purpose;
import java.time.Instant;

/**
 * The permission to open sealed values of one client for one purpose, until a time. Only a {@link Verdict.Permit} hands
 * one out, so a search for this type lists every place where personal words can appear. Never stored, never sent.
 */
public final class Opening {
    private final Actor actor;
    private final PoolId pool;
    private final ClientId client;
    private final Purpose purpose;
    private final Precision precision;
    private final Instant until;

    Opening(Actor actor, PoolId pool, ClientId client, Purpose purpose, Precision precision, Instant until) {
        this.actor = actor;
        this.pool = pool;
        this.client = client;
        this.purpose = purpose;
        this.precision = precision;
        this.until = until;
    }

    public Actor actor() {
        return actor;
    }

    public PoolId pool() {
        return pool;
    }

    public ClientId client() {
        return client;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** How sharply what is opened may be shown. */
    public Precision precision() {
        return precision;
    }

    /** The opening is void from this instant on. */
    public Instant until() {
        return until;
    }
}
