package confidant.fake.line;

/** One call as it came in, for contract checks. {@code retryKey} is empty when the header was absent. */
public record Call(String path, String retryKey, String body) {

    /** Without the body, which holds words for a client. */
    @Override
    public String toString() {
        return "Call[" + path + "]";
    }
}
