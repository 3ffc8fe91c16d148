package confidant.store;

import org.jspecify.annotations.Nullable;

/**
 * The store cannot be reached, is over capacity, or did not answer in time. A write that failed so may or may not have
 * happened; every write of these ports may be repeated.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
