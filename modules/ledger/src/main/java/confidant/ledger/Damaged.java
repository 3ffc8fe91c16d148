package confidant.ledger;

/**
 * Stored tiles that are missing or do not fit the tree they should form. The message names the tile, never an entry's
 * content.
 */
public final class Damaged extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public Damaged(String message) {
        super(message);
    }
}
