package confidant.vault;

import confidant.model.HouseId;
import confidant.model.Sealed;
import confidant.vault.KeyBytes.CipherSuite;
import java.security.MessageDigest;

/**
 * The random key of one file, which may be wrapped once for each purpose that the file serves. What it seals is bound to the
 * house and the file's id, not to a client: who may open it is decided by the wraps. After {@link #wipe()} every use fails
 * with {@link VaultRefused}.
 */
public final class FileKey {
    /** Size of a commitment in bytes. */
    public static final int COMMITMENT = 32;

    private static final CipherSuite SUITE = CipherSuite.GCM;
    private static final String ABOUT = "confidant/file-about/v1";
    private static final int ABOUT_KEY_NO = 1;

    private final HouseId house;
    private final String id;
    private final KeyBytes bytes;

    FileKey(HouseId house, String id, KeyBytes bytes) {
        this.house = house;
        this.id = id;
        this.bytes = bytes;
    }

    /**
     * 32 bytes that no other key has for this file: AES-GCM alone does not commit to its key, so somebody who may choose keys
     * could make one file open to two contents. Kept beside the wraps and looked at before anything is opened.
     */
    public byte[] commitment() {
        return derive("confidant/file-commitment/v1");
    }

    /** @throws VaultRefused if {@code commitment} is that of another key or file */
    void requireCommitted(byte[] commitment) {
        if (!MessageDigest.isEqual(commitment(), commitment)) {
            throw new VaultRefused("the key is not the one that this file was sealed under");
        }
    }

    /** What seals the parts of this file. */
    public FileSealer sealer() {
        return new FileSealer(this);
    }

    /**
     * What opens the parts of this file.
     *
     * @param first the first of them as it is stored
     * @param parts how many there are
     * @throws VaultRefused if {@code first} has no whole beginning
     */
    public FileOpener opener(byte[] first, int parts) {
        return new FileOpener(this, first, parts);
    }

    /** Seals what is known about the file, its name for example. */
    public Sealed sealAbout(byte[] plain) {
        return Envelope.value(SUITE, ABOUT_KEY_NO, about().seal(SUITE, plain, bound(ABOUT)));
    }

    /** @throws VaultRefused if it was not sealed for this file */
    public byte[] openAbout(Sealed sealed) {
        return about().open(SUITE, Envelope.box(SUITE, ABOUT_KEY_NO, sealed), bound(ABOUT));
    }

    private KeyBytes about() {
        return KeyBytes.owning(derive(ABOUT));
    }

    /** A key of its own for each use, so that no two ciphers share one. */
    byte[] derive(String use) {
        return bytes.use(raw -> Ciphers.hmac(raw, bound(use), Ciphers.KEY_SIZE));
    }

    byte[] bound(String use) {
        return Bound.to(use).and(house).and(id).bytes();
    }

    String id() {
        return id;
    }

    KeyBytes bytes() {
        return bytes;
    }

    /** Overwrites the key. Best effort: the JVM may have moved copies. */
    public void wipe() {
        bytes.wipe();
    }

    @Override
    public String toString() {
        return "(file key)";
    }
}
