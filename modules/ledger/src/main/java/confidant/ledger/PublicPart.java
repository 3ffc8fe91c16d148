package confidant.ledger;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A named public Ed25519 key of one signature type (signed-note, section "Signatures"), and its text form, the "vkey"
 * {@code name+keyid+base64(type || key)}. Immutable, safe to share between threads.
 */
final class PublicPart {
    private final byte type;
    private final String name;
    private final byte[] raw;
    private final int keyId;
    private final PublicKey key;

    PublicPart(byte type, String name, byte[] raw) {
        this.type = type;
        this.name = KeyName.checked(name);
        this.raw = raw.clone();
        this.keyId = KeyName.keyId(name, type, raw);
        this.key = Ed25519.publicKey(raw);
    }

    /**
     * @param what the key is to a person, such as {@code a verifier key}
     * @throws Malformed if this is not a vkey of {@code type} whose id fits its name and key
     */
    static PublicPart parse(byte type, String vkey, String what) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new Malformed(what + " has the form name+id+key");
        }
        byte[] typed = Base64Text.decode(parts[2]);
        if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != type) {
            throw new Malformed(what + " is an Ed25519 key of type " + type);
        }
        PublicPart part = new PublicPart(type, parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!part.idText().equals(parts[1])) {
            throw new Malformed(what + " has an id that fits its name and key");
        }
        return part;
    }

    String name() {
        return name;
    }

    int keyId() {
        return keyId;
    }

    String vkey() {
        byte[] typed = new byte[1 + raw.length];
        typed[0] = type;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + idText() + "+" + Base64Text.encode(typed);
    }

    /** Whether the signature says it was made by this key. */
    boolean claims(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == keyId;
    }

    /** Whether this key made {@code signed} over exactly {@code message}. */
    boolean verifies(byte[] message, byte[] signed) {
        return Ed25519.verify(key, message, signed);
    }

    private String idText() {
        return HexFormat.of().toHexDigits(keyId);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicPart that
                && type == that.type
                && name.equals(that.name)
                && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return keyId;
    }
}
