package confidant.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text with signatures under it, <a href="https://c2sp.org/signed-note">C2SP signed-note</a>.
 *
 * <p>Holding one proves nothing: ask {@link #isSignedBy}. Parsing is strict (UTF-8, no control characters, canonical
 * base64), so one note has one spelling.
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_SIGNATURES = 100;

    /** @throws Malformed if the text does not end in a newline, has control characters, or there is no signature */
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("a note's text ends in a newline and has no other control character");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new Malformed("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
    }

    /** @throws Malformed if these bytes are not a signed note */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Malformed("a note has at most " + MOST_BYTES + " bytes");
        }
        try {
            String note = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(note);
        } catch (CharacterCodingException e) {
            throw new Malformed("a note is not UTF-8");
        }
    }

    /** @throws Malformed if this is not a signed note */
    public static SignedNote parse(String note) {
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
            throw new Malformed("a note has a text, an empty line and signature lines");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    /**
     * True if at least one of these keys signed, and no signature that carries one of these keys' name and id is
     * wrong.
     */
    public boolean isSignedBy(Collection<NoteVerifier> keys) {
        boolean signed = false;
        for (NoteSignature signature : signatures) {
            for (NoteVerifier key : keys) {
                if (key.claims(signature)) {
                    if (!key.verifies(text, signature)) {
                        return false;
                    }
                    signed = true;
                }
            }
        }
        return signed;
    }

    /** The note as it is stored and served. */
    public String format() {
        StringBuilder all = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> all.append(signature.line()));
        return all.toString();
    }
}
