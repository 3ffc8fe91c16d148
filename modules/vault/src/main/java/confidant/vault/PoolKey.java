package confidant.vault;

/** An unwrapped pool key, held in memory only. After {@link #wipe()} every use fails with {@link VaultRefused}. */
public final class PoolKey {
    /** Overwrites the key. Best effort: the JVM may have moved copies. */
    public void wipe() {
        throw new UnsupportedOperationException();
    }
}
