package confidant.policy;

import confidant.model.Precision;

/**
 * What the rules say of one {@link Case}.
 *
 * @param precision {@link Precision#NONE} when refused
 * @param transform empty unless the precision is general
 * @param remedy empty when permitted
 */
record Decision(String rule, Precision precision, String transform, String remedy) {
    static final String DEFAULT_DENY = "default-deny";
    static final String NO_REMEDY = "none";
    static final String ASK_CONSENT = "ask-consent";
    /** Of a class or purpose that nobody listed. */
    static final Decision UNLISTED = refuse(DEFAULT_DENY, NO_REMEDY);

    static Decision permit(String rule, Precision precision, String transform) {
        return new Decision(rule, precision, transform, "");
    }

    static Decision refuse(String rule, String remedy) {
        return new Decision(rule, Precision.NONE, "", remedy);
    }

    boolean permitted() {
        return precision != Precision.NONE;
    }
}
