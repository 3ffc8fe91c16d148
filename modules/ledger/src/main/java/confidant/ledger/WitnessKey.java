package confidant.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A witness's public Ed25519 key with its name, which checks cosignatures (<a href="https://c2sp.org/tlog-cosignature">C2SP
 * tlog-cosignature</a>, signature type 0x04). Immutable, safe to share between threads.
 */
public final class WitnessKey {
    static final byte TYPE = 4;
    private static final int TIME_BYTES = 8;

    private final String name;
    private final byte[] raw;
    private final int keyId;
    private final PublicKey key;

    WitnessKey(String name, byte[] raw) {
        this.name = KeyName.checked(name);
        this.raw = raw.clone();
        this.keyId = KeyName.keyId(name, TYPE, raw);
        this.key = Ed25519.publicKey(raw);
    }

    /** @throws Malformed if this is not a vkey of a witness whose id fits its name and key */
    public static WitnessKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new Malformed("a witness's key has the form name+id+key");
        }
        byte[] typed = Base64Text.decode(parts[2]);
        if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != TYPE) {
            throw new Malformed("a witness's key is not of the Ed25519 cosignature type");
        }
        WitnessKey witness = new WitnessKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!witness.idText().equals(parts[1])) {
            throw new Malformed("a witness key's id does not fit its name and key");
        }
        return witness;
    }

    /** The witness's name. */
    public String name() {
        return name;
    }

    /** The text form {@code name+keyid+base64(0x04 || key)}. */
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

    /**
     * When this witness says it saw the note; empty if it does not say so, or one of the signatures under its name is
     * wrong. Of several the latest counts.
     */
    public Optional<Instant> cosigned(SignedNote note) {
        Optional<Instant> latest = Optional.empty();
        for (NoteSignature signature : note.signatures()) {
            if (claims(signature)) {
                Optional<Instant> at = time(note.text(), signature);
                if (at.isEmpty()) {
                    return at;
                }
                latest = latest.filter(known -> known.isAfter(at.get())).or(() -> at);
            }
        }
        return latest;
    }

    /** The time of one cosignature over exactly this text; empty if this key did not make it. */
    public Optional<Instant> time(String text, NoteSignature signature) {
        byte[] bytes = signature.signature();
        if (!claims(signature) || bytes.length != TIME_BYTES + Ed25519.SIGNATURE_BYTES) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(bytes).getLong();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            return Optional.empty();
        }
        byte[] signed = Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length);
        return Ed25519.verify(key, message(text, seconds), signed)
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    int keyId() {
        return keyId;
    }

    static byte[] message(String text, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private String idText() {
        return HexFormat.of().toHexDigits(keyId);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WitnessKey that && name.equals(that.name) && Arrays.equals(raw, that.raw);
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
