package confidant.fake.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.fake.line.Delivered.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the platform remembers, apart from HTTP. Guarded by its own lock. */
final class Platform {
    private final Map<String, String> userOfToken = new HashMap<>();
    private final Map<UUID, Accepted> accepted = new HashMap<>();
    private final List<Delivered> delivered = new ArrayList<>();

    private record Accepted(String requestId, ObjectNode body) {}

    synchronized String issueReplyToken(String userId) {
        var token = UUID.randomUUID().toString().replace("-", "");
        userOfToken.put(token, userId);
        return token;
    }

    synchronized void expireReplyTokens() {
        userOfToken.clear();
    }

    synchronized List<Delivered> delivered() {
        return List.copyOf(delivered);
    }

    synchronized Answer reply(JsonNode body) {
        var fault = MessageRules.fault(body, "replyToken");
        if (fault.isPresent()) {
            return fault.get();
        }
        var user = userOfToken.remove(body.path("replyToken").textValue());
        if (user == null) {
            return Answer.error(400, "Invalid reply token");
        }
        return Answer.ok(take(user, body, Way.REPLY, Optional.empty()));
    }

    synchronized Answer push(JsonNode body, String retryKey, String requestId) {
        var fault = MessageRules.fault(body, "to");
        if (fault.isPresent()) {
            return fault.get();
        }
        if (retryKey.isEmpty()) {
            return Answer.ok(take(body.path("to").textValue(), body, Way.PUSH, Optional.empty()));
        }
        var key = uuid(retryKey);
        if (key.isEmpty()) {
            return Answer.error(400, "The retry key is not a UUID in hexadecimal form");
        }
        var earlier = accepted.get(key.get());
        if (earlier != null) {
            var again = earlier.body().deepCopy().put("message", "The retry key is already accepted");
            return new Answer(409, again, Map.of("x-line-accepted-request-id", earlier.requestId()));
        }
        var taken = take(body.path("to").textValue(), body, Way.PUSH, key);
        accepted.put(key.get(), new Accepted(requestId, taken));
        return Answer.ok(taken);
    }

    private ObjectNode take(String user, JsonNode body, Way way, Optional<UUID> key) {
        var answer = JsonNodeFactory.instance.objectNode();
        var sent = answer.putArray("sentMessages");
        for (var words : MessageRules.words(body)) {
            delivered.add(new Delivered(user, words, way, key));
            sent.addObject()
                    .put("id", Ulid.digits())
                    .put("quoteToken", UUID.randomUUID().toString());
        }
        return answer;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
