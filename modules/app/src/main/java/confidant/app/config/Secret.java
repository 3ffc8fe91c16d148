package confidant.app.config;

/** A key, token or password of the house. Its text form is a placeholder; {@link #reveal()} is the one way to it. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    static Secret of(String value) {
        return new Secret(value);
    }

    /** The value itself, for the one adapter that needs it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
