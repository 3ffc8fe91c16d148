package confidant.http.api;

import confidant.core.silence.Silence;
import confidant.core.silence.SilentClients;
import confidant.model.DataClass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has been silent for long, and when they are let go; never who they are. */
public final class SilenceAnswers {
    private SilenceAnswers() {}

    public record Kind(String id, String title) {
        static Kind from(DataClass what, Words words) {
            return new Kind(what.id(), words.dataClass(what));
        }
    }

    /** @param due when they are let go at the earliest; null while a consent stands that has no end */
    public record Client(
            String pseudonym,
            List<Kind> classes,
            String rule,
            String ruleTitle,
            long keptDays,
            Instant since,
            String sign,
            Instant over,
            @Nullable Instant due,
            List<String> keptBy) {
        static Client from(SilentClients.Line line, Words words) {
            Silence silence = line.silence();
            return new Client(
                    line.pseudonym(),
                    line.what().stream().map(what -> Kind.from(what, words)).toList(),
                    line.rule(),
                    words.rule(line.rule()),
                    silence.keep().toDays(),
                    silence.since(),
                    Words.word(silence.sign()),
                    silence.over(),
                    silence.due().orElse(null),
                    line.keepers().stream().map(Words::word).toList());
        }
    }

    public record Clients(
            List<Client> rows, int looked, @Nullable String next) {
        public static Clients from(SilentClients.Lines page, Words words) {
            return new Clients(
                    page.lines().stream().map(line -> Client.from(line, words)).toList(),
                    page.looked(),
                    DeskAnswers.cursor(page.next()));
        }
    }

    /** What the concierge sees beforehand. */
    public record LetGo(Instant silentSince, @Nullable Instant at) {
        static LetGo from(Silence silence) {
            return new LetGo(silence.since(), silence.due().orElse(null));
        }
    }
}
