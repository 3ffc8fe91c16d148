package confidant.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/**
 * 32 secret bytes that can be wiped. Thread-safe: a use under way ends with the whole key, never with a half-wiped one, and
 * a use that starts after {@link #wipe()} fails. Has no text form.
 */
final class KeyBytes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final byte[] bytes;
    private boolean wiped;

    private KeyBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes over the array; the caller must forget it. */
    static KeyBytes owning(byte[] bytes) {
        if (bytes.length != Ciphers.KEY_SIZE) {
            throw new VaultRefused("the key has the wrong size");
        }
        return new KeyBytes(bytes);
    }

    static byte[] random() {
        return random(1);
    }

    /** The bytes of several keys, one after the other. */
    static byte[] random(int keys) {
        byte[] fresh = new byte[keys * Ciphers.KEY_SIZE];
        RANDOM.nextBytes(fresh);
        return fresh;
    }

    /** What is done with a copy of the key, which is wiped afterwards. */
    interface Use {
        byte[] with(byte[] key) throws GeneralSecurityException;
    }

    byte[] use(Use use) {
        return wiping(copy(), key -> {
            try {
                return use.with(key);
            } catch (GeneralSecurityException e) {
                // The cause is dropped on purpose: what failed inside a cipher is nobody's business.
                throw new VaultRefused("the sealed bytes do not open here");
            }
        });
    }

    /** What {@code work} makes of {@code secret}, which is wiped afterwards, also when the work fails. */
    static <T> T wiping(byte[] secret, Function<byte[], T> work) {
        try {
            return work.apply(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    byte[] seal(CipherSuite suite, byte[] plain, byte[] bound) {
        return use(key -> suite.aead(key).encrypt(plain, bound));
    }

    byte[] open(CipherSuite suite, byte[] sealed, byte[] bound) {
        return use(key -> suite.aead(key).decrypt(sealed, bound));
    }

    synchronized void wipe() {
        wiped = true;
        Arrays.fill(bytes, (byte) 0);
    }

    private synchronized byte[] copy() {
        if (wiped) {
            throw new VaultRefused("the key was wiped");
        }
        return bytes.clone();
    }

    /** Which cipher a format's suite byte stands for. */
    enum CipherSuite {
        /** For keys of one (client, purpose). */
        GCM(1, 12),
        /** For keys that seal for a whole house. */
        XAES(2, 24);

        final byte code;
        final int nonceSize;

        CipherSuite(int code, int nonceSize) {
            this.code = (byte) code;
            this.nonceSize = nonceSize;
        }

        Aead aead(byte[] key) throws GeneralSecurityException {
            return this == GCM ? Ciphers.gcm(key) : Ciphers.xaes(key);
        }
    }
}
