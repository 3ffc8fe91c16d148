package confidant.core.audit;

import java.time.Instant;

/** The span of time in which ledger entries wait together. */
final class Bucket {
    /** Long enough that a quiet house has few of them, short enough that one is soon done with. */
    static final int SECONDS = 10;

    private Bucket() {}

    static long of(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }
}
