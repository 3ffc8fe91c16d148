package confidant.http.api;

import confidant.core.conversation.OldMessages;
import confidant.core.tagging.Retention;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What will be taken away, why and when; never what it says. */
public final class RetentionAnswers {
    private RetentionAnswers() {}

    public record Row(
            String pseudonym,
            String purpose,
            String purposeTitle,
            String dataClass,
            String classTitle,
            String rule,
            String ruleTitle,
            String cause,
            long keptDays,
            Instant due,
            int count,
            String state) {
        static Row from(Retention.Line line, Words words) {
            return new Row(
                    line.pseudonym(),
                    line.purpose().id(),
                    words.purpose(line.purpose()),
                    line.dataClass().id(),
                    words.dataClass(line.dataClass()),
                    line.rule(),
                    words.rule(line.rule()),
                    line.own() ? "own" : "class",
                    line.keep().toDays(),
                    line.due(),
                    line.count(),
                    Words.word(line.state()));
        }
    }

    /** The beginning of one conversation: how much of it, and when. */
    public record Talk(
            String pseudonym,
            String rule,
            String ruleTitle,
            long keptDays,
            Instant due,
            int count,
            boolean more,
            String state) {
        static Talk from(OldMessages.Line line, Words words) {
            return new Talk(
                    line.pseudonym(),
                    line.rule(),
                    words.rule(line.rule()),
                    line.keep().toDays(),
                    line.due(),
                    line.count(),
                    line.more(),
                    Words.word(line.state()));
        }
    }

    public record Talks(
            List<Talk> rows, int looked, @Nullable String next) {
        public static Talks from(OldMessages.Lines page, Words words) {
            return new Talks(
                    page.lines().stream().map(line -> Talk.from(line, words)).toList(),
                    page.looked(),
                    DeskAnswers.cursor(page.next()));
        }
    }

    public record Rows(List<Row> rows, @Nullable String next) {
        public static Rows from(Retention.Lines page, Words words) {
            return new Rows(
                    page.lines().stream().map(line -> Row.from(line, words)).toList(), DeskAnswers.cursor(page.next()));
        }
    }
}
