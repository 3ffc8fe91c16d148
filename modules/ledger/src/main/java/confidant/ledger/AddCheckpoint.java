package confidant.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log sends to a witness, <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness</a> "add-checkpoint".
 *
 * @param old the size the witness saw last, as far as the log knows
 * @param proof a consistency proof from there, empty from 0
 * @param checkpoint the head to cosign
 */
public record AddCheckpoint(long old, List<Hash> proof, SignedCheckpoint checkpoint) {
    /** The most proof lines that may be sent. */
    public static final int MOST_PROOF = 63;

    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** @throws Malformed if the text is not exactly in the form of {@link #format} */
    public static AddCheckpoint parse(String text) {
        int split = text.indexOf("\n\n");
        if (split < 0) {
            throw new Malformed("a request has an empty line before its checkpoint");
        }
        String[] lines = text.substring(0, split).split("\n", -1);
        if (!lines[0].startsWith(OLD) || lines.length > 1 + MOST_PROOF) {
            throw new Malformed("a request starts with the old size and has at most 63 hashes");
        }
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(Hash.parse(lines[i]));
        }
        return new AddCheckpoint(
                Decimal.parse(lines[0].substring(OLD.length())),
                proof,
                SignedCheckpoint.parse(text.substring(split + 2)));
    }

    /** The body of the request. */
    public String format() {
        StringBuilder text = new StringBuilder(OLD).append(old).append('\n');
        proof.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.format()).toString();
    }
}
