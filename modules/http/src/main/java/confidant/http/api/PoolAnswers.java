package confidant.http.api;

import confidant.core.pool.Pools;
import confidant.core.sharing.Sharing;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.LibraryStore;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Segments, the library and shares. */
public final class PoolAnswers {
    /** Outcomes of a share that are not rules. */
    private static final Set<String> STEPS = Set.of("queued", "sent", "failed");

    private PoolAnswers() {}

    public record SegmentCount(int before, int after, List<Words.Reason> refused, long micros) {
        public static SegmentCount from(Pools.Count count, Purpose purpose, long micros, Words words) {
            return new SegmentCount(
                    count.before(),
                    count.after(),
                    count.refused().stream()
                            .map(dropped -> words.reason(dropped, purpose))
                            .toList(),
                    micros);
        }
    }

    public record SegmentRow(String clientId, @Nullable String name, String channel) {
        static SegmentRow from(Pools.Row row) {
            return new SegmentRow(
                    row.client().toString(),
                    row.name().map(Personal::reveal).orElse(null),
                    row.channel().word());
        }
    }

    public record SegmentPage(
            List<SegmentRow> rows, @Nullable String next) {
        public static SegmentPage from(Pools.Rows rows) {
            return new SegmentPage(
                    rows.rows().stream().map(SegmentRow::from).toList(), DeskAnswers.cursor(rows.next()));
        }
    }

    public record Piece(
            String id,
            String title,
            String language,
            String type,
            String body,
            @Nullable String url,
            @Nullable String pictureDataUrl,
            Instant expires,
            Instant createdAt) {
        public static Piece from(LibraryStore.Piece piece) {
            return new Piece(
                    piece.id().toString(),
                    piece.title(),
                    piece.lang().tag(),
                    piece.type(),
                    piece.body(),
                    piece.url().isEmpty() ? null : piece.url(),
                    dataUrl(piece.picture()),
                    piece.expires(),
                    piece.at());
        }
    }

    static @Nullable String dataUrl(byte[] picture) {
        if (picture.length == 0) {
            return null;
        }
        String format = picture[0] == 'R' ? "webp" : picture[0] == (byte) 0xff ? "jpeg" : "png";
        return "data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(picture);
    }

    public record Pieces(List<Piece> pieces) {
        public static Pieces from(List<LibraryStore.Piece> pieces) {
            return new Pieces(pieces.stream().map(Piece::from).toList());
        }
    }

    public record SharePreview(int gets, List<Words.Reason> dropped) {
        public static SharePreview from(Sharing.Preview preview, Purpose purpose, Words words) {
            return new SharePreview(
                    preview.gets(),
                    preview.dropped().stream()
                            .map(dropped -> words.reason(dropped, purpose))
                            .toList());
        }
    }

    public record ShareStarted(String shareId) {}

    public record ShareProgress(
            String shareId,
            String pieceId,
            boolean done,
            int queued,
            int sent,
            int failed,
            List<Words.Reason> dropped) {
        public static ShareProgress from(String id, Sharing.Progress progress, Words words) {
            Map<String, Integer> outcomes = progress.outcomes();
            return new ShareProgress(
                    id,
                    progress.piece().toString(),
                    progress.done(),
                    outcomes.getOrDefault("queued", 0),
                    outcomes.getOrDefault("sent", 0),
                    outcomes.getOrDefault("failed", 0),
                    outcomes.entrySet().stream()
                            .filter(outcome -> !STEPS.contains(outcome.getKey()))
                            .map(outcome -> dropped(outcome.getKey(), outcome.getValue(), words))
                            .toList());
        }

        private static Words.Reason dropped(String rule, int count, Words words) {
            Words.Reason reason = words.reason(rule, "none", Optional.empty());
            return new Words.Reason(reason.rule(), reason.reason(), null, reason.remedyAction(), count);
        }
    }
}
