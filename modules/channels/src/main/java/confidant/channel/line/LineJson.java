package confidant.channel.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Raw bytes to event objects, and fields of a stated type out of them. Each limit is far over what the platform sends. */
final class LineJson {
    static final int MOST_BYTES = 1 << 20;
    static final int MOST_EVENTS = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxStringLength(200_000)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private LineJson() {}

    static List<ObjectNode> events(byte[] body) throws UnreadableBody {
        if (body.length > MOST_BYTES) {
            throw new UnreadableBody("the body is longer than 1 MiB");
        }
        var events = tree(decoded(body)).path("events");
        if (!events.isArray()) {
            throw new UnreadableBody("the body has no array `events`");
        }
        if (events.size() > MOST_EVENTS) {
            throw new UnreadableBody("the array `events` is too long");
        }
        var found = new ArrayList<ObjectNode>(events.size());
        for (var event : events) {
            if (!(event instanceof ObjectNode object)) {
                throw new UnreadableBody("an entry of `events` is not an object");
            }
            found.add(object);
        }
        return found;
    }

    /** The text of a field, or empty when it is absent or null. */
    static Optional<String> text(JsonNode parent, String field) throws UnreadableBody {
        var node = parent.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw new UnreadableBody("a field `" + field + "` is not a text");
        }
        return Optional.of(node.textValue());
    }

    static String requiredText(JsonNode parent, String field) throws UnreadableBody {
        return text(parent, field).orElseThrow(() -> new UnreadableBody("a field `" + field + "` is missing"));
    }

    /** The object of a field, or empty when it is absent or null. */
    static Optional<JsonNode> object(JsonNode parent, String field) throws UnreadableBody {
        var node = parent.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isObject()) {
            throw new UnreadableBody("a field `" + field + "` is not an object");
        }
        return Optional.of(node);
    }

    // Decoded here and strictly: Jackson would guess UTF-16 or UTF-32, and lets some overlong forms pass.
    private static String decoded(byte[] body) throws UnreadableBody {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableBody("the body is not UTF-8");
        }
    }

    private static JsonNode tree(String text) throws UnreadableBody {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // The parser's own words quote the body, so they stay here.
            throw new UnreadableBody("the body is not JSON, or nested too deep, or a value in it is too long");
        }
    }
}
