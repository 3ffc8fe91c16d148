package confidant.store;

import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.Lang;
import confidant.model.PieceId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.ShareId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The library of content, which is the house's own, and the progress of shares. */
public interface LibraryStore {

    /**
     * @param type {@code text}, {@code link} or {@code picture}
     * @param url for links; empty otherwise
     * @param picture PNG, JPEG or WebP bytes for pictures; empty otherwise
     */
    record Piece(
            PieceId id,
            PoolId pool,
            String title,
            Lang lang,
            String type,
            String body,
            String url,
            byte[] picture,
            Instant at,
            Instant expires) {}

    Future<Void> put(Piece piece);

    Future<List<Piece>> pieces(PoolId pool);

    Future<Optional<Piece>> piece(PoolId pool, PieceId id);

    /** @param total number of recipients */
    record Share(
            ShareId id,
            PoolId pool,
            PieceId piece,
            Purpose purpose,
            ConciergeId by,
            Instant at,
            int total,
            boolean done) {}

    /** Stores a share with its recipients; the share is visible only when all of them are stored. Repeatable. */
    Future<Void> putShare(Share share, List<ClientId> recipients);

    Future<Optional<Share>> share(PoolId pool, ShareId id);

    /** Shares of any pool that are not done. */
    Future<List<Share>> unfinished();

    /** Recipients that have no outcome yet. */
    Future<List<ClientId>> open(ShareId id);

    /** Notes what became of one recipient: {@code sent} or the id of the rule that dropped it. Repeatable. */
    Future<Void> outcome(ShareId id, ClientId client, String outcome);

    /** Number of recipients by outcome; those without one under {@code queued}. */
    Future<Map<String, Integer>> outcomes(ShareId id);

    Future<Void> done(PoolId pool, ShareId id);
}
