package confidant.channel.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.Inbound;
import confidant.model.Inbound.Kind;
import confidant.model.Inbound.Media;
import confidant.model.Personal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One event object to one {@link Inbound}, or to nothing when it is not a client's own. */
final class EventReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
    private static final Set<String> SEEN_OR_HEARD = Set.of("image", "video", "audio");
    private static final long LAST_MILLISECOND =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private final String account;

    EventReader(String account) {
        this.account = account;
    }

    /**
     * Empty for events of groups and rooms, of the account itself, and of accounts that another app answers for now
     * ({@code mode=standby}).
     */
    Optional<Inbound> read(ObjectNode event) throws UnreadableBody {
        var type = LineJson.requiredText(event, "type");
        var at = at(event);
        var standby = LineJson.text(event, "mode").filter("standby"::equals).isPresent();
        var from = from(event);
        if (standby || from.isEmpty()) {
            return Optional.empty();
        }
        var token = LineJson.text(event, "replyToken").filter(t -> !t.isBlank()).map(Personal::of);
        var message = "message".equals(type) ? LineJson.object(event, "message") : Optional.<JsonNode>empty();
        var kind = message.isPresent() ? messageKind(message.get()) : kind(type);
        var text = kind == Kind.TEXT && message.isPresent() ? words(message.get()) : Optional.<Personal<String>>empty();
        var media = kind == Kind.OTHER_MESSAGE && message.isPresent() ? media(message.get()) : Optional.<Media>empty();
        return Optional.of(new Inbound(from.get(), eventId(event), kind, at, text, token, media));
    }

    private static Kind kind(String type) throws UnreadableBody {
        return switch (type) {
            case "message" -> throw new UnreadableBody("an event of type `message` has no `message`");
            case "follow" -> Kind.FOLLOW;
            case "unfollow" -> Kind.UNFOLLOW;
            case "unsend" -> Kind.UNSEND;
            default -> Kind.UNKNOWN;
        };
    }

    private static Kind messageKind(JsonNode message) throws UnreadableBody {
        return "text".equals(LineJson.requiredText(message, "type")) ? Kind.TEXT : Kind.OTHER_MESSAGE;
    }

    private static Optional<Personal<String>> words(JsonNode message) throws UnreadableBody {
        return Optional.of(Personal.of(Utf16.clean(LineJson.requiredText(message, "text"))));
    }

    /** What the platform keeps itself; what lies elsewhere is not fetched, since anybody may have named that place. */
    private static Optional<Media> media(JsonNode message) throws UnreadableBody {
        var type = LineJson.requiredText(message, "type");
        var id = LineJson.text(message, "id").filter(LineContents::named);
        if (id.isEmpty() || !(type.equals("file") || (SEEN_OR_HEARD.contains(type) && kept(message)))) {
            return Optional.empty();
        }
        var name = LineJson.text(message, "fileName").map(Utf16::clean).map(Personal::of);
        return Optional.of(new Media(id.get(), name));
    }

    private static boolean kept(JsonNode message) throws UnreadableBody {
        var provider = LineJson.object(message, "contentProvider");
        return provider.isPresent()
                && LineJson.text(provider.get(), "type").filter("line"::equals).isPresent();
    }

    private static Instant at(ObjectNode event) throws UnreadableBody {
        var node = event.path("timestamp");
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new UnreadableBody("a field `timestamp` is not a whole number");
        }
        long milliseconds = node.longValue();
        if (milliseconds < 0 || milliseconds > LAST_MILLISECOND) {
            throw new UnreadableBody("a field `timestamp` is out of range");
        }
        return Instant.ofEpochMilli(milliseconds);
    }

    private Optional<Address> from(ObjectNode event) throws UnreadableBody {
        var source = LineJson.object(event, "source");
        if (source.isEmpty() || !"user".equals(LineJson.requiredText(source.get(), "type"))) {
            return Optional.empty();
        }
        return LineJson.text(source.get(), "userId")
                .filter(id -> ID.matcher(id).matches())
                .map(id -> new Address(Channel.LINE, account, Personal.of(id)));
    }

    private static String eventId(ObjectNode event) throws UnreadableBody {
        var given = LineJson.text(event, "webhookEventId")
                .filter(id -> ID.matcher(id).matches());
        return given.isPresent() ? given.get() : fingerprint(event);
    }

    /** Stands in for a missing id: the same at a redelivery, which differs in {@code deliveryContext} only. */
    private static String fingerprint(ObjectNode event) {
        var same = event.deepCopy();
        same.remove("deliveryContext");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return "sha256-"
                    + HexFormat.of().formatHex(digest.digest(same.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
