package confidant.store;

import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.PoolId;
import io.vertx.core.Future;
import java.util.List;

/** The histories of consent; steps are added and never changed. */
public interface ConsentStore {

    /**
     * Adds a step if its number is the next one of its (client, purpose).
     *
     * @return false when that number is taken: somebody else was faster; read the history again
     */
    Future<Boolean> append(PoolId pool, ConsentEvent event);

    /** All steps of one client, by purpose and rising number. */
    Future<List<ConsentEvent>> history(PoolId pool, ClientId client);

    /** All steps of a pool. */
    Future<Void> histories(PoolId pool, Slices<ConsentEvent> slices);
}
