package confidant.model;

import java.util.UUID;

/** A compliance officer. Not personal by itself: a random number. */
public record OfficerId(UUID value) {

    /** A fresh random id. */
    public static OfficerId random() {
        return new OfficerId(UUID.randomUUID());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID; the text is not repeated in the message
     */
    public static OfficerId parse(String text) {
        return new OfficerId(Ids.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
