package confidant.model;

import java.util.UUID;

/** One picture or file of a conversation; given by the house, never by a platform. */
public record AttachmentId(UUID value) {

    /** A fresh random id. */
    public static AttachmentId random() {
        return new AttachmentId(UUID.randomUUID());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID; the text is not repeated in the message
     */
    public static AttachmentId parse(String text) {
        return new AttachmentId(Ids.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
