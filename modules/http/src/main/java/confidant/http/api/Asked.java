package confidant.http.api;

import confidant.core.BadRequest;
import confidant.core.pool.Segment;
import confidant.model.Personal;
import confidant.model.Purpose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests. Their form was checked against the contract before. */
public final class Asked {
    private Asked() {}

    public record SignIn(Personal<String> code) {}

    /**
     * What an authenticator answered, its parts in base64url. {@code attestationObject} comes with a passkey that was made, the
     * last three with one that was used.
     */
    public record PasskeyAnswer(
            String id,
            String clientDataJSON,
            @Nullable String attestationObject,
            @Nullable String authenticatorData,
            @Nullable String signature,
            @Nullable String userHandle) {}

    public record NewPasskey(String name, PasskeyAnswer answer) {}

    public record PasskeyName(String name) {}

    /** What a browser came back with from the company. */
    public record CompanyAnswer(String state, Personal<String> code) {}

    /** The text of a file of contacts, as it was picked. */
    public record ContactFile(Personal<String> file) {}

    public record PrivacyToken(Personal<String> token) {}

    public record StartChat(
            String concierge, String lang, String zone, String noticeId, int noticeVersion, List<Choice> consents) {}

    public record Choice(String purpose, boolean given) {}

    public record ChatText(String clientMessageId, Personal<String> text) {}

    public record ConsentAnswer(
            String purpose, boolean given, @Nullable Long requestSeq) {}

    public record NewReply(
            String idempotencyKey,
            Personal<String> text,
            @Nullable String draftId) {}

    public record Focus(boolean inFront, String device) {}

    /** What a desk says over its live line. */
    public record FocusFrame(
            @Nullable String type,
            @Nullable String clientId,
            @Nullable Boolean inFront) {}

    public record NewTag(String kind, Personal<String> value, String purpose) {}

    public record ConsentRequest(String purpose) {}

    /** A step of an officer with its reason, a fixed word. */
    public record Reasoned(String purpose, String reason) {}

    public record NewLook(
            String idempotencyKey, String dataClass, String purpose, String why, Personal<String> words) {}

    public record LookReview(String verdict) {}

    public record NewHandover(String reason) {}

    public record HandoverChoice(
            String choice,
            @Nullable String concierge,
            @Nullable List<String> purposes,
            @Nullable Boolean words,
            @Nullable Boolean now) {}

    /** A condition; which parts are present follows from {@code kind}. */
    public record Condition(
            String kind,
            int from,
            int to,
            @Nullable String tag,
            @Nullable String value,
            long count,
            @Nullable String occasion,
            int days,
            boolean not) {

        Segment.Condition condition() {
            return switch (kind) {
                case "age" -> new Segment.Condition.Age(from, to, not);
                case "tag" -> new Segment.Condition.Has(or(tag), or(value), not);
                case "atLeast" -> new Segment.Condition.AtLeast(or(tag), count, not);
                case "occasionWithin" -> new Segment.Condition.Within(or(occasion), days, not);
                default -> throw new BadRequest("there is no condition of this kind");
            };
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    private static Segment segment(String purpose, List<Condition> conditions) {
        return new Segment(
                new Purpose(purpose),
                conditions.stream().map(Condition::condition).toList());
    }

    public record SegmentQuestion(String purpose, List<Condition> conditions) {
        public Segment segment() {
            return Asked.segment(purpose, conditions);
        }
    }

    public record SegmentPageQuestion(
            String purpose,
            List<Condition> conditions,
            @Nullable String cursor,
            @Nullable Integer limit) {
        public Segment segment() {
            return Asked.segment(purpose, conditions);
        }
    }

    public record ShareQuestion(String pieceId, String purpose, List<Condition> conditions) {
        public Segment segment() {
            return Asked.segment(purpose, conditions);
        }
    }

    public record NewShare(String pieceId, String purpose, List<Condition> conditions, String idempotencyKey) {
        public Segment segment() {
            return Asked.segment(purpose, conditions);
        }
    }
}
