package confidant.vault;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;

/** The unwrapped key of one (client, purpose). After {@link #wipe()} every use fails with {@link VaultRefused}. */
public final class DataKey {
    private final PoolId pool;
    private final ClientId client;
    private final Purpose purpose;
    private final int keyNo;
    private final KeyBytes bytes;

    DataKey(PoolId pool, ClientId client, Purpose purpose, int keyNo, KeyBytes bytes) {
        this.pool = pool;
        this.client = client;
        this.purpose = purpose;
        this.keyNo = keyNo;
        this.bytes = bytes;
    }

    public PoolId pool() {
        return pool;
    }

    public ClientId client() {
        return client;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** The key's generation for this (client, purpose), from 1. */
    public int keyNo() {
        return keyNo;
    }

    KeyBytes bytes() {
        return bytes;
    }

    /** Overwrites the key. Best effort: the JVM may have moved copies. */
    public void wipe() {
        bytes.wipe();
    }

    @Override
    public String toString() {
        return "(data key)";
    }
}
