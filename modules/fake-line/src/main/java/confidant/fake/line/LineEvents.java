package confidant.fake.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes webhook events as the contract words them, and signs batches of them. Every event has a fresh id; calls may come
 * from any thread. The nodes may be altered by the caller before they are signed.
 */
public final class LineEvents {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final byte[] secret;
    private final UnaryOperator<String> replyTokens;
    private final InstantSource clock;
    private final String destination = userId(0);

    /**
     * @param channelSecret the account's secret, as in the server's configuration
     * @param replyTokens gives a fresh token for a user id, such as {@link FakeLine#issueReplyToken}
     */
    public LineEvents(String channelSecret, UnaryOperator<String> replyTokens, InstantSource clock) {
        this.secret = channelSecret.getBytes(StandardCharsets.UTF_8);
        this.replyTokens = replyTokens;
        this.clock = clock;
    }

    /** A well-formed user id that belongs to a number, always the same one. */
    public static String userId(long number) {
        return "U" + String.format("%032x", number);
    }

    /** A text message from a user. */
    public ObjectNode text(String userId, String text) {
        var message = message("text").put("text", text).put("quoteToken", fresh());
        return said(userId, message);
    }

    /** A sticker from a user. */
    public ObjectNode sticker(String userId) {
        var message = message("sticker")
                .put("packageId", "446")
                .put("stickerId", "1988")
                .put("stickerResourceType", "STATIC")
                .put("quoteToken", fresh());
        return said(userId, message);
    }

    /** A picture from a user; the bytes are not part of an event, see {@link FakeLine#hold}. */
    public ObjectNode image(String userId) {
        return said(userId, provided(message("image").put("quoteToken", fresh())));
    }

    /** A picture that lies at some other place than the platform's own. */
    public ObjectNode imageElsewhere(String userId, String url) {
        var message = message("image").put("quoteToken", fresh());
        message.putObject("contentProvider")
                .put("type", "external")
                .put("originalContentUrl", url)
                .put("previewImageUrl", url);
        return said(userId, message);
    }

    /** A film from a user. */
    public ObjectNode video(String userId) {
        var message = message("video").put("quoteToken", fresh()).put("duration", 12_000);
        return said(userId, provided(message));
    }

    /** Something that a user said aloud. */
    public ObjectNode audio(String userId) {
        return said(userId, provided(message("audio").put("duration", 3_000)));
    }

    /** A file from a user, with its name. */
    public ObjectNode file(String userId, String name, int size) {
        return said(userId, message("file").put("fileName", name).put("fileSize", size));
    }

    /** A place that a user sent. */
    public ObjectNode location(String userId) {
        return said(userId, message("location").put("latitude", 25.03).put("longitude", 121.56));
    }

    /** The id of the message of an event, by which its bytes are fetched. */
    public static String messageId(ObjectNode event) {
        return event.path("message").path("id").textValue();
    }

    private static ObjectNode provided(ObjectNode message) {
        message.putObject("contentProvider").put("type", "line");
        return message;
    }

    /** A user adds the account as a friend, or unblocks it. */
    public ObjectNode follow(String userId, boolean unblocked) {
        var event = event("follow", user(userId)).put("replyToken", replyTokens.apply(userId));
        event.putObject("follow").put("isUnblocked", unblocked);
        return event;
    }

    /** A user blocks the account. */
    public ObjectNode unfollow(String userId) {
        return event("unfollow", user(userId));
    }

    /** A user takes back a message; {@code messageId} as in {@code message.id} of the earlier event. */
    public ObjectNode unsend(String userId, String messageId) {
        var event = event("unsend", user(userId));
        event.putObject("unsend").put("messageId", messageId);
        return event;
    }

    /** A user says something in a group. */
    public ObjectNode groupText(String userId, String text) {
        var event = text(userId, text);
        event.putObject("source")
                .put("type", "group")
                .put("groupId", "C" + userId.substring(1))
                .put("userId", userId);
        return event;
    }

    /** An event of any type, with no fields of its own; also of types that the contract does not know yet. */
    public ObjectNode other(String type, String userId) {
        return event(type, user(userId));
    }

    /** The same event as the platform sends it again: same id, marked as a redelivery. */
    public ObjectNode redelivery(ObjectNode event) {
        var again = event.deepCopy();
        again.putObject("deliveryContext").put("isRedelivery", true);
        return again;
    }

    /** A signed batch; no event at all is the ping of the platform's console. */
    public Hook hook(ObjectNode... events) {
        return hook(List.of(events));
    }

    /** As {@link #hook(ObjectNode...)}. */
    public Hook hook(List<ObjectNode> events) {
        var body = NODES.objectNode().put("destination", destination);
        body.putArray("events").addAll(events);
        return signed(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Any bytes with their right signature. */
    public Hook signed(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return new Hook(body, Base64.getEncoder().encodeToString(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256, which every Java must have", e);
        }
    }

    private ObjectNode said(String userId, ObjectNode message) {
        var event = event("message", user(userId)).put("replyToken", replyTokens.apply(userId));
        event.set("message", message);
        return event;
    }

    private ObjectNode event(String type, ObjectNode source) {
        var event = NODES.objectNode()
                .put("type", type)
                .put("timestamp", clock.millis())
                .put("mode", "active")
                .put("webhookEventId", Ulid.fresh(clock.millis()));
        event.set("source", source);
        event.putObject("deliveryContext").put("isRedelivery", false);
        return event;
    }

    private static ObjectNode user(String userId) {
        return NODES.objectNode().put("type", "user").put("userId", userId);
    }

    private static ObjectNode message(String type) {
        return NODES.objectNode().put("type", type).put("id", Ulid.digits());
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
