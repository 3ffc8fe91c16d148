package confidant.http.api;

import confidant.core.assist.Assisting;
import confidant.core.consent.Consents.State;
import confidant.core.conversation.Conversations;
import confidant.core.conversation.Conversations.Line;
import confidant.core.greeting.Greetings;
import confidant.model.Delivery;
import confidant.model.Personal;
import confidant.model.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the desk shows of conversations and of the day. */
public final class DeskAnswers {
    private DeskAnswers() {}

    /**
     * Who is signed in; {@code conciergeId} and {@code handle} for a concierge only.
     *
     * @param freshUntil until when the passkey that was used last counts as fresh
     */
    public record Session(
            String role,
            String name,
            @Nullable String conciergeId,
            @Nullable String handle,
            String house,
            String zone,
            String csrf,
            @Nullable Instant freshUntil) {}

    public record InboxRow(
            String clientId,
            @Nullable String name,
            String channel,
            String lang,
            long lastSeq,
            Instant lastAt,
            String lastAuthor,
            @Nullable Instant waitingSince,
            int promisedMinutes,
            String assistant,
            boolean draftWaiting) {
        static InboxRow from(Conversations.InboxRow row) {
            return new InboxRow(
                    row.client().toString(),
                    row.name().map(Personal::reveal).orElse(null),
                    row.channel().word(),
                    row.lang().tag(),
                    row.lastSeq(),
                    row.lastAt(),
                    Words.word(row.lastAuthor()),
                    row.waitingSince().orElse(null),
                    Math.max(1, row.promisedMinutes()),
                    row.assistantSilent() ? "silent" : "on",
                    row.draftWaiting());
        }
    }

    public record Inbox(
            List<InboxRow> rows,
            int waiting,
            int promisedMinutes,
            @Nullable String next) {
        public static Inbox from(Conversations.Inbox inbox, int promisedMinutes) {
            return new Inbox(
                    inbox.rows().stream().map(InboxRow::from).toList(),
                    inbox.waiting(),
                    Math.max(1, promisedMinutes),
                    cursor(inbox.next()));
        }
    }

    /** A cursor as the contract has it: absent at the end. */
    static @Nullable String cursor(String cursor) {
        return cursor.isEmpty() ? null : cursor;
    }

    public record DeskMessage(
            long seq,
            String id,
            String author,
            Instant at,
            @Nullable String text,
            boolean readable,
            boolean automated,
            String purpose,
            @Nullable String delivery,
            ChatAnswers.@Nullable Request request,
            FileAnswers.@Nullable File file) {
        static DeskMessage from(Line line, Map<Purpose, State> states, Words words) {
            return new DeskMessage(
                    line.seq(),
                    line.id().toString(),
                    Words.word(line.author()),
                    line.at(),
                    line.text().map(Personal::reveal).orElse(null),
                    line.text().isPresent(),
                    ChatAnswers.byMachine(line),
                    line.purpose().id(),
                    line.state() == Delivery.NONE ? null : Words.word(line.state()),
                    ChatAnswers.Request.from(line, states, words),
                    line.file().map(FileAnswers.File::from).orElse(null));
        }
    }

    public record DeskMessages(List<DeskMessage> messages, long lastSeq, boolean earlier) {
        public static DeskMessages from(Conversations.Page page, Map<Purpose, State> states, Words words) {
            List<Line> lines = page.lines();
            return new DeskMessages(
                    lines.stream()
                            .map(line -> DeskMessage.from(line, states, words))
                            .toList(),
                    page.lastSeq(),
                    !lines.isEmpty() && lines.get(0).seq() > 1);
        }
    }

    public record Accepted(long seq, String id, String state) {
        public static Accepted from(Conversations.Accepted accepted) {
            return new Accepted(accepted.seq(), accepted.id().toString(), Words.word(accepted.state()));
        }
    }

    public record Help(String text, String purpose, String purposeTitle) {
        static Help from(Assisting.Help help, Words words) {
            String value = words.value(help.kind(), help.value().reveal());
            String text = value.isEmpty() ? words.kind(help.kind()) : words.kind(help.kind()) + ": " + value;
            return new Help(text, help.purpose().id(), words.purpose(help.purpose()));
        }
    }

    public record Draft(String id, String text, String source) {
        static Draft from(Assisting.Draft draft) {
            return new Draft(draft.id(), draft.text().reveal(), draft.source());
        }
    }

    public record Brief(
            String lastWords,
            String openQuestion,
            List<Help> whatHelps,
            @Nullable Draft draft) {
        public static Brief from(Assisting.Brief brief, Words words) {
            return new Brief(
                    brief.lastWords().map(Personal::reveal).orElse(""),
                    brief.openQuestion().map(Personal::reveal).orElse(""),
                    brief.helps().stream().map(help -> Help.from(help, words)).toList(),
                    brief.draft().map(Draft::from).orElse(null));
        }
    }

    public record Greeting(
            String clientId,
            @Nullable String name,
            String occasion,
            String occasionTitle,
            Instant at,
            String state,
            Words.@Nullable Reason reason) {
        static Greeting from(Greetings.Today today, Words words) {
            boolean planned = today.state().equals("planned");
            boolean sent = today.state().equals("sent");
            String rule = today.rule().isEmpty() ? today.state() : today.rule();
            return new Greeting(
                    today.client().toString(),
                    today.name().map(Personal::reveal).orElse(null),
                    today.occasion(),
                    words.occasion(today.occasion()),
                    today.at(),
                    planned ? "due" : sent ? "sent" : "dropped",
                    planned || sent ? null : words.reason(rule, "none", Optional.empty()));
        }
    }

    public record Day(String day, List<Greeting> greetings) {
        public static Day from(LocalDate day, List<Greetings.Today> all, Words words) {
            return new Day(
                    day.toString(),
                    all.stream().map(today -> Greeting.from(today, words)).toList());
        }
    }
}
