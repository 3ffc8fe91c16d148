package confidant.http.api;

import confidant.core.audit.Conduct;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands out in how concierges looked at their clients. */
public final class ConductAnswers {
    private ConductAnswers() {}

    public record Row(
            String concierge,
            String day,
            int clients,
            int reads,
            int busiest,
            int silent,
            int night,
            int stopped,
            int glass) {
        static Row from(Conduct.Row row) {
            return new Row(
                    row.concierge(),
                    row.day().toString(),
                    row.clients(),
                    row.reads(),
                    row.busiest(),
                    row.silent(),
                    row.night(),
                    row.stopped(),
                    row.glass());
        }
    }

    public record Part(
            Instant from,
            Instant to,
            List<Row> rows,
            long entries,
            @Nullable String next) {
        public static Part from(Instant from, Instant to, Conduct.Part part) {
            return new Part(
                    from,
                    to,
                    part.rows().stream().map(Row::from).toList(),
                    part.entries(),
                    DeskAnswers.cursor(part.next()));
        }
    }
}
