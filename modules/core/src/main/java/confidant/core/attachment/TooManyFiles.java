package confidant.core.attachment;

/** A client has as many files as one may have. */
public final class TooManyFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyFiles(int most) {
        super("a client has at most " + most + " files");
    }
}
