package confidant.ledger;

import java.util.List;
import java.util.OptionalLong;

/**
 * What {@link BundleVerifier} found, ready to print.
 *
 * @param ok true if everything was in order
 * @param keyExpected true if the signatures were checked by a key the caller gave; false if the key came from the
 *     bundle itself, which then proves only
 *     that the bundle agrees with itself
 * @param findings what is wrong
 * @param lines the report for people, one line each
 */
public record BundleReport(boolean ok, boolean keyExpected, List<Finding> findings, List<String> lines) {
    public BundleReport {
        findings = List.copyOf(findings);
        lines = List.copyOf(lines);
    }

    /** The lowest entry number that any finding names. */
    public OptionalLong firstBadEntry() {
        return findings.stream().mapToLong(Finding::number).filter(n -> n >= 0).min();
    }
}
