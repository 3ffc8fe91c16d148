package confidant.store;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Sealed;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Papers of a client, few and small: a legal hold, what they wish, a complaint, a hand-over. Each is rewritten whole under a
 * rising version. Those that somebody still has to see to lie open in the house, by kind.
 */
public interface PaperStore {

    /**
     * @param kind a fixed word of at most 30 lower-case letters and hyphens
     * @param id names the paper among its kind; nothing personal
     * @param version from 1, rising by one with every change
     * @param open whether it is on the house's list of its kind
     * @param content sealed; slot ({@code paper}/kind/id, version)
     */
    record Paper(
            PoolId pool,
            ClientId client,
            String kind,
            String id,
            long version,
            boolean open,
            Instant at,
            Sealed content) {}

    /**
     * Stores a paper if the stored version is {@code paper.version() - 1} (0 stands for none).
     *
     * @return false when another version is stored; nothing was changed. A repeat of what is stored is true
     */
    Future<Boolean> put(Paper paper);

    Future<Optional<Paper>> paper(PoolId pool, ClientId client, String kind, String id);

    /** All papers of one kind of a client, open or not, by id. */
    Future<List<Paper>> papers(PoolId pool, ClientId client, String kind);

    /** All open papers of one kind in the house, in no order. */
    Future<List<Paper>> open(String kind);
}
