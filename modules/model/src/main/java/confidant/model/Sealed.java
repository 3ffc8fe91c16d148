package confidant.model;

import java.util.Arrays;

/**
 * Bytes that only the vault can open: {@code 0x01 | suite(1) | keyNo(4) | nonce(12) | ciphertext | tag(16)}. Opaque to
 * everyone else. The array is shared, not copied: treat it as frozen.
 */
public record Sealed(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "(sealed, " + bytes.length + " bytes)";
    }
}
