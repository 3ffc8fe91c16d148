package confidant.http;

import confidant.core.NotFound;
import confidant.core.Rooms;
import confidant.core.pool.Segment;
import confidant.http.api.Asked;
import confidant.http.api.NewPiece;
import confidant.http.api.PoolAnswers;
import confidant.model.PieceId;
import confidant.model.ShareId;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/** Questions to a pool, the library, and shares. */
final class PoolRoutes {
    private final Rooms rooms;

    PoolRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, Act> acts() {
        return Map.of(
                "countSegment", this::count,
                "pageSegment", this::page,
                "listPieces", this::pieces,
                "addPiece", this::add,
                "previewShare", this::preview,
                "startShare", this::share,
                "getShare", this::progress);
    }

    private Future<Reply> count(Call call) {
        Segment segment = checked(call, call.body(Asked.SegmentQuestion.class).segment());
        long start = System.nanoTime();
        return rooms.pools()
                .count(call.desk(), segment)
                .map(count -> Reply.ok(PoolAnswers.SegmentCount.from(
                        count, segment.purpose(), (System.nanoTime() - start) / 1000, call.words())));
    }

    private static Segment checked(Call call, Segment segment) {
        call.purpose(segment.purpose().id());
        return segment;
    }

    private Future<Reply> page(Call call) {
        Asked.SegmentPageQuestion asked = call.body(Asked.SegmentPageQuestion.class);
        Segment segment = checked(call, asked.segment());
        String cursor = Optional.ofNullable(asked.cursor()).orElse("");
        int limit = Optional.ofNullable(asked.limit()).orElse(50);
        return rooms.pools()
                .page(call.desk(), segment, cursor, limit)
                .map(rows -> Reply.ok(PoolAnswers.SegmentPage.from(rows)));
    }

    private Future<Reply> pieces(Call call) {
        return rooms.sharing().pieces(call.desk()).map(pieces -> Reply.ok(PoolAnswers.Pieces.from(pieces)));
    }

    private Future<Reply> add(Call call) {
        return rooms.sharing()
                .add(call.desk(), call.body(NewPiece.class).to())
                .compose(id -> rooms.sharing()
                        .pieces(call.desk())
                        .map(pieces -> pieces.stream()
                                .filter(piece -> piece.id().equals(id))
                                .findFirst()
                                .map(piece -> Reply.json(201, PoolAnswers.Piece.from(piece)))
                                .orElseThrow(() -> new NotFound("piece"))));
    }

    private Future<Reply> preview(Call call) {
        Asked.ShareQuestion asked = call.body(Asked.ShareQuestion.class);
        Segment segment = checked(call, asked.segment());
        return rooms.sharing()
                .preview(call.desk(), piece(asked.pieceId()), segment)
                .map(preview -> Reply.ok(PoolAnswers.SharePreview.from(preview, segment.purpose(), call.words())));
    }

    private Future<Reply> share(Call call) {
        Asked.NewShare asked = call.body(Asked.NewShare.class);
        Segment segment = checked(call, asked.segment());
        return rooms.sharing()
                .share(call.desk(), piece(asked.pieceId()), segment, asked.idempotencyKey())
                .map(id -> Reply.json(202, new PoolAnswers.ShareStarted(id.toString())));
    }

    private static PieceId piece(String id) {
        return Call.known(id, PieceId::parse, "piece");
    }

    private Future<Reply> progress(Call call) {
        ShareId share = call.id("shareId", ShareId::parse, "share");
        return rooms.sharing()
                .progress(call.desk(), share)
                .map(progress -> Reply.ok(PoolAnswers.ShareProgress.from(share.toString(), progress, call.words())));
    }
}
