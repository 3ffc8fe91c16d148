package confidant.store.cassandra;

/** Why the stores cannot be opened on this database at all: a sentence and what to do about it. Trying again is no use. */
public final class CassandraProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    CassandraProblem(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What to do, one sentence in lower case. */
    public String remedy() {
        return remedy;
    }
}
