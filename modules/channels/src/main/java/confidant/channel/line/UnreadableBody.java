package confidant.channel.line;

/** A genuine body whose form is not the contract's. Caught in {@link LineDesk}; carries a fixed sentence, never content. */
final class UnreadableBody extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableBody(String problem) {
        super(problem, null, false, false);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
