package confidant.vault;

/**
 * The key above all others; it never leaves its keeper. Calls may block: use a worker thread.
 */
public interface RootKey {

    /** Encrypts a key under the current epoch, bound to {@code associated}. */
    byte[] wrap(byte[] key, byte[] associated);

    /**
     * The reverse of {@link #wrap}.
     *
     * @throws VaultRefused if the bytes were not wrapped here with the same {@code associated}, or their epoch is destroyed
     */
    byte[] unwrap(byte[] wrapped, byte[] associated);

    /** The number of the epoch that {@link #wrap} uses, from 1. */
    int epoch();

    /** Whether destroying an epoch can be proved; a development root on a plain file cannot. */
    boolean erasureFinal();
}
