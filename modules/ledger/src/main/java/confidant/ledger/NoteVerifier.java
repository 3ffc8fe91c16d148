package confidant.ledger;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public Ed25519 key with its name, which checks note signatures (signed-note, signature type 0x01). Immutable,
 * safe to share between threads.
 * Its text form, the "vkey" {@code name+keyid+base64(0x01 || key)}, is what other tools take too.
 */
public final class NoteVerifier {
    static final byte TYPE = 1;

    private final String name;
    private final byte[] raw;
    private final int keyId;
    private final PublicKey key;

    NoteVerifier(String name, byte[] raw) {
        this.name = KeyName.checked(name);
        this.raw = raw.clone();
        this.keyId = KeyName.keyId(name, TYPE, raw);
        this.key = Ed25519.publicKey(raw);
    }

    /** @throws Malformed if this is not an Ed25519 vkey whose id fits its name and key */
    public static NoteVerifier parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new Malformed("a verifier key has the form name+id+key");
        }
        byte[] typed = Base64Text.decode(parts[2]);
        if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != TYPE) {
            throw new Malformed("a verifier key is not of the Ed25519 type");
        }
        NoteVerifier verifier = new NoteVerifier(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!verifier.idText().equals(parts[1])) {
            throw new Malformed("a verifier key's id does not fit its name and key");
        }
        return verifier;
    }

    /** The key's name, by custom the log's origin. */
    public String name() {
        return name;
    }

    /** The 32-bit id that signature lines carry. */
    public int keyId() {
        return keyId;
    }

    /** The text form {@code name+keyid+base64}. */
    public String vkey() {
        byte[] typed = new byte[1 + raw.length];
        typed[0] = TYPE;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + idText() + "+" + Base64Text.encode(typed);
    }

    /** Whether the signature says it was made by this key. */
    public boolean claims(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == keyId;
    }

    /** Whether the signature was made by this key over exactly this text. */
    public boolean verifies(String text, NoteSignature signature) {
        return claims(signature) && Ed25519.verify(key, text.getBytes(StandardCharsets.UTF_8), signature.signature());
    }

    private String idText() {
        return HexFormat.of().toHexDigits(keyId);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteVerifier that && name.equals(that.name) && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return keyId;
    }

    @Override
    public String toString() {
        return vkey();
    }
}
