package confidant.http.api;

import confidant.core.privacy.PrivacyDesk;
import confidant.core.tagging.Tagging.Shown;
import confidant.model.ConsentEvent;
import confidant.model.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The client's letter and receipts. */
public final class PrivacyAnswers {
    private PrivacyAnswers() {}

    public record PrivacySession(String csrf, String lang) {}

    public record Receipt(
            String id,
            String purpose,
            String title,
            String status,
            Instant at,
            @Nullable Instant until,
            String method,
            String noticeSha256) {
        public static Receipt from(PrivacyDesk.Receipt receipt, Words words) {
            ConsentEvent event = receipt.event();
            return new Receipt(
                    receipt.id(),
                    event.purpose().id(),
                    words.purpose(event.purpose()),
                    Words.word(event.status()),
                    event.at(),
                    event.until().orElse(null),
                    event.method(),
                    event.noticeHash());
        }
    }

    public record KnownTag(
            String id,
            String kindTitle,
            String value,
            Instant since,
            @Nullable Instant until,
            String source,
            @Nullable Long evidenceSeq) {
        static KnownTag from(Shown tag, Words words) {
            return new KnownTag(
                    tag.id().toString(),
                    words.kind(tag.kind()),
                    tag.value()
                            .map(Personal::reveal)
                            .map(v -> words.value(tag.kind(), v))
                            .orElse(""),
                    tag.since(),
                    tag.until().orElse(null),
                    tag.source(),
                    tag.evidence() > 0 ? tag.evidence() : null);
        }
    }

    public record Part(
            String purpose,
            String title,
            String why,
            String basis,
            String status,
            @Nullable Instant since,
            @Nullable Instant until,
            boolean unreadable,
            @Nullable Instant finalBy,
            List<KnownTag> tags) {
        static Part from(PrivacyDesk.Part part, Function<Instant, Optional<Instant>> finalBy, Words words) {
            var purpose = part.purpose().purpose();
            return new Part(
                    purpose.id(),
                    words.purpose(purpose),
                    words.why(purpose),
                    Words.word(part.purpose().basis()),
                    Words.word(part.status()),
                    part.since().orElse(null),
                    part.until().orElse(null),
                    part.unreadable(),
                    part.unreadable() ? part.since().flatMap(finalBy).orElse(null) : null,
                    part.tags().stream().map(tag -> KnownTag.from(tag, words)).toList());
        }
    }

    public record Look(Instant at, String who, String purpose, String rule, String precision, int count) {
        static Look from(PrivacyDesk.Look look, Words words) {
            return new Look(
                    look.at(), look.who(), look.purpose(), words.rule(look.rule()), look.precision(), look.count());
        }
    }

    public record Letter(
            String concierge,
            String house,
            String lang,
            String csrf,
            List<Part> purposes,
            List<Look> reads,
            List<Receipt> receipts) {
        /** @param finalBy by when what ended at an instant is final, backups included */
        public static Letter from(
                PrivacyDesk.Letter letter,
                String house,
                String csrf,
                Function<Instant, Optional<Instant>> finalBy,
                Words words) {
            return new Letter(
                    letter.concierge(),
                    house,
                    letter.lang().tag(),
                    csrf,
                    letter.parts().stream()
                            .map(part -> Part.from(part, finalBy, words))
                            .toList(),
                    letter.looks().stream().map(look -> Look.from(look, words)).toList(),
                    letter.receipts().stream()
                            .map(receipt -> Receipt.from(receipt, words))
                            .toList());
        }
    }

    public record Removed(String id) {}
}
