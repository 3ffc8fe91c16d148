package confidant.assistant;

import java.util.List;

/** A FAQ file cannot be used; the message names every problem at once, one a line. */
public final class FaqProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    FaqProblem(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem in one sentence with its remedy. */
    public List<String> problems() {
        return problems;
    }
}
