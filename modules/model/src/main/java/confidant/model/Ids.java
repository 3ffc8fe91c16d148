package confidant.model;

import java.util.UUID;

/** Reads ids without ever repeating bad input, which might be personal. */
final class Ids {
    private Ids() {}

    static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("an id must be a UUID in its 36-character form");
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an id must be a UUID in its 36-character form");
        }
    }
}
