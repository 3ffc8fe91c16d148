package confidant.witness;

import confidant.ledger.NoteSignature;

/** What a witness says to a request, as the specification has it. */
record Answer(int status, String type, String body) {
    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer cosigned(NoteSignature line) {
        return new Answer(200, TEXT, line.line());
    }

    /** The log thinks it was last seen at another size than it was, or shows another tree of that size. */
    static Answer conflict(long seen) {
        return new Answer(409, "text/x.tlog.size", seen + "\n");
    }

    static Answer refused(int status, String words) {
        return new Answer(status, TEXT, words + "\n");
    }
}
