package confidant.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An inclusion proof with the signed checkpoint it leads to, as one text that can be checked offline:
 * <a href="https://c2sp.org/tlog-proof">C2SP tlog-proof</a>, by custom a {@code .tlog-proof} file. Extra data is not
 * used, and refused in what is read.
 */
public record LogProof(InclusionProof proof, SignedCheckpoint checkpoint) {
    private static final String HEAD = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";

    /** @throws Malformed if the proof is for another size than the checkpoint's */
    public LogProof {
        if (proof.size() != checkpoint.checkpoint().size()) {
            throw new Malformed("a proof is for another tree size than its checkpoint");
        }
    }

    /** @throws Malformed if the text is not exactly in the form of {@link #format} */
    public static LogProof parse(String text) {
        int split = text.indexOf("\n\n");
        if (split < 0) {
            throw new Malformed("a proof has an empty line before its checkpoint");
        }
        String[] lines = text.substring(0, split).split("\n", -1);
        if (lines.length < 2 || !lines[0].equals(HEAD) || !lines[1].startsWith(INDEX)) {
            throw new Malformed("a proof starts with `" + HEAD + "` and the entry's number");
        }
        List<Hash> path = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            path.add(Hash.parse(lines[i]));
        }
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(text.substring(split + 2));
        long index = Decimal.parse(lines[1].substring(INDEX.length()));
        return new LogProof(new InclusionProof(index, checkpoint.checkpoint().size(), path), checkpoint);
    }

    /** The text form. */
    public String format() {
        StringBuilder text = new StringBuilder(HEAD + "\n" + INDEX + proof.index() + "\n");
        proof.path().forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.format()).toString();
    }

    /**
     * Whether one of the keys signed the checkpoint of the log of that origin, and the entry with this leaf hash is
     * in it.
     */
    public boolean verify(Hash leaf, String origin, Collection<NoteVerifier> keys) {
        Checkpoint head = checkpoint.checkpoint();
        return head.origin().equals(origin) && checkpoint.isSignedBy(keys) && proof.verify(leaf, head.root());
    }
}
