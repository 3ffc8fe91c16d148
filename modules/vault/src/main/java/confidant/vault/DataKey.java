package confidant.vault;

import confidant.model.ClientId;
import confidant.model.Purpose;

/** The unwrapped key of one (client, purpose). After {@link #wipe()} every use fails with {@link VaultRefused}. */
public final class DataKey {
    public ClientId client() {
        throw new UnsupportedOperationException();
    }

    public Purpose purpose() {
        throw new UnsupportedOperationException();
    }

    /** The key's generation for this (client, purpose), from 1. */
    public int keyNo() {
        throw new UnsupportedOperationException();
    }

    /** Overwrites the key. Best effort: the JVM may have moved copies. */
    public void wipe() {
        throw new UnsupportedOperationException();
    }
}
