package confidant.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of rules as it lies there now, with everything that speaks against putting it in force.
 *
 * @param set empty when the folder cannot be used at all
 * @param problems one line each, empty when set, lint and golden tables are in order
 */
public record PolicyDraft(Optional<PolicySet> set, List<String> problems) {
    public PolicyDraft {
        problems = List.copyOf(problems);
    }

    /** Of a server that knows no folder. */
    public static PolicyDraft none() {
        return new PolicyDraft(Optional.empty(), List.of("this server knows no folder of rules"));
    }

    /** Reads the folder once, so that what is checked is what the set holds. Takes some seconds: call it on a worker. */
    public static PolicyDraft read(Path folder, LocalDate today) {
        List<PolicyProblem> problems = new ArrayList<>();
        Optional<PolicySet> set = PolicySet.read(folder, problems);
        set.ifPresent(read -> problems.addAll(PolicyLint.check(read, today)));
        List<String> lines =
                new ArrayList<>(problems.stream().map(PolicyProblem::toString).toList());
        set.ifPresent(read -> lines.addAll(PolicyTrial.run(read, folder)));
        return new PolicyDraft(set, lines);
    }
}
