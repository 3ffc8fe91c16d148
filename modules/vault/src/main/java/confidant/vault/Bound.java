package confidant.vault;

import confidant.model.HouseId;
import confidant.model.PoolId;
import confidant.model.Slot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what a ciphertext is bound to. Every part is preceded by its length, fixed ones too, and the number of parts comes
 * first, so that no two different lists of parts are ever written alike.
 */
final class Bound {
    private final List<byte[]> parts = new ArrayList<>();

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
        return to("confidant/seal/v1")
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
        parts.add(part.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Bound and(long number) {
        parts.add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    byte[] bytes() {
        int size = Integer.BYTES;
        for (byte[] part : parts) {
            size += Integer.BYTES + part.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).putInt(parts.size());
        for (byte[] part : parts) {
            out.putInt(part.length).put(part);
        }
        return out.array();
    }
}
