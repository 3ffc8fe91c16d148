package confidant.model;

import java.util.UUID;

/** A manager, who sees noised counts and no client. Not personal by itself: a random number. */
public record ManagerId(UUID value) {

    /** A fresh random id. */
    public static ManagerId random() {
        return new ManagerId(UUID.randomUUID());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID; the text is not repeated in the message
     */
    public static ManagerId parse(String text) {
        return new ManagerId(Ids.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
