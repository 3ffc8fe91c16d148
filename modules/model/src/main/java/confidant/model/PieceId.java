package confidant.model;

import java.util.UUID;

/** One item of the library of content. */
public record PieceId(UUID value) {

    /** A fresh random id. */
    public static PieceId random() {
        return new PieceId(UUID.randomUUID());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID; the text is not repeated in the message
     */
    public static PieceId parse(String text) {
        return new PieceId(Ids.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
