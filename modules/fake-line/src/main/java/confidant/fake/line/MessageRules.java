package confidant.fake.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the platform checks in the bodies of replies and pushes. */
final class MessageRules {
    private static final int MOST_MESSAGES = 5;
    /** In UTF-16 units; from the platform's documents, not in its machine-readable contract. */
    private static final int LONGEST_TEXT = 5_000;

    private MessageRules() {}

    /** What is wrong with the body, if anything; {@code receiver} is the field that says to whom. */
    static Optional<Answer> fault(JsonNode body, String receiver) {
        if (!body.isObject()) {
            return Optional.of(Answer.error(400, "The request body could not be parsed as JSON"));
        }
        if (!body.path(receiver).isTextual() || body.path(receiver).textValue().isBlank()) {
            return Optional.of(Answer.badField(receiver, "May not be empty"));
        }
        var messages = body.path("messages");
        if (!messages.isArray() || messages.isEmpty() || messages.size() > MOST_MESSAGES) {
            return Optional.of(Answer.badField("messages", "Size must be between 1 and 5"));
        }
        for (int i = 0; i < messages.size(); i++) {
            var fault = fault(messages.get(i), i);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Answer> fault(JsonNode message, int index) {
        var at = "messages[" + index + "].";
        if (!message.path("type").isTextual()) {
            return Optional.of(Answer.badField(at + "type", "Must be one of the message types"));
        }
        if (!"text".equals(message.path("type").textValue())) {
            return Optional.empty();
        }
        var text = message.path("text");
        if (!text.isTextual() || text.textValue().isEmpty()) {
            return Optional.of(Answer.badField(at + "text", "May not be empty"));
        }
        if (text.textValue().length() > LONGEST_TEXT) {
            return Optional.of(Answer.badField(at + "text", "Length must be between 0 and 5000"));
        }
        return Optional.empty();
    }

    /** The words of each message of a faultless body. */
    static List<String> words(JsonNode body) {
        var words = new ArrayList<String>();
        for (var message : body.path("messages")) {
            var type = message.path("type").asText();
            words.add("text".equals(type) ? message.path("text").asText() : "[" + type + "]");
        }
        return words;
    }
}
