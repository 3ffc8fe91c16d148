package confidant.channel.line;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A key or token of the house. Its text form is a placeholder; {@link #reveal()} is the one way to it. Immutable. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * @throws IllegalArgumentException if {@code value} is blank or could not stand in a header; it is not repeated
     */
    public static Secret of(String value) {
        if (value.isBlank() || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("a secret must be printable ASCII without spaces, and not empty");
        }
        return new Secret(value);
    }

    /** The value itself, for a signature or an authorisation header only. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes(value), bytes(that.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
