package confidant.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a verification into lines for people. */
final class ReportText {
    private static final int MOST_FINDINGS = 50;

    private ReportText() {}

    static List<String> lines(
            List<Finding> findings,
            Optional<Verification> verified,
            List<NoteVerifier> keys,
            boolean keyExpected,
            int proofs,
            int spares,
            List<String> witnessed) {
        List<String> lines = new ArrayList<>();
        keys.forEach(key -> lines.add("key:         " + key.vkey()));
        lines.add(
                keyExpected
                        ? "             the key you gave"
                        : "             taken from the bundle: compare it with the key the house has published");
        verified.ifPresent(found -> {
            Checkpoint head = found.head();
            lines.add("log:         " + head.origin());
            lines.add("root:        " + head.root().base64());
            lines.add("entries:     " + found.entries() + " of " + head.size() + " hashed again");
            lines.add("tiles:       " + found.tiles() + " checked, and " + spares + " of earlier sizes");
            lines.add("checkpoints: " + found.checkpoints() + " checked");
            lines.add("proofs:      " + proofs + " checked");
        });
        lines.addAll(witnessed);
        findings.stream().limit(MOST_FINDINGS).forEach(finding -> lines.add("WRONG:       " + finding.words()));
        if (findings.size() > MOST_FINDINGS) {
            lines.add("WRONG:       and " + (findings.size() - MOST_FINDINGS) + " more");
        }
        lines.add(
                findings.isEmpty()
                        ? "OK: signatures, entries, tiles and history agree"
                        : "NOT OK: findings: " + findings.size());
        return lines;
    }
}
