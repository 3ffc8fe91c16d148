package confidant.core.session;

/** The company's sign-in does not answer, or not as it should; the other ways in are open. */
public final class CompanyAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CompanyAway() {
        super("the company's sign-in does not answer; come in by a passkey or a link", null, false, false);
    }
}
