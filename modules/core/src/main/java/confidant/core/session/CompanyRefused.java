package confidant.core.session;

/** A sign-in by the company was not accepted; the message is one lower-case sentence without anything that was sent. */
public final class CompanyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What was wrong. */
    public enum Why {
        STATE("this sign-in was not begun in this browser, was answered before or is too old"),
        CODE("the company did not take back the code that it gave"),
        TOKEN("what the company sent does not verify"),
        UNKNOWN("nobody here is connected with this account; come in by a passkey or a link and connect it first"),
        ROLE("no group of this account gives the role that its holder has here"),
        TAKEN("this account is connected already"),
        CONNECTED("another account is connected already; disconnect it first");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        /** The word in counters and in the ledger. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public CompanyRefused(Why why) {
        super(why.sentence, null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
