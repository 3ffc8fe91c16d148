package confidant.ledger;

import java.util.List;
import java.util.OptionalLong;

/**
 * What {@link LogVerifier} found.
 *
 * @param head the newest checkpoint, as it was given
 * @param entries how many entries were hashed again
 * @param tiles how many hash tiles and entry bundles were checked
 * @param checkpoints how many checkpoints were checked, the newest included
 * @param findings what is wrong; empty if and only if all is well
 */
public record Verification(Checkpoint head, long entries, long tiles, int checkpoints, List<Finding> findings) {
    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean ok() {
        return findings.isEmpty();
    }

    /** The lowest entry number that any finding names. */
    public OptionalLong firstBadEntry() {
        return findings.stream().mapToLong(Finding::number).filter(n -> n >= 0).min();
    }
}
