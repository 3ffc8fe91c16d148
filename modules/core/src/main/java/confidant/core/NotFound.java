package confidant.core;

/** There is no such thing for this caller; the same whether it does not exist or belongs to somebody else. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String what) {
        super("no such " + what);
    }
}
