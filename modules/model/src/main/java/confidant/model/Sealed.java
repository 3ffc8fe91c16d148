package confidant.model;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes that only the vault can open: {@code 0x01 | suite(1) | keyNo(4) | nonce(12) | ciphertext | tag(16)}. Opaque to
 * everyone else. The array is shared, not copied: treat it as frozen.
 */
public record Sealed(byte[] bytes) {

    /** The generation of the data key that opens it, as the header says; 0 if there is no whole header. */
    public int keyNo() {
        return bytes.length < 6 ? 0 : ByteBuffer.wrap(bytes, 2, 4).getInt();
    }

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
