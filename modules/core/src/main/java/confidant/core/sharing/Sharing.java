package confidant.core.sharing;

import confidant.core.Desk;
import confidant.core.pool.Pools.Dropped;
import confidant.core.pool.Segment;
import confidant.model.Lang;
import confidant.model.PieceId;
import confidant.model.ShareId;
import confidant.store.LibraryStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The library, and pieces that go to segments. Whether a client opened a piece is not tracked. */
public final class Sharing {

    /** @param picture PNG, JPEG or WebP bytes, at most 200 KB; empty unless {@code type} is {@code picture} */
    public record NewPiece(
            String title, Lang lang, String type, String body, String url, byte[] picture, Instant expires) {}

    public Future<PieceId> add(Desk desk, NewPiece piece) {
        throw new UnsupportedOperationException();
    }

    public Future<List<LibraryStore.Piece>> pieces(Desk desk) {
        throw new UnsupportedOperationException();
    }

    /** Who would get it now, and why each other client of the segment would not. */
    public record Preview(int gets, List<Dropped> dropped) {}

    public Future<Preview> preview(Desk desk, PieceId piece, Segment segment) {
        throw new UnsupportedOperationException();
    }

    /** Sends it: durable when the future succeeds, sent in the background, once per client and piece ever. */
    public Future<ShareId> share(Desk desk, PieceId piece, Segment segment, String idempotencyKey) {
        throw new UnsupportedOperationException();
    }

    /** @param outcomes number of recipients by {@code queued}, {@code sent} or the rule that dropped them */
    public record Progress(PieceId piece, int total, Map<String, Integer> outcomes, boolean done) {}

    public Future<Progress> progress(Desk desk, ShareId share) {
        throw new UnsupportedOperationException();
    }

    /** Carries unfinished shares on, also those of a node that died. Repeatable. */
    public Future<Void> resume() {
        throw new UnsupportedOperationException();
    }
}
