package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.store.StoreUnavailable;
import confidant.store.Stores;
import confidant.store.memory.MemoryStores;
import org.junit.jupiter.api.Test;

final class MemoryStoresTest implements StoresContract {
    private final FixedClock clock = FixedClock.noon();
    private final MemoryStores stores = new MemoryStores(clock);

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public FixedClock clock() {
        return clock;
    }

    @Test
    void outage_fails_every_call_until_it_is_over() {
        stores.available(false);
        assertThat(Await.failure(stores.check())).isInstanceOf(StoreUnavailable.class);
        assertThat(Await.failure(stores.conversations().append(Fixtures.conversation(), Fixtures.inbound())))
                .isInstanceOf(StoreUnavailable.class);
        stores.available(true);
        Await.result(stores.check());
    }
}
