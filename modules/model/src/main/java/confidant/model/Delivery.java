package confidant.model;

/**
 * What became of a message that is to leave. A lattice: a later step never goes back, and {@link #FAILED} only ends what
 * was not delivered.
 */
public enum Delivery {
    /** Nothing has to leave: an inbound message. */
    NONE,
    QUEUED,
    /** A worker holds it and may be talking to the channel now. */
    SENDING,
    SENT,
    DELIVERED,
    READ,
    FAILED,
    /** It may or may not have left; a person decides. */
    UNKNOWN,
    /** Policy refused it at the last moment, or its purpose was withdrawn. */
    CANCELLED
}
