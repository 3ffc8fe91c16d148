package confidant.http.api;

import confidant.core.audit.ConsentReport;
import confidant.core.consent.ConsentBook.Standing;
import confidant.model.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How consents stood, and which end soon. */
public final class ConsentReportAnswers {
    private ConsentReportAnswers() {}

    public record Stood(
            String purpose,
            String title,
            String status,
            @Nullable Instant since,
            @Nullable Instant until) {}

    public record Standings(String pseudonym, Instant at, List<Stood> standings) {
        public static Standings from(String pseudonym, Instant at, Map<Purpose, Standing> standings, Words words) {
            return new Standings(
                    pseudonym,
                    at,
                    standings.entrySet().stream()
                            .map(e -> new Stood(
                                    e.getKey().id(),
                                    words.purpose(e.getKey()),
                                    Words.word(e.getValue().status()),
                                    e.getValue().since().orElse(null),
                                    e.getValue().until().orElse(null)))
                            .sorted((a, b) -> a.purpose().compareTo(b.purpose()))
                            .toList());
        }
    }

    public record Ending(String pseudonym, String purpose, String title, Instant until) {}

    public record Endings(List<Ending> rows, @Nullable String next) {
        public static Endings from(ConsentReport.Endings page, Words words) {
            return new Endings(
                    page.rows().stream()
                            .map(one -> new Ending(
                                    one.pseudonym(), one.purpose().id(), words.purpose(one.purpose()), one.until()))
                            .toList(),
                    DeskAnswers.cursor(page.next()));
        }
    }
}
