package confidant.core.silence;

/** What keeps a client whose time is over. */
public enum Keeper {
    /** A consent is valid, or can still be renewed. */
    CONSENT,
    /** A legal hold lies on one of their purposes. */
    HOLD,
    /** What they asked for by law is not answered. */
    REQUEST,
    COMPLAINT,
    /** They may choose another concierge, or are on their way to one. */
    HANDOVER,
    /** A message to them has not left yet. */
    MESSAGE,
    /** A piece that was shared is on its way to them. */
    SHARE,
    /** The rules let nobody take their name or address away. */
    RULES
}
