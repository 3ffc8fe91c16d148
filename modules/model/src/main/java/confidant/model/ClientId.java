package confidant.model;

import java.util.UUID;

/** A client's pseudonym inside one house; one client has exactly one conversation, so it names that too. */
public record ClientId(UUID value) {

    /** A fresh random id. */
    public static ClientId random() {
        return new ClientId(UUID.randomUUID());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID; the text is not repeated in the message
     */
    public static ClientId parse(String text) {
        return new ClientId(Ids.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
