package confidant.store;

import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.PoolId;
import confidant.model.Purpose;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** The histories of consent; steps are added and never changed. */
public interface ConsentStore {

    /**
     * Adds a step if its number is the next one of its (client, purpose).
     *
     * @return false when that number is taken: somebody else was faster; read the history again
     */
    Future<Boolean> append(PoolId pool, ConsentEvent event);

    /** How long an ending is listed at least. */
    Duration ENDINGS_KEPT = Duration.ofDays(1);

    /** That step number {@code seq} of a (client, purpose) is none under which the purpose may be served. */
    record Ending(ClientId client, Purpose purpose, long seq) {}

    /**
     * The latest endings of a pool, those of first steps left out, so that a node can follow what others took. An ending is
     * listed no later than its step is stored, and for {@link #ENDINGS_KEPT} at least; where a writer died in between, it is
     * listed for a step that never comes.
     */
    Future<List<Ending>> endings(PoolId pool);

    /** All steps of one client, by purpose and rising number. */
    Future<List<ConsentEvent>> history(PoolId pool, ClientId client);

    /** All steps of a pool. */
    Future<Void> histories(PoolId pool, Slices<ConsentEvent> slices);
}
