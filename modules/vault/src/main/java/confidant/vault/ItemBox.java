package confidant.vault;

import confidant.model.Sealed;
import confidant.model.Slot;
import confidant.vault.KeyBytes.CipherSuite;
import java.nio.ByteBuffer;

/**
 * Values with a key of their own, which is wrapped under the key of a purpose: {@code 0x03 | suite | keyNo(4) | wrap(60) |
 * nonce(12) | ciphertext | tag(16)}. To move a value to another purpose its wrap is made anew and its box stays as it is. The
 * wrap is bound to the whole slot; the box to all of the slot but the purpose.
 */
final class ItemBox {
    private static final byte VERSION = 3;
    private static final int HEAD = 6;
    private static final int TAG = 16;
    private static final CipherSuite SUITE = CipherSuite.GCM;
    private static final int WRAP = SUITE.nonceSize + Ciphers.KEY_SIZE + TAG;

    private ItemBox() {}

    static boolean is(Sealed sealed) {
        return sealed.bytes().length > 0 && sealed.bytes()[0] == VERSION;
    }

    static Sealed seal(DataKey key, Slot slot, byte[] plain) {
        return KeyBytes.wiping(KeyBytes.random(), fresh -> {
            byte[] wrap = key.bytes().seal(SUITE, fresh, boundKey(slot));
            byte[] box = KeyBytes.owning(fresh).seal(SUITE, plain, boundBox(slot));
            return write(key.keyNo(), wrap, box);
        });
    }

    static byte[] open(DataKey key, Slot slot, Sealed sealed) {
        Parts parts = read(key, sealed);
        return KeyBytes.wiping(
                key.bytes().open(SUITE, parts.wrap, boundKey(slot)),
                item -> KeyBytes.owning(item).open(SUITE, parts.box, boundBox(slot)));
    }

    /** The same value, wrapped under {@code to}; that the box belongs to {@code into} is looked at first. */
    static Sealed rewrap(DataKey from, Slot slot, DataKey to, Slot into, Sealed sealed) {
        Parts parts = read(from, sealed);
        return KeyBytes.wiping(from.bytes().open(SUITE, parts.wrap, boundKey(slot)), item -> {
            KeyBytes.wiping(KeyBytes.owning(item).open(SUITE, parts.box, boundBox(into)), plain -> plain);
            return write(to.keyNo(), to.bytes().seal(SUITE, item, boundKey(into)), parts.box);
        });
    }

    private record Parts(byte[] wrap, byte[] box) {}

    private static Parts read(DataKey key, Sealed sealed) {
        byte[] bytes = sealed.bytes();
        if (bytes.length < HEAD + WRAP + SUITE.nonceSize + TAG) {
            throw new VaultRefused("the sealed bytes are too short");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.get() != VERSION || in.get() != SUITE.code) {
            throw new VaultRefused("the sealed bytes have an unknown format");
        }
        if (in.getInt() != key.keyNo()) {
            throw new VaultRefused("the value was sealed under another key");
        }
        byte[] wrap = new byte[WRAP];
        in.get(wrap);
        byte[] box = new byte[in.remaining()];
        in.get(box);
        return new Parts(wrap, box);
    }

    private static Sealed write(int keyNo, byte[] wrap, byte[] box) {
        return new Sealed(ByteBuffer.allocate(HEAD + wrap.length + box.length)
                .put(VERSION)
                .put(SUITE.code)
                .putInt(keyNo)
                .put(wrap)
                .put(box)
                .array());
    }

    static byte[] boundKey(Slot slot) {
        return Bound.slot("confidant/item-key/v1", slot);
    }

    private static byte[] boundBox(Slot slot) {
        return Bound.to("confidant/item/v1")
                .and(slot.house())
                .and(slot.pool())
                .and(slot.client())
                .and(slot.table())
                .and(slot.field())
                .and(slot.record())
                .and(slot.version())
                .bytes();
    }
}
