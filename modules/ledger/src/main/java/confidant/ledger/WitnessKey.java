package confidant.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A witness's public Ed25519 key with its name, which checks cosignatures (<a href="https://c2sp.org/tlog-cosignature">C2SP
 * tlog-cosignature</a>, signature type 0x04). Immutable, safe to share between threads.
 */
public final class WitnessKey {
    static final byte TYPE = 4;
    private static final int TIME_BYTES = 8;

    private final PublicPart part;

    WitnessKey(String name, byte[] raw) {
        this(new PublicPart(TYPE, name, raw));
    }

    private WitnessKey(PublicPart part) {
        this.part = part;
    }

    /** @throws Malformed if this is not a vkey of a witness whose id fits its name and key */
    public static WitnessKey parse(String vkey) {
        return new WitnessKey(PublicPart.parse(TYPE, vkey, "a witness key"));
    }

    /** The witness's name. */
    public String name() {
        return part.name();
    }

    /** The text form {@code name+keyid+base64(0x04 || key)}. */
    public String vkey() {
        return part.vkey();
    }

    /** Whether the signature says it was made by this key. */
    public boolean claims(NoteSignature signature) {
        return part.claims(signature);
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
        return part.verifies(message(text, seconds), signed)
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    int keyId() {
        return part.keyId();
    }

    static byte[] message(String text, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WitnessKey that && part.equals(that.part);
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
