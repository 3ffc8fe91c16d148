package confidant.vault;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * The key above all others; it never leaves its keeper. It lives in epochs: what is wrapped names the epoch it was wrapped
 * in, and when an epoch is destroyed, nothing that was wrapped in it opens again, whoever kept a copy. Calls may block:
 * use a worker thread. All nodes of one house share one root.
 */
public interface RootKey {
    /** Bytes before what the keeper made: a format version and the epoch. */
    int HEAD = 5;

    /** Encrypts a key in the current epoch, bound to {@code associated}; see {@link #epochOf}. */
    byte[] wrap(byte[] key, byte[] associated);

    /**
     * The reverse of {@link #wrap}.
     *
     * @throws VaultRefused if the bytes were not wrapped here with the same {@code associated}, or their epoch is destroyed
     * @throws RootUnavailable if the keeper cannot be asked now
     */
    byte[] unwrap(byte[] wrapped, byte[] associated);

    /** The epoch that {@link #wrap} uses at this moment, from 1, as the keeper says. */
    int epoch();

    /** Begins the next epoch and returns its number; earlier ones still unwrap until they are destroyed. */
    int newEpoch();

    /**
     * Destroys an epoch and all before it. Repeatable.
     *
     * @throws VaultRefused if it is the current epoch or a later one; nothing is destroyed then
     */
    Destroyed destroyEpoch(int epoch, Instant now);

    /** Whether the destruction of an epoch can be relied on; a development root in a plain file cannot promise that. */
    boolean erasureFinal();

    /** How long after its destruction a backup of the keeper may still hold an epoch. */
    Duration lingers();

    /** {@code file} or {@code transit}, for officers. */
    String kind();

    /**
     * What the keeper says of a destroyed epoch.
     *
     * @param epoch this one and all before it are gone
     * @param promised from when on no copy of it is left, the keeper's own backups included
     * @param provable whether the keeper can be relied on for that
     */
    record Destroyed(int epoch, Instant promised, boolean provable) {}

    /**
     * The epoch in which bytes were wrapped, read from their head without opening them.
     *
     * @throws VaultRefused if they are too short or of an unknown format
     */
    static int epochOf(byte[] wrapped) {
        if (wrapped.length <= HEAD || wrapped[0] != 1) {
            throw new VaultRefused("the wrapped key has an unknown format");
        }
        return ByteBuffer.wrap(wrapped, 1, Integer.BYTES).getInt();
    }
}
