package confidant.core.silence;

import confidant.core.gate.Pass;
import confidant.model.DataClass;
import confidant.store.ConversationStore.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One client whose time is over, or soon will be.
 *
 * @param parts what would go with them
 * @param keepers what keeps them now; empty if nothing does
 */
record Finding(Ref client, Silence silence, List<Part> parts, Set<Keeper> keepers) {

    /**
     * Values of one class.
     *
     * @param rule that lets them be taken away, or keeps them
     * @param pass by which they are taken away; empty where the rules refuse
     */
    record Part(DataClass what, int count, String rule, Optional<Pass> pass) {}

    boolean goes(Instant now) {
        return keepers.isEmpty()
                && silence.due().filter(due -> !due.isAfter(now)).isPresent();
    }

    /** The rule by which what is over first is taken away, or stays. */
    String rule() {
        return parts.stream()
                .filter(part -> part.what().equals(silence.what()))
                .findFirst()
                .map(Part::rule)
                .orElse("");
    }
}
