package confidant.model;

import java.util.UUID;

/** One message; given by the house, never by a platform. */
public record MessageId(UUID value) {

    /** A fresh random id. */
    public static MessageId random() {
        return new MessageId(UUID.randomUUID());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID; the text is not repeated in the message
     */
    public static MessageId parse(String text) {
        return new MessageId(Ids.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
