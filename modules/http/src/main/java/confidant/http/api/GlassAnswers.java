package confidant.http.api;

import confidant.core.glass.LookReviews;
import confidant.core.glass.Looks;
import confidant.model.Personal;
import confidant.policy.Glass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks as the desk and the console show them. */
public final class GlassAnswers {
    private GlassAnswers() {}

    public record Why(String id, String title) {
        static Why from(Glass.Reason reason, Words words) {
            return new Why(reason.id(), reason.title().getOrDefault(words.lang(), reason.id()));
        }
    }

    private static String why(String id, Words words) {
        return words.policy()
                .glass()
                .reason(id)
                .map(reason -> Why.from(reason, words).title())
                .orElse(id);
    }

    /** @param secondsLeft by the clock of the house, as the page may have another */
    public record Look(
            String id,
            String dataClass,
            String classTitle,
            String purpose,
            String purposeTitle,
            String why,
            Instant begun,
            Instant ends,
            long secondsLeft,
            int readings) {
        public static Look from(confidant.store.GlassStore.Look look, Instant now, Words words) {
            return new Look(
                    look.id().toString(),
                    look.what().id(),
                    words.dataClass(look.what()),
                    look.purpose().id(),
                    words.purpose(look.purpose()),
                    look.reason(),
                    look.begun(),
                    look.ends(),
                    look.stands(now) ? Duration.between(now, look.ends()).toSeconds() : 0,
                    look.readings());
        }
    }

    public record Desk(long minutes, int day, int left, List<Why> whys, List<Look> looks) {
        public static Desk from(Looks.View view, Instant now, Words words) {
            return new Desk(
                    view.rules().lasts().toMinutes(),
                    view.rules().day(),
                    view.left(),
                    view.rules().all().stream().map(one -> Why.from(one, words)).toList(),
                    view.standing().stream()
                            .map(look -> Look.from(look, now, words))
                            .toList());
        }
    }

    public record Exact(String tagId, String kind, String kindTitle, String value) {
        static Exact from(Looks.Exact tag, Words words) {
            return new Exact(
                    tag.tag().toString(),
                    tag.kind(),
                    words.kind(tag.kind()),
                    words.value(tag.kind(), tag.value().reveal()));
        }
    }

    public record Seen(Look look, List<Exact> tags) {
        public static Seen from(Looks.Seen seen, Instant now, Words words) {
            return new Seen(
                    Look.from(seen.look(), now, words),
                    seen.tags().stream().map(tag -> Exact.from(tag, words)).toList());
        }
    }

    /** @param verdict null while nobody has reviewed it */
    public record Review(
            String id,
            String pseudonym,
            String concierge,
            String dataClass,
            String classTitle,
            String purpose,
            String purposeTitle,
            String why,
            String whyTitle,
            Instant begun,
            Instant ends,
            @Nullable Instant ended,
            @Nullable String endedWhy,
            boolean stands,
            int readings,
            boolean statement,
            @Nullable String verdict,
            @Nullable Instant reviewedAt,
            @Nullable String officer) {
        public static Review from(LookReviews.Row row, Words words) {
            var look = row.look();
            return new Review(
                    row.id(),
                    row.pseudonym(),
                    look.concierge().toString(),
                    look.what().id(),
                    words.dataClass(look.what()),
                    look.purpose().id(),
                    words.purpose(look.purpose()),
                    look.reason(),
                    GlassAnswers.why(look.reason(), words),
                    look.begun(),
                    look.ends(),
                    look.ended().orElse(null),
                    look.why().isEmpty() ? null : look.why(),
                    row.stands(),
                    look.readings(),
                    look.words().isPresent(),
                    look.review()
                            .map(one -> one.justified() ? "justified" : "not-justified")
                            .orElse(null),
                    look.review().map(one -> one.at()).orElse(null),
                    look.review().map(one -> one.officer().toString()).orElse(null));
        }
    }

    /** @param open how many nobody has reviewed; {@code total} counts all, also those past the limit */
    public record Audit(List<Review> reviews, int open, int total) {
        public static Audit from(List<LookReviews.Row> rows, int limit, Words words) {
            int open = (int)
                    rows.stream().filter(row -> row.look().review().isEmpty()).count();
            return new Audit(
                    rows.stream()
                            .limit(limit)
                            .map(row -> Review.from(row, words))
                            .toList(),
                    open,
                    rows.size());
        }
    }

    public record Statement(@Nullable String text) {
        public static Statement from(Optional<Personal<String>> words) {
            return new Statement(words.map(Personal::reveal).orElse(null));
        }
    }
}
