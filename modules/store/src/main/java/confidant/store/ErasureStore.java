package confidant.store;

import confidant.model.ClientId;
import confidant.model.PoolId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Erasures and how far each has come. Kept with the keys, because what was erased must stay so when older data are put
 * back. Holds ids and times only.
 */
public interface ErasureStore {

    /** How far an erasure has come; it only ever goes on. */
    enum Stage {
        /** Begun; nothing may be relied on yet. */
        BEGUN,
        /** No node opens anything any more. */
        STOPPED,
        /** The ring holds none of its keys. */
        SEALED,
        /** No copy of the keys opens anything, from the promised date on. */
        FINAL
    }

    /**
     * One erasure; of a client, or, with {@link #EVERYBODY} as client, of all keys of a pool that withdrawals ended.
     *
     * @param by role of who asked, a fixed word
     * @param begun when it was asked for
     * @param stopped see {@link Stage#STOPPED}; the same goes for {@code sealed}
     * @param epoch of the root when the ring was sealed; it and those before have to be destroyed
     * @param ended when the epoch was destroyed
     * @param promised from when on not even a backup of the root's keeper opens it
     * @param provable whether the keeper can be relied on for that
     */
    record Erasure(
            PoolId pool,
            ClientId client,
            Stage stage,
            String by,
            Instant begun,
            Optional<Instant> stopped,
            Optional<Instant> sealed,
            OptionalInt epoch,
            Optional<Instant> ended,
            Optional<Instant> promised,
            boolean provable) {}

    /** Stands for all whose single purposes ended in a pool. */
    ClientId EVERYBODY = new ClientId(new java.util.UUID(0, 0));

    /** @return the erasure now stored for the client: the caller's, or the one that was there first */
    Future<Erasure> begin(Erasure erasure);

    Future<Optional<Erasure>> erasure(PoolId pool, ClientId client);

    /**
     * Stores how far it has come, if the stored stage is {@code before}.
     *
     * @return false when another stage is stored; nothing was changed
     */
    Future<Boolean> move(Stage before, Erasure next);

    /** Erasures of the house that are not final. */
    Future<List<Erasure>> open();

    /** All erasures of clients of a pool, in slices. */
    Future<Void> erasures(PoolId pool, Slices<Erasure> slices);
}
