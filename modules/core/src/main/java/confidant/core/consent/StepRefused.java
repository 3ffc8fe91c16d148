package confidant.core.consent;

/** The rules of consent do not let this step be taken; nothing was done. */
public final class StepRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    public StepRefused(String rule) {
        super("the rules of consent refuse this step by `" + rule + "`");
        this.rule = rule;
    }

    /** A fixed word, see {@link ConsentRules.Ruling.Refused}. */
    public String rule() {
        return rule;
    }

    /** What to do about it, a fixed word as in a verdict. */
    public String remedy() {
        return switch (rule) {
            case "cool-down", "already-asked" -> "wait";
            case "ask-first" -> "ask-consent";
            default -> "none";
        };
    }
}
