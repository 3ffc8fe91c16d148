package confidant.model;

import java.util.Locale;

/** A way to reach a client. */
public enum Channel {
    WEBCHAT,
    LINE;

    /** The lower-case word used in contracts, keys and entries. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
