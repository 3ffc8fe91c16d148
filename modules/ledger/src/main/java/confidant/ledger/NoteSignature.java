package confidant.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * One signature line of a note: a key name and canonical base64 of {@code key id || signature} (signed-note,
 * "Signatures").
 * Its form is checked, the signature itself is not: that is {@link NoteVerifier}'s work.
 */
public record NoteSignature(String name, String encoded) {
    private static final String DASH = "\u2014 ";
    private static final int ID_BYTES = 4;

    /** @throws Malformed if the name or the base64 is not in order */
    public NoteSignature {
        KeyName.checked(name);
        if (Base64Text.decode(encoded).length <= ID_BYTES) {
            throw new Malformed("a signature is longer than its key id");
        }
    }

    static NoteSignature of(String name, int keyId, byte[] signature) {
        ByteBuffer all = ByteBuffer.allocate(ID_BYTES + signature.length);
        return new NoteSignature(
                name, Base64Text.encode(all.putInt(keyId).put(signature).array()));
    }

    /**
     * Reads lines as a witness answers them.
     *
     * @throws Malformed if they are not signature lines, each ended by a newline
     */
    public static List<NoteSignature> parseLines(String lines) {
        if (!lines.endsWith("\n")) {
            throw new Malformed("signature lines end in a newline");
        }
        return Arrays.stream(lines.substring(0, lines.length() - 1).split("\n", -1))
                .map(NoteSignature::parse)
                .toList();
    }

    static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new Malformed("a signature line starts with a dash and has a name and a signature");
        }
        return new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
    }

    /** The 32-bit id of the key. */
    public int keyId() {
        return ByteBuffer.wrap(Base64Text.decode(encoded)).getInt();
    }

    /** The signature without the key id. */
    public byte[] signature() {
        byte[] all = Base64Text.decode(encoded);
        return Arrays.copyOfRange(all, ID_BYTES, all.length);
    }

    /** The line as it stands in a note, with its newline. */
    public String line() {
        return DASH + name + " " + encoded + "\n";
    }
}
