package confidant.policy;

/** What somebody wants to do with a datum. */
public enum Act {
    /** See it, as sharply as is allowed; the one act with a ladder of precisions. */
    READ,
    /** See exactly, for a short time and with a reason, what reading would blunt. */
    BREAK,
    /** Keep what a client wrote. */
    RECEIVE,
    /** Write something to the client. */
    SEND,
    /** Note a tag. */
    TAG,
    /** Take away a tag whose time is over. */
    EXPIRE,
    /** Propose a tag from dialogue. */
    PROPOSE,
    /** Count or list clients by it. */
    SEGMENT,
    /** Look at metadata: states, times, rules; never content. */
    AUDIT
}
