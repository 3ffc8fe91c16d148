package confidant.core;

/** Somebody else changed the same thing at the same time; reading again and repeating is safe. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Conflict(String what) {
        super(what + " was changed by somebody else");
    }
}
