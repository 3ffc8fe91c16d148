package confidant.bench.client;

/** The server did something that the contract does not foresee at this point. Carries no content. */
public final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unexpected(String sentence) {
        super(sentence);
    }

    Unexpected(String what, int status) {
        this(what + " was answered with status " + status);
    }
}
