package confidant.model;

/** Who wrote a message. */
public enum Author {
    CLIENT,
    CONCIERGE,
    /** The software beside the concierge; always says that it is automated. */
    ASSISTANT,
    /** The house itself: notices, receipts, greetings, shares. */
    HOUSE
}
