package confidant.store;

import confidant.model.ClientId;
import confidant.model.ImportId;
import confidant.model.PoolId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Imports of contacts as numbers, and which clients came by them. The files themselves are never stored. */
public interface ImportStore {

    /** How far an import is. */
    enum State {
        RUNNING,
        DONE,
        /** It ended before its end; the same file may be taken again. */
        BROKEN
    }

    /**
     * One import.
     *
     * @param touched when the row was last written
     * @param total rows of the file, {@code done} of which were looked at
     * @param fresh who became clients, {@code known} who were, {@code erased} who were erased before
     * @param faulty rows that could not be read
     */
    record Progress(
            PoolId pool,
            ImportId id,
            Instant at,
            Instant touched,
            State state,
            int total,
            int done,
            int fresh,
            int known,
            int erased,
            int faulty) {}

    /** Stores an import over what was there of it. */
    Future<Void> put(Progress progress);

    Future<Optional<Progress>> progress(PoolId pool, ImportId id);

    /** All imports of a pool, in no order. */
    Future<List<Progress>> all(PoolId pool);

    /**
     * A client who came by an import.
     *
     * @param whole false while the client is not yet made to the end
     */
    record Newcomer(PoolId pool, ClientId client, ImportId by, Instant at, boolean whole) {}

    /** Notes a newcomer over what was there of them. */
    Future<Void> came(Newcomer newcomer);

    Future<Optional<Newcomer>> newcomer(PoolId pool, ClientId client);

    /** All newcomers of a pool. */
    Future<Void> newcomers(PoolId pool, Slices<Newcomer> slices);

    /** Forgets that a client came so. Repeatable. */
    Future<Void> forget(PoolId pool, ClientId client);
}
