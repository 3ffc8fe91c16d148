package confidant.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Checks a whole log: signatures, every entry against its hash, every tile against the tiles below and the signed
 * root, and that older checkpoints are
 * beginnings of the same log. Relies on nothing stored: every hash is made again. Immutable; one call works on the
 * caller's thread.
 *
 * <p>It cannot see that a log was replaced by another one signed with the same key: for that the caller keeps
 * checkpoints seen earlier, or a witness's,
 * and gives them as older ones.
 */
public final class LogVerifier {
    private final String origin;
    private final List<NoteVerifier> keys;

    /**
     * @param origin the log's name, as it must stand in every checkpoint
     * @param keys the log's keys, more than one after a key was replaced
     */
    public LogVerifier(String origin, Collection<NoteVerifier> keys) {
        this.origin = origin;
        this.keys = List.copyOf(keys);
    }

    /** For a log whose key is named after it, as tlog-checkpoint recommends. */
    public static LogVerifier of(NoteVerifier key) {
        return new LogVerifier(key.name(), List.of(key));
    }

    /** Checks the log a checkpoint is the head of. */
    public Verification verify(SignedCheckpoint head, TileSource tiles) {
        return verify(head, List.of(), tiles);
    }

    /**
     * Checks the log a checkpoint is the head of, and that the other checkpoints are earlier states of it, in any
     * order.
     *
     * @return never fails for what is wrong with the log; an exception of the source goes through
     */
    public Verification verify(SignedCheckpoint head, Collection<SignedCheckpoint> older, TileSource tiles) {
        List<Finding> findings = new ArrayList<>();
        checkNote("checkpoint", head, findings);
        older.forEach(signed -> checkNote(nameOf(signed), signed, findings));
        Checkpoint newest = head.checkpoint();
        List<Long> sizes =
                older.stream().map(signed -> signed.checkpoint().size()).toList();
        TreeScan scan = new TreeScan(newest.size(), tiles, sizes, findings);
        scan.run();
        Blame blame = new Blame(scan, newest, findings);
        blame.run();
        for (SignedCheckpoint signed : older) {
            Checkpoint old = signed.checkpoint();
            if (old.size() > newest.size()) {
                findings.add(history(signed, "has more entries than the newest one: entries were cut off"));
            } else if (!old.root().equals(scan.rootAt(old.size()))
                    && (blame.entriesGood() || !provenByTiles(old, newest, tiles))) {
                findings.add(history(signed, "is not a beginning of this log: its history was changed"));
            }
        }
        return new Verification(newest, scan.entries(), scan.tiles(), 1 + older.size(), findings);
    }

    /** Entries and tiles against a head whose signature was checked elsewhere. */
    static List<Finding> scan(Checkpoint head, TileSource tiles) {
        List<Finding> findings = new ArrayList<>();
        TreeScan scan = new TreeScan(head.size(), tiles, List.of(), findings);
        scan.run();
        new Blame(scan, head, findings).run();
        return findings;
    }

    private void checkNote(String name, SignedCheckpoint signed, List<Finding> findings) {
        if (!signed.isSignedBy(keys)) {
            findings.add(Finding.of(Finding.Kind.BAD_SIGNATURE, name, "`" + name + "` is not signed by the log's key"));
        }
        if (!signed.checkpoint().origin().equals(origin)) {
            findings.add(Finding.of(Finding.Kind.WRONG_LOG, name, "`" + name + "` is of another log"));
        }
    }

    /** Where entries were changed, the tiles may still show that the two checkpoints belong together. */
    private static boolean provenByTiles(Checkpoint old, Checkpoint newest, TileSource tiles) {
        try {
            return old.size() > 0
                    && new ProofBuilder(tiles, newest.size())
                            .consistency(old.size(), newest.size())
                            .verify(old.root(), newest.root());
        } catch (Damaged e) {
            return false;
        }
    }

    private static Finding history(SignedCheckpoint signed, String words) {
        String name = nameOf(signed);
        return Finding.of(Finding.Kind.HISTORY_DIFFERS, name, "`" + name + "` " + words);
    }

    /** The name an older checkpoint has in a bundle. */
    static String nameOf(SignedCheckpoint signed) {
        return "checkpoints/" + signed.checkpoint().size();
    }
}
