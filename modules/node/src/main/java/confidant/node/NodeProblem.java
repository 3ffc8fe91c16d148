package confidant.node;

/**
 * Why the local node does not run, in one lower-case sentence, and what to do about it. Both texts are for a person and
 * hold no personal value.
 */
public final class NodeProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    public NodeProblem(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** One lower-case sentence, without a full stop. */
    public String remedy() {
        return remedy;
    }
}
