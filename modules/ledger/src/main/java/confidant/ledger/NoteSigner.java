package confidant.ledger;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.SecureRandom;

/**
 * A private Ed25519 key with its name, which signs notes. Immutable, safe to share between threads. Its text form
 * never shows the key.
 *
 * <p>Whoever holds {@link #seed} or {@link #pkcs8} can sign for the log: the caller seals them before they are stored.
 */
public final class NoteSigner {
    private final byte[] seed;
    private final PrivateKey key;
    private final NoteVerifier verifier;

    private NoteSigner(String name, byte[] seed) {
        this.seed = seed.clone();
        this.key = Ed25519.privateKey(seed);
        this.verifier = new NoteVerifier(name, Ed25519.publicOf(seed));
    }

    /** A new key from the given source of chance. */
    public static NoteSigner generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        random.nextBytes(seed);
        return new NoteSigner(name, seed);
    }

    /**
     * Restores a key from its 32-byte RFC 8032 seed.
     *
     * @throws Malformed for any other length
     */
    public static NoteSigner ofSeed(String name, byte[] seed) {
        return new NoteSigner(name, seed);
    }

    /**
     * Restores a key from {@link #pkcs8}.
     *
     * @throws Malformed if it is not an Ed25519 key without extras (RFC 8410)
     */
    public static NoteSigner ofPkcs8(String name, byte[] pkcs8) {
        return new NoteSigner(name, Ed25519.seedOf(pkcs8));
    }

    /** The private key, 32 bytes. Secret. */
    public byte[] seed() {
        return seed.clone();
    }

    /** The private key in PKCS #8 form, 48 bytes. Secret. */
    public byte[] pkcs8() {
        return Ed25519.pkcs8(seed);
    }

    /** The public half. */
    public NoteVerifier verifier() {
        return verifier;
    }

    /** Signs a text, about a millisecond of CPU. The same text gives the same signature. */
    public NoteSignature sign(String text) {
        byte[] signature = Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8));
        return NoteSignature.of(verifier.name(), verifier.keyId(), signature);
    }

    @Override
    public String toString() {
        return "NoteSigner[" + verifier.name() + "]";
    }
}
