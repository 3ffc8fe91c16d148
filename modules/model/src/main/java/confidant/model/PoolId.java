package confidant.model;

import java.util.UUID;

/** The clients of one concierge; nobody else opens it. */
public record PoolId(UUID value) {

    /** A fresh random id. */
    public static PoolId random() {
        return new PoolId(UUID.randomUUID());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID; the text is not repeated in the message
     */
    public static PoolId parse(String text) {
        return new PoolId(Ids.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
