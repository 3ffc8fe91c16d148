package confidant.http.api;

import confidant.core.request.ClientRequest;
import confidant.core.request.Move;
import confidant.core.request.Requests.Clocked;
import confidant.model.Personal;
import confidant.policy.Jurisdiction;
import confidant.policy.Jurisdiction.Request;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients ask by law, as they and as the officer see it. */
public final class RequestAnswers {
    private RequestAnswers() {}

    public record Asked(String idempotencyKey, String right, Personal<String> text) {}

    public record Recorded(
            String idempotencyKey, String pseudonym, String right, Personal<String> text, String way, String at) {}

    public record Step(
            long version,
            String move,
            String detail,
            @Nullable Personal<String> words) {}

    public record Said(Personal<String> words) {}

    public record Taken(
            String move,
            Instant at,
            String detail,
            @Nullable String title,
            @Nullable String words) {
        static List<Taken> from(ClientRequest request, Words texts) {
            return request.steps().stream()
                    .map(step -> new Taken(
                            Words.word(step.move()),
                            step.at(),
                            step.detail(),
                            step.move() == Move.LAW ? texts.law(step.detail()) : null,
                            some(step.words().reveal())))
                    .toList();
        }
    }

    public record Own(
            String id,
            String right,
            String text,
            Instant received,
            boolean open,
            boolean waiting,
            @Nullable Instant due,
            boolean late,
            List<Taken> steps) {
        public static Own from(Clocked one, Words words) {
            ClientRequest request = one.request();
            return new Own(
                    one.id().substring(one.id().indexOf('.') + 1),
                    Words.word(request.kind()),
                    request.text().reveal(),
                    request.received(),
                    request.open(),
                    request.waiting(),
                    one.due().orElse(null),
                    one.late(),
                    Taken.from(request, words));
        }
    }

    public record Owns(List<Own> requests) {
        public static Owns from(List<Clocked> all, Words words) {
            return new Owns(all.stream().map(one -> Own.from(one, words)).toList());
        }
    }

    public record Row(
            String id,
            String pseudonym,
            long version,
            String right,
            String text,
            Instant received,
            boolean open,
            boolean waiting,
            @Nullable String law,
            @Nullable String article,
            boolean named,
            @Nullable Instant due,
            boolean late,
            boolean prolongs,
            List<Taken> steps) {
        public static Row from(Clocked one, Words words) {
            ClientRequest request = one.request();
            return new Row(
                    one.id(),
                    one.pseudonym(),
                    one.version(),
                    Words.word(request.kind()),
                    request.text().reveal(),
                    request.received(),
                    request.open(),
                    request.waiting(),
                    one.law().map(Jurisdiction::id).orElse(null),
                    one.law().map(law -> article(law, request.kind())).orElse(null),
                    one.named(),
                    one.due().orElse(null),
                    one.late(),
                    one.prolongs(),
                    Taken.from(request, words));
        }

        private static @Nullable String article(Jurisdiction law, Request kind) {
            Jurisdiction.Response response = law.responses().get(kind);
            return response == null ? null : response.article();
        }
    }

    public record Law(String id, String title, String law, boolean reviewed, List<String> rights) {
        static Law from(Jurisdiction one, Words words) {
            return new Law(
                    one.id(),
                    words.pick(one.title()),
                    one.law(),
                    one.reviewed(),
                    one.responses().keySet().stream()
                            .filter(kind -> kind != Request.BREACH)
                            .sorted()
                            .map(Words::word)
                            .toList());
        }
    }

    /** @param total all that are open, also those past the limit */
    public record Audited(List<Row> requests, List<Law> laws, int total) {
        public static Audited from(List<Clocked> open, Collection<Jurisdiction> laws, int limit, Words words) {
            return new Audited(
                    open.stream().limit(limit).map(one -> Row.from(one, words)).toList(),
                    laws.stream().map(law -> Law.from(law, words)).toList(),
                    open.size());
        }
    }

    private static @Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }
}
