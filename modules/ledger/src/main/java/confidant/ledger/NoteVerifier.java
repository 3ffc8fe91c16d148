package confidant.ledger;

import java.nio.charset.StandardCharsets;

/**
 * A public Ed25519 key with its name, which checks note signatures (signed-note, signature type 0x01). Immutable,
 * safe to share between threads.
 * Its text form, the "vkey" {@code name+keyid+base64(0x01 || key)}, is what other tools take too.
 */
public final class NoteVerifier {
    static final byte TYPE = 1;

    private final PublicPart part;

    NoteVerifier(String name, byte[] raw) {
        this(new PublicPart(TYPE, name, raw));
    }

    private NoteVerifier(PublicPart part) {
        this.part = part;
    }

    /** @throws Malformed if this is not an Ed25519 vkey whose id fits its name and key */
    public static NoteVerifier parse(String vkey) {
        return new NoteVerifier(PublicPart.parse(TYPE, vkey, "a verifier key"));
    }

    /** The key's name, by custom the log's origin. */
    public String name() {
        return part.name();
    }

    /** The 32-bit id that signature lines carry. */
    public int keyId() {
        return part.keyId();
    }

    /** The text form {@code name+keyid+base64}. */
    public String vkey() {
        return part.vkey();
    }

    /** Whether the signature says it was made by this key. */
    public boolean claims(NoteSignature signature) {
        return part.claims(signature);
    }

    /** Whether the signature was made by this key over exactly this text. */
    public boolean verifies(String text, NoteSignature signature) {
        return claims(signature) && part.verifies(text.getBytes(StandardCharsets.UTF_8), signature.signature());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteVerifier that && part.equals(that.part);
    }

    @Override
    public int hashCode() {
        return part.hashCode();
    }

    @Override
    public String toString() {
        return vkey();
    }
}
