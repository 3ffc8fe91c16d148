package confidant.model;

import java.util.UUID;

/** One sending of a piece to a segment. */
public record ShareId(UUID value) {

    /** A fresh random id. */
    public static ShareId random() {
        return new ShareId(UUID.randomUUID());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID; the text is not repeated in the message
     */
    public static ShareId parse(String text) {
        return new ShareId(Ids.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
