package confidant.http.api;

import confidant.core.consent.Consents.State;
import confidant.core.conversation.Conversations.Line;
import confidant.core.conversation.Conversations.Page;
import confidant.core.privacy.PrivacyDesk;
import confidant.core.reception.Reception;
import confidant.model.Author;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.store.HouseStore.Concierge;
import confidant.store.LibraryStore.Piece;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What anybody and the client at their chat are answered. */
public final class ChatAnswers {
    private ChatAnswers() {}

    public record Choosable(String handle, String name, List<String> languages, int promisedMinutes) {
        static Choosable from(Concierge concierge) {
            List<String> languages =
                    concierge.languages().stream().map(Lang::tag).toList();
            return new Choosable(
                    concierge.handle(), concierge.displayName(), languages, Math.max(1, concierge.promisedMinutes()));
        }
    }

    public record Concierges(String house, List<Choosable> concierges) {
        public static Concierges from(String house, List<Concierge> all) {
            return new Concierges(house, all.stream().map(Choosable::from).toList());
        }
    }

    public record PurposeText(
            String id,
            String title,
            String why,
            String basis,
            boolean necessary,
            @Nullable Long lastsDays) {
        public static PurposeText from(PurposeInfo info, Words words) {
            boolean asked = info.basis() == PurposeInfo.Basis.CONSENT;
            return new PurposeText(
                    info.purpose().id(),
                    words.purpose(info.purpose()),
                    words.why(info.purpose()),
                    Words.word(info.basis()),
                    !asked,
                    asked ? info.lasts().toDays() : null);
        }
    }

    /** @param files the ids of those that pictures and files may be kept for */
    public record Purposes(List<PurposeText> purposes, List<String> files) {}

    public record Notice(
            String id, int version, String sha256, String lang, List<String> paragraphs, List<PurposeText> purposes) {
        public static Notice from(PrivacyDesk.Notice notice, Words words) {
            List<PurposeText> purposes = notice.purposes().stream()
                    .map(info -> PurposeText.from(info, words))
                    .toList();
            return new Notice(
                    notice.id(), notice.version(), notice.hash(), notice.lang().tag(), notice.paragraphs(), purposes);
        }
    }

    public record Served(String handle, String name, int promisedMinutes) {}

    public record ConsentState(
            String purpose,
            String title,
            String basis,
            String status,
            @Nullable Instant since,
            @Nullable Instant until) {

        /** The state of one purpose; {@code none} for one without a history. */
        public static ConsentState from(PurposeInfo info, @Nullable State state, Words words) {
            return new ConsentState(
                    info.purpose().id(),
                    words.purpose(info.purpose()),
                    Words.word(info.basis()),
                    Words.word(state == null ? ConsentStatus.NONE : state.status()),
                    state == null ? null : state.since().orElse(null),
                    state == null ? null : state.until().orElse(null));
        }

        private static boolean stands(@Nullable State state) {
            return state != null && state.status().valid();
        }

        /** What only a mark agrees to is there while it stands. */
        static List<ConsentState> all(Map<Purpose, State> states, Words words) {
            return words.policy().purposes().stream()
                    .filter(info -> !info.marked() || stands(states.get(info.purpose())))
                    .map(info -> from(info, states.get(info.purpose()), words))
                    .toList();
        }
    }

    public record ChatState(
            Served concierge,
            String lang,
            List<ConsentState> consents,
            long lastSeq,
            String csrf,
            @Nullable String before) {
        public static ChatState from(
                Concierge concierge,
                Lang lang,
                Map<Purpose, State> states,
                long lastSeq,
                String csrf,
                Optional<String> before,
                Words words) {
            Served served =
                    new Served(concierge.handle(), concierge.displayName(), Math.max(1, concierge.promisedMinutes()));
            return new ChatState(
                    served, lang.tag(), ConsentState.all(states, words), lastSeq, csrf, before.orElse(null));
        }
    }

    /** A question for consent with what became of it. */
    public record Request(
            String purpose,
            String title,
            String why,
            @Nullable String answered) {
        static @Nullable Request from(Line line, Map<Purpose, State> states, Words words) {
            if (!asks(line)) {
                return null;
            }
            Purpose purpose = new Purpose(line.ref());
            return new Request(purpose.id(), words.purpose(purpose), words.why(purpose), answered(states.get(purpose)));
        }

        static boolean asks(Line line) {
            return line.kind().equals("consent-request");
        }

        private static @Nullable String answered(@Nullable State state) {
            if (state == null
                    || state.status() == ConsentStatus.REQUESTED
                    || state.status() == ConsentStatus.PENDING
                    || state.status() == ConsentStatus.EXPIRED) {
                return null;
            }
            return state.status().valid() ? "yes" : "no";
        }
    }

    /** Whether a page needs the states of consent to be told in full. */
    public static boolean asks(Page page) {
        return page.lines().stream().anyMatch(Request::asks);
    }

    static boolean byMachine(Line line) {
        return line.author() == Author.ASSISTANT || line.author() == Author.HOUSE;
    }

    public record ChatMessage(
            long seq,
            String id,
            String author,
            Instant at,
            String text,
            boolean automated,
            boolean betweenUs,
            @Nullable String clientMessageId,
            @Nullable Request request,
            @Nullable String link,
            @Nullable String picture,
            FileAnswers.@Nullable File file) {

        static ChatMessage from(Line line, Map<Purpose, State> states, Map<String, Piece> pieces, Words words) {
            Piece piece = pieces.get(line.ref());
            boolean own = line.author() == Author.CLIENT && !line.clientKey().isEmpty();
            return new ChatMessage(
                    line.seq(),
                    line.id().toString(),
                    Words.word(line.author()),
                    line.at(),
                    line.text().map(Personal::reveal).orElse(""),
                    byMachine(line),
                    line.purpose().equals(Purpose.CONFIDENCE),
                    own ? line.clientKey() : null,
                    Request.from(line, states, words),
                    piece == null || piece.url().isEmpty() ? null : piece.url(),
                    piece == null ? null : PoolAnswers.dataUrl(piece.picture()),
                    line.file().map(FileAnswers.File::from).orElse(null));
        }
    }

    /** The ids of the pieces that a page shows. */
    public static Set<String> pieces(Page page) {
        return page.lines().stream()
                .filter(line -> line.kind().equals("share") && line.text().isPresent())
                .map(Line::ref)
                .collect(Collectors.toSet());
    }

    public record ChatMessages(List<ChatMessage> messages, boolean more, String concierge) {
        public static ChatMessages from(
                Page page, Map<Purpose, State> states, Map<String, Piece> pieces, String concierge, Words words) {
            List<Line> lines = page.lines();
            boolean more = !lines.isEmpty() && lines.get(lines.size() - 1).seq() < page.lastSeq();
            return new ChatMessages(
                    lines.stream()
                            .map(line -> ChatMessage.from(line, states, pieces, words))
                            .toList(),
                    more,
                    concierge);
        }
    }

    public record ChatAck(long seq, boolean duplicate, boolean betweenUs) {
        public static ChatAck from(Reception.Admitted admitted) {
            return new ChatAck(
                    // What was said to the concierge before has no number here.
                    Math.max(1, admitted.seq()),
                    admitted.what() == Reception.Admission.DUPLICATE,
                    admitted.betweenUs());
        }
    }

    public record Link(String url) {}
}
