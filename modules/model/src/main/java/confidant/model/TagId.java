package confidant.model;

import java.util.UUID;

/** One tag of one client. */
public record TagId(UUID value) {

    /** A fresh random id. */
    public static TagId random() {
        return new TagId(UUID.randomUUID());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID; the text is not repeated in the message
     */
    public static TagId parse(String text) {
        return new TagId(Ids.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
