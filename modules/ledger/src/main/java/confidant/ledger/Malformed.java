package confidant.ledger;

/**
 * Text or bytes from outside that do not have the form the format asks for. The message names the form, never the
 * content.
 */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
        super(message);
    }
}
