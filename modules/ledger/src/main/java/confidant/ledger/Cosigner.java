package confidant.ledger;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * A witness's private Ed25519 key, which cosigns checkpoints (C2SP tlog-cosignature, "Ed25519 signed message"). A key is used
 * for one name only: what is signed does not hold it. Immutable, safe to share between threads; its text form never shows
 * the key.
 */
public final class Cosigner {
    private final byte[] seed;
    private final PrivateKey key;
    private final WitnessKey witness;

    private Cosigner(String name, byte[] seed) {
        this.seed = seed.clone();
        this.key = Ed25519.privateKey(seed);
        this.witness = new WitnessKey(name, Ed25519.publicOf(seed));
    }

    /** A new key from the given source of chance. */
    public static Cosigner generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        random.nextBytes(seed);
        return new Cosigner(name, seed);
    }

    /**
     * Restores a key from its 32-byte RFC 8032 seed.
     *
     * @throws Malformed for any other length
     */
    public static Cosigner ofSeed(String name, byte[] seed) {
        return new Cosigner(name, seed);
    }

    /** The private key, 32 bytes. Secret. */
    public byte[] seed() {
        return seed.clone();
    }

    /** The public half. */
    public WitnessKey witness() {
        return witness;
    }

    /**
     * Says that at this time the checkpoint was the largest consistent one seen. The caller has checked that it is, and has
     * stored it.
     */
    public NoteSignature cosign(Checkpoint checkpoint, Instant at) {
        long seconds = at.getEpochSecond();
        byte[] signed = Ed25519.sign(key, WitnessKey.message(checkpoint.text(), seconds));
        ByteBuffer timed = ByteBuffer.allocate(Long.BYTES + signed.length);
        return NoteSignature.of(
                witness.name(),
                witness.keyId(),
                timed.putLong(seconds).put(signed).array());
    }

    @Override
    public String toString() {
        return "Cosigner[" + witness.name() + "]";
    }
}
