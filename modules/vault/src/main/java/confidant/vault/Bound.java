package confidant.vault;

import confidant.model.HouseId;
import confidant.model.PoolId;
import confidant.model.Slot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes what a ciphertext is bound to. Every part is preceded by its length, fixed ones too, and the number of parts comes
 * first, so that no two different lists of parts are ever written alike.
 */
final class Bound {
    private static final int USUAL = 320;

    // The number of parts first, set at the end.
    private byte[] written = new byte[USUAL];
    private int size = Integer.BYTES;
    private int parts;

    private Bound() {}

    /** Starts with the domain, which keeps one use of a key apart from all others. */
    static Bound to(String domain) {
        return new Bound().and(domain);
    }

    /** A value of the house that is wrapped by the root and stored under a name. */
    static byte[] named(HouseId house, String name) {
        return to("house-value").and(house).and(name).bytes();
    }

    /** A version of a pool's key. */
    static byte[] poolKey(HouseId house, PoolId pool, int version) {
        return to("pool-kek").and(house).and(pool).and(version).bytes();
    }

    /** All parts of a slot under the sealing domain. */
    static byte[] slot(Slot slot) {
        return slot("confidant/seal/v1", slot);
    }

    /** All parts of a slot under another domain. */
    static byte[] slot(String domain, Slot slot) {
        return to(domain)
                .and(slot.house())
                .and(slot.pool())
                .and(slot.client())
                .and(slot.purpose())
                .and(slot.table())
                .and(slot.field())
                .and(slot.record())
                .and(slot.version())
                .bytes();
    }

    /** Appends the text form of an id or a plain text, in UTF-8. */
    Bound and(Object part) {
        byte[] utf8 = part.toString().getBytes(StandardCharsets.UTF_8);
        part(utf8.length).put(utf8);
        return this;
    }

    Bound and(long number) {
        part(Long.BYTES).putLong(number);
        return this;
    }

    private ByteBuffer part(int length) {
        int at = size;
        size += Integer.BYTES + length;
        if (size > written.length) {
            written = Arrays.copyOf(written, 2 * size);
        }
        parts++;
        return ByteBuffer.wrap(written, at, Integer.BYTES + length).putInt(length);
    }

    byte[] bytes() {
        ByteBuffer.wrap(written).putInt(parts);
        return Arrays.copyOf(written, size);
    }
}
