package confidant.http.api;

import confidant.core.contact.Evidence.Said;
import confidant.core.contact.Fault;
import confidant.model.Personal;
import confidant.store.ImportStore.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Imports of contacts, and who came by them. */
public final class ImportAnswers {
    private ImportAnswers() {}

    public record Line(int line, @Nullable String column, String reason) {
        static Line from(Fault fault) {
            return new Line(fault.line(), DeskAnswers.cursor(fault.column()), fault.reason());
        }
    }

    public record Trial(
            @Nullable String problem,
            int total,
            int fresh,
            int known,
            int erased,
            int faulty,
            int room,
            List<Line> lines) {
        public static Trial from(confidant.core.contact.Imports.Trial trial) {
            return new Trial(
                    DeskAnswers.cursor(trial.problem()),
                    trial.total(),
                    trial.fresh(),
                    trial.known(),
                    trial.erased(),
                    trial.lines().size() - trial.erased(),
                    trial.room(),
                    trial.lines().stream().map(Line::from).toList());
        }
    }

    public record Import(
            String importId,
            Instant at,
            String state,
            int total,
            int done,
            int fresh,
            int known,
            int erased,
            int faulty) {
        public static Import from(Progress one) {
            return new Import(
                    one.id().toString(),
                    one.at(),
                    one.state().name().toLowerCase(Locale.ROOT),
                    one.total(),
                    one.done(),
                    one.fresh(),
                    one.known(),
                    one.erased(),
                    one.faulty());
        }
    }

    public record Imports(List<Import> imports) {
        public static Imports from(List<Progress> all) {
            return new Imports(all.stream().map(Import::from).toList());
        }
    }

    public record Newcomer(
            String clientId, @Nullable String name, String channel, String lang, Instant at, boolean talking) {
        static Newcomer from(confidant.core.contact.Newcomers.Row row) {
            return new Newcomer(
                    row.client().toString(),
                    row.name().map(Personal::reveal).orElse(null),
                    row.channel().word(),
                    row.lang().tag(),
                    row.at(),
                    row.talking());
        }
    }

    public record Newcomers(
            List<Newcomer> clients, int total, @Nullable String next) {
        public static Newcomers from(confidant.core.contact.Newcomers.Page page) {
            return new Newcomers(
                    page.rows().stream().map(Newcomer::from).toList(), page.total(), DeskAnswers.cursor(page.next()));
        }
    }

    public record Paper(String purpose, String agreedAt, String words, String at) {}

    public record Evidence(List<Paper> papers) {
        public static Evidence from(List<Said> all) {
            return new Evidence(all.stream()
                    .map(one ->
                            new Paper(one.purpose(), one.agreed(), one.words().reveal(), one.at()))
                    .toList());
        }
    }
}
