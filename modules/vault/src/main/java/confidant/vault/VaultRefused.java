package confidant.vault;

/** Something did not open: wrong slot, changed bytes, a key that is gone, or an opening that does not fit. Says no more. */
public final class VaultRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VaultRefused(String message) {
        super(message);
    }
}
