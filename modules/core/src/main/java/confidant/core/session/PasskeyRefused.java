package confidant.core.session;

/** A passkey was not accepted; the message is one lower-case sentence without anything that was sent. */
public final class PasskeyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What was wrong. */
    public enum Why {
        EXPIRED("the question was not asked, was answered before or is too old"),
        UNKNOWN("this passkey is not known here"),
        UNVERIFIED("the authenticator did not verify its user"),
        COUNTER("the authenticator's counter went back, so there may be a copy of it"),
        KNOWN("this passkey is registered already"),
        FORGED("the answer of the authenticator does not verify");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        /** The word in the ledger. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public PasskeyRefused(Why why) {
        super(why.sentence, null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
