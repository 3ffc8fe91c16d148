package confidant.bench.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One message as the desk shows it.
 *
 * @param author {@code client}, {@code concierge}, {@code assistant} or {@code house}
 */
public record Said(long seq, String author, String text) {

    static Said of(JsonNode message) {
        return new Said(
                message.path("seq").asLong(),
                message.path("author").asText(),
                message.path("text").asText());
    }

    /** Whether a person wrote it. */
    public boolean byPerson() {
        return author.equals("client") || author.equals("concierge");
    }

    /** Without the words. */
    @Override
    public String toString() {
        return "Said[" + seq + " " + author + "]";
    }
}
