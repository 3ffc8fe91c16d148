package confidant.model;

/** How much of a datum is shown, sharpest first. */
public enum Precision {
    EXACT,
    GENERAL,
    PRESENCE,
    NONE
}
