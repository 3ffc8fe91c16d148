package confidant.http.api;

import confidant.core.audit.SendCheck;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends without a valid consent, and what was looked through. */
public final class SendCheckAnswers {
    private SendCheckAnswers() {}

    public record Row(
            long index,
            Instant at,
            String pseudonym,
            String purpose,
            String title,
            String rule,
            String ruleTitle,
            String status,
            @Nullable Instant since,
            boolean stopped) {
        static Row from(SendCheck.Row row, Words words) {
            return new Row(
                    row.index(),
                    row.at(),
                    row.pseudonym(),
                    row.purpose().id(),
                    words.purpose(row.purpose()),
                    row.rule(),
                    words.rule(row.rule()),
                    Words.word(row.status()),
                    row.since().orElse(null),
                    row.stopped());
        }
    }

    public record Part(
            Instant from,
            Instant to,
            List<Row> rows,
            long entries,
            int sends,
            int unjudged,
            @Nullable Instant reached,
            @Nullable String next) {
        public static Part from(Instant from, Instant to, SendCheck.Part part, Words words) {
            return new Part(
                    from,
                    to,
                    part.rows().stream().map(row -> Row.from(row, words)).toList(),
                    part.entries(),
                    part.sends(),
                    part.unjudged(),
                    part.reached().orElse(null),
                    DeskAnswers.cursor(part.next()));
        }
    }
}
