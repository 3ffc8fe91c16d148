package confidant.core.glass;

/** The time to see something exactly is over, or was ended before; what the rules show otherwise is still shown. */
public final class LookOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LookOver() {
        super("this look has ended; what is noted is shown as the rules blunt it", null, false, false);
    }
}
