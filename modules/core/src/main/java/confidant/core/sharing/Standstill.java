package confidant.core.sharing;

/**
 * Why a client does not get a piece now.
 *
 * @param rule id of the rule, or one of the two that sharing itself keeps
 * @param remedy a fixed word as in a verdict
 */
record Standstill(String rule, String remedy) {
    /** The client had this piece before. */
    static final Standstill ALREADY = new Standstill("already-shared", "none");
    /** The client had another piece today. */
    static final Standstill CAP = new Standstill("cap-one-a-day", "wait");
    /** The piece's time is over. */
    static final Standstill EXPIRED = new Standstill("piece-expired", "none");

    static final String WAIT = "wait";
    static final String NONE = "none";
}
