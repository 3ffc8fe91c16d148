package confidant.model;

import java.util.UUID;

/** One taking over of a file of contacts. */
public record ImportId(UUID value) {

    /** A fresh random id. */
    public static ImportId random() {
        return new ImportId(UUID.randomUUID());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID; the text is not repeated in the message
     */
    public static ImportId parse(String text) {
        return new ImportId(Ids.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
