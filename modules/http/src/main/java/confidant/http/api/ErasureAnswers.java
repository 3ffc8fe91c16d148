package confidant.http.api;

import confidant.core.erasure.Certificate;
import confidant.core.erasure.Erasures.Listed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far erasures have come. */
public final class ErasureAnswers {
    private ErasureAnswers() {}

    public record Erasure(
            String stage,
            Instant askedAt,
            @Nullable Instant stoppedAt,
            @Nullable Instant sealedAt,
            @Nullable Instant endedAt,
            Instant promised,
            boolean provable) {
        public static Erasure from(Certificate certificate) {
            return new Erasure(
                    certificate.stage().name().toLowerCase(Locale.ROOT),
                    certificate.asked(),
                    certificate.stopped().orElse(null),
                    certificate.sealed().orElse(null),
                    certificate.ended().orElse(null),
                    certificate.promised(),
                    certificate.provable());
        }
    }

    /** @param cause {@code asked} by the client, or {@code retention} */
    public record Row(String pseudonym, Erasure erasure, String cause) {
        static Row from(Listed one) {
            return new Row(
                    one.pseudonym(),
                    Erasure.from(one.certificate()),
                    one.certificate().timeOver() ? "retention" : "asked");
        }
    }

    /** @param total all, also those past the limit */
    public record Erasures(List<Row> erasures, int total) {
        public static Erasures from(List<Listed> all, int limit) {
            return new Erasures(all.stream().limit(limit).map(Row::from).toList(), all.size());
        }
    }
}
