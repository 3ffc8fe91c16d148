package confidant.vault;

/** The keeper of the root key cannot be asked now: away, sealed, overloaded, or it does not know us. Try again later. */
public final class RootUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RootUnavailable(String message) {
        super(message);
    }
}
