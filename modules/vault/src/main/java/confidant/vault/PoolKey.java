package confidant.vault;

import confidant.model.PoolId;

/** An unwrapped pool key, held in memory only. After {@link #wipe()} every use fails with {@link VaultRefused}. */
public final class PoolKey {
    private final PoolId pool;
    private final int version;
    private final KeyBytes bytes;

    PoolKey(PoolId pool, int version, KeyBytes bytes) {
        this.pool = pool;
        this.version = version;
        this.bytes = bytes;
    }

    public PoolId pool() {
        return pool;
    }

    /** Rises by one with every new ring, from 1. */
    public int version() {
        return version;
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
        return "(pool key)";
    }
}
