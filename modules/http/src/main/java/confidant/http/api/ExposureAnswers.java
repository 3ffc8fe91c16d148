package confidant.http.api;

import confidant.core.audit.Exposure;
import confidant.model.DataClass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose data somebody saw. */
public final class ExposureAnswers {
    private ExposureAnswers() {}

    public record Row(
            @Nullable String pseudonym,
            List<String> classes,
            List<String> titles,
            String sharpest,
            long times,
            Instant first,
            Instant last) {
        static Row from(Exposure.Row row, Words words) {
            return new Row(
                    row.pseudonym().isEmpty() ? null : row.pseudonym(),
                    row.classes(),
                    row.classes().stream()
                            .map(one -> words.dataClass(new DataClass(one)))
                            .toList(),
                    Words.word(row.sharpest()),
                    row.times(),
                    row.first(),
                    row.last());
        }
    }

    public record Part(
            Instant from,
            Instant to,
            List<Row> rows,
            long entries,
            @Nullable Instant reached,
            @Nullable String next) {
        public static Part from(Instant from, Instant to, Exposure.Part part, Words words) {
            return new Part(
                    from,
                    to,
                    part.rows().stream().map(row -> Row.from(row, words)).toList(),
                    part.entries(),
                    part.reached().orElse(null),
                    DeskAnswers.cursor(part.next()));
        }
    }
}
