package confidant.core.session;

/** The session is good, but this asks for a passkey that was used within the last minutes. */
public final class StepUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StepUp() {
        super("use your passkey, then send the same request again", null, false, false);
    }
}
