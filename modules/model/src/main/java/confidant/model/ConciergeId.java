package confidant.model;

import java.util.UUID;

/** The person who looks after one pool. Not personal by itself: a random number. */
public record ConciergeId(UUID value) {

    /** A fresh random id. */
    public static ConciergeId random() {
        return new ConciergeId(UUID.randomUUID());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID; the text is not repeated in the message
     */
    public static ConciergeId parse(String text) {
        return new ConciergeId(Ids.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
