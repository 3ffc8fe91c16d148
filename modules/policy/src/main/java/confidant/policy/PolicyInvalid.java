package confidant.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The policies folder cannot be used; carries every problem that was found, not only the first. */
public final class PolicyInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<PolicyProblem> problems;

    PolicyInvalid(List<PolicyProblem> problems) {
        super(problems.stream()
                .map(PolicyProblem::toString)
                .collect(Collectors.joining("\n", "the policies cannot be used:\n", "")));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<PolicyProblem> problems() {
        return problems;
    }
}
