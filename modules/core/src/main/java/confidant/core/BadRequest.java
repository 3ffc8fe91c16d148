package confidant.core;

/** What was asked makes no sense; the message is one lower-case sentence without personal values. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRequest(String sentence) {
        super(sentence);
    }
}
