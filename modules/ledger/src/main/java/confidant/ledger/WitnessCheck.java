package confidant.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How far the witnesses have seen a log. */
final class WitnessCheck {
    private final SignedCheckpoint head;
    private final List<SignedCheckpoint> older;
    private final List<Finding> findings;
    private final List<String> lines = new ArrayList<>();

    WitnessCheck(SignedCheckpoint head, List<SignedCheckpoint> older, List<Finding> findings) {
        this.head = head;
        this.older = older;
        this.findings = findings;
    }

    /** Witnesses that the reader knows: each must have cosigned the newest checkpoint. */
    WitnessCheck require(Collection<WitnessKey> witnesses) {
        for (WitnessKey witness : witnesses) {
            if (!tell(witness, "the witness you gave")) {
                long seen = seen(witness);
                String words = seen == 0
                        ? "the witness `" + witness.name() + "` has cosigned nothing of this log"
                        : "the witness `" + witness.name() + "` has not cosigned the entries from " + seen + " on";
                findings.add(Finding.of(Finding.Kind.NOT_WITNESSED, BundleLayout.CHECKPOINT, words));
            }
        }
        return this;
    }

    /** Witnesses that only the bundle names: their word is told, and is missed nowhere. */
    WitnessCheck mention(Collection<WitnessKey> witnesses) {
        witnesses.forEach(witness -> tell(witness, "its key is the bundle's own"));
        return this;
    }

    private boolean tell(WitnessKey witness, String whose) {
        Optional<Instant> at = witness.cosigned(head.note());
        at.ifPresent(time -> lines.add("witness:     " + witness.name() + " cosigned at " + time + " (" + whose + ")"));
        return at.isPresent();
    }

    private long seen(WitnessKey witness) {
        return older.stream()
                .filter(one -> witness.cosigned(one.note()).isPresent())
                .mapToLong(one -> one.checkpoint().size())
                .max()
                .orElse(0);
    }

    List<String> lines() {
        return lines;
    }
}
