package confidant.ledger;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value: exactly 32 bytes, immutable, compared by content. Safe to share between threads. */
public final class Hash {
    /** Length in bytes. */
    public static final int BYTES = 32;

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /**
     * Copies 32 bytes.
     *
     * @throws Malformed for any other length
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new Malformed("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /**
     * Reads the base64 form that checkpoints and proofs use.
     *
     * @throws Malformed if it is not canonical base64 of 32 bytes
     */
    public static Hash parse(String base64) {
        return of(Base64Text.decode(base64));
    }

    /** Takes the array over without a copy; for arrays that nobody else holds. */
    static Hash wrap(byte[] owned) {
        return new Hash(owned);
    }

    /** The hash at a position of a tile. */
    static Hash at(byte[] tile, int position) {
        return new Hash(Arrays.copyOfRange(tile, position * BYTES, (position + 1) * BYTES));
    }

    boolean isAt(byte[] tile, int position) {
        int from = position * BYTES;
        return Arrays.equals(value, 0, BYTES, tile, from, from + BYTES);
    }

    void copyTo(byte[] tile, int position) {
        System.arraycopy(value, 0, tile, position * BYTES, BYTES);
    }

    /** The array itself; callers in this package must not write to it. */
    byte[] view() {
        return value;
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return value.clone();
    }

    /** Standard base64, the form in checkpoints and proofs. */
    public String base64() {
        return Base64Text.encode(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** Lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
