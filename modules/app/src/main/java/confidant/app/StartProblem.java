package confidant.app;

/** Why the house does not start or cannot go on: one lower-case sentence, and what to do about it. No personal value. */
public final class StartProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public StartProblem(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** One lower-case sentence, without a full stop. */
    public String remedy() {
        return remedy;
    }
}
