package confidant.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A checkpoint with the note that carries its signatures, the log's own and any witness's.
 *
 * <p>A parsed one is only a claim until {@link #isSignedBy} says yes.
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {
    /** @throws Malformed if the note's text is not this checkpoint */
    public SignedCheckpoint {
        if (!note.text().equals(checkpoint.text())) {
            throw new Malformed("a note does not hold the checkpoint it is said to hold");
        }
    }

    /**
     * Signs a head. The caller must never sign two heads that do not extend each other (tlog-checkpoint,
     * "Signatures"): sign only the state that
     * {@link Appender} gave, and only after its tiles are stored.
     */
    public static SignedCheckpoint sign(Checkpoint checkpoint, NoteSigner signer) {
        String text = checkpoint.text();
        return new SignedCheckpoint(checkpoint, new SignedNote(text, List.of(signer.sign(text))));
    }

    /** @throws Malformed if these bytes are not a signed checkpoint */
    public static SignedCheckpoint parse(byte[] bytes) {
        SignedNote note = SignedNote.parse(bytes);
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }

    /** @throws Malformed if this is not a signed checkpoint */
    public static SignedCheckpoint parse(String text) {
        SignedNote note = SignedNote.parse(text);
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }

    /** The same with further signatures; one that is there already is not added again. */
    public SignedCheckpoint with(Collection<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(note.signatures());
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return new SignedCheckpoint(checkpoint, new SignedNote(note.text(), all));
    }

    /** See {@link SignedNote#isSignedBy}. */
    public boolean isSignedBy(Collection<NoteVerifier> keys) {
        return note.isSignedBy(keys);
    }

    public boolean isSignedBy(NoteVerifier key) {
        return note.isSignedBy(List.of(key));
    }

    /** The text as it is stored and served at {@code checkpoint}. */
    public String format() {
        return note.format();
    }

    public byte[] bytes() {
        return format().getBytes(StandardCharsets.UTF_8);
    }
}
