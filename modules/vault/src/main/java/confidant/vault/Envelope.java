package confidant.vault;

import confidant.model.Sealed;
import confidant.vault.KeyBytes.CipherSuite;
import java.nio.ByteBuffer;

/** The layouts: sealed values carry the number of their key, wrapped keys the version of the pool key they are under. */
final class Envelope {
    private static final byte VERSION = 1;
    private static final int TAG = 16;
    private static final int VALUE_HEAD = 6;
    private static final byte WRAP_VERSION = 2;
    private static final int WRAP_HEAD = 6;

    private Envelope() {}

    /** {@code 0x01 | suite | keyNo(4) | nonce | ciphertext | tag}. */
    static Sealed value(CipherSuite suite, int keyNo, byte[] box) {
        return new Sealed(ByteBuffer.allocate(VALUE_HEAD + box.length)
                .put(VERSION)
                .put(suite.code)
                .putInt(keyNo)
                .put(box)
                .array());
    }

    /** {@code nonce | ciphertext | tag} of a value made by {@link #value} with the same suite and key number. */
    static byte[] box(CipherSuite suite, int keyNo, Sealed sealed) {
        byte[] bytes = sealed.bytes();
        if (bytes.length < VALUE_HEAD + suite.nonceSize + TAG) {
            throw new VaultRefused("the sealed bytes are too short");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.get() != VERSION || in.get() != suite.code) {
            throw new VaultRefused("the sealed bytes have an unknown format");
        }
        if (in.getInt() != keyNo) {
            throw new VaultRefused("the value was sealed under another key");
        }
        return rest(in);
    }

    /** {@code 0x02 | suite | poolVersion(4) | nonce | ciphertext | tag}. */
    static byte[] wrapped(CipherSuite suite, int poolVersion, byte[] box) {
        return ByteBuffer.allocate(WRAP_HEAD + box.length)
                .put(WRAP_VERSION)
                .put(suite.code)
                .putInt(poolVersion)
                .put(box)
                .array();
    }

    static byte[] unwrap(CipherSuite suite, int poolVersion, byte[] wrapped) {
        if (wrapped.length != WRAP_HEAD + suite.nonceSize + Ciphers.KEY_SIZE + TAG) {
            throw new VaultRefused("the wrapped key has the wrong size");
        }
        ByteBuffer in = ByteBuffer.wrap(wrapped);
        if (in.get() != WRAP_VERSION || in.get() != suite.code) {
            throw new VaultRefused("the wrapped key has an unknown format");
        }
        if (in.getInt() != poolVersion) {
            throw new VaultRefused("the key was wrapped under another pool key");
        }
        return rest(in);
    }

    private static byte[] rest(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return rest;
    }
}
