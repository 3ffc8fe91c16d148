package confidant.vault;

import confidant.model.PoolId;

/** An unwrapped pool key, held in memory only. After {@link #wipe()} every use fails with {@link VaultRefused}. */
public final class PoolKey {
    private final PoolId pool;
    private final KeyBytes bytes;

    PoolKey(PoolId pool, KeyBytes bytes) {
        this.pool = pool;
        this.bytes = bytes;
    }

    public PoolId pool() {
        return pool;
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
