package confidant.fake.line;

import java.util.Optional;
import java.util.UUID;

/**
 * One message object that reached a user, each only once however often it was sent.
 *
 * @param text the words of a text message; the type's name in brackets for any other
 * @param retryKey the idempotency key of a push
 */
public record Delivered(String userId, String text, Way way, Optional<UUID> retryKey) {

    /** How it was sent. */
    public enum Way {
        REPLY,
        PUSH
    }

    /** Without the words and the user. */
    @Override
    public String toString() {
        return "Delivered[" + way + "]";
    }
}
