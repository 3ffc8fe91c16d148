package confidant.core.keys;

import confidant.store.KeyStore.Head;
import confidant.vault.PoolKey;
import confidant.vault.VaultRefused;
import java.util.Optional;

/** A pool's head with its keys unwrapped. */
record Opened(Head head, PoolKey current, Optional<PoolKey> previous) {

    /** The pool key of a version that the head names. */
    PoolKey key(int version) {
        if (current.version() == version) {
            return current;
        }
        return previous.filter(key -> key.version() == version)
                .orElseThrow(() -> new VaultRefused("the ring is under a pool key that is gone"));
    }

    /** Whether this is still how things stand. */
    boolean is(Optional<Head> stored) {
        return stored.map(Head::revision).orElse(0L) == head.revision();
    }

    void wipe() {
        current.wipe();
        previous.ifPresent(PoolKey::wipe);
    }

    @Override
    public String toString() {
        return "(pool keys)";
    }
}
