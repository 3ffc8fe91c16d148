package confidant.system;

import confidant.core.port.Worker;
import confidant.store.Stores;
import confidant.store.memory.MemoryStores;

/** In memory. */
final class DeadKeysTest extends DeadKeys {
    private final MemoryStores stores = new MemoryStores(clock);

    @Override
    Stores stores() {
        return stores;
    }

    @Override
    Worker worker() {
        return here();
    }
}
