package confidant.vault;

import confidant.model.Address;
import confidant.model.BlindKey;
import confidant.model.ClientId;
import confidant.model.HouseId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.model.Slot;
import confidant.policy.Opening;
import java.time.Instant;

/**
 * The one place where data are sealed and opened. Thread-safe. {@code newX} and {@code openPool} may block on the root
 * key: call them on a worker; all else is a few microseconds of CPU.
 */
public final class Vault {

    /** A fresh pool key, wrapped by the root, ready to be stored. */
    public byte[] newPoolKey(HouseId house, PoolId pool) {
        throw new UnsupportedOperationException();
    }

    /**
     * Unwraps a stored pool key.
     *
     * @throws VaultRefused if it was not made for this house and pool
     */
    public PoolKey openPool(HouseId house, PoolId pool, byte[] wrapped) {
        throw new UnsupportedOperationException();
    }

    /** A fresh random key for one (client, purpose), wrapped by the pool key, ready to be stored. */
    public byte[] newDataKey(PoolKey poolKey, ClientId client, Purpose purpose, int keyNo) {
        throw new UnsupportedOperationException();
    }

    /**
     * Unwraps a stored data key.
     *
     * @throws VaultRefused if it was not made for this pool, client, purpose and number
     */
    public DataKey openDataKey(PoolKey poolKey, ClientId client, Purpose purpose, int keyNo, byte[] wrapped) {
        throw new UnsupportedOperationException();
    }

    /**
     * Seals bytes into their slot.
     *
     * @throws VaultRefused if the key is not the slot's (pool, client, purpose) or was wiped
     */
    public Sealed seal(DataKey key, Slot slot, byte[] plain) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens what was sealed into {@code slot}.
     *
     * @throws VaultRefused if the opening is void at {@code now} or speaks of another pool, client or purpose, or the bytes
     *     were not sealed into this slot under this key
     */
    public byte[] open(Opening opening, DataKey key, Slot slot, Sealed sealed, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** The keyed hash under which an address is looked up; stable for one house. */
    public BlindKey blind(HouseId house, Address address) {
        throw new UnsupportedOperationException();
    }

    /**
     * A keyed pseudonym of any text for one use, for example the row key of a due entry or a ledger subject; 22 base64url
     * characters that cannot be linked across uses.
     */
    public String pseudonym(HouseId house, String use, String text) {
        throw new UnsupportedOperationException();
    }

    /** Seals a due entry for the scheduler's own identity; it holds pseudonyms and times, never content. */
    public Sealed sealDue(HouseId house, String rowKey, byte[] plain) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens a due entry.
     *
     * @throws VaultRefused if it was not sealed for this house and row
     */
    public byte[] openDue(HouseId house, String rowKey, Sealed sealed) {
        throw new UnsupportedOperationException();
    }
}
