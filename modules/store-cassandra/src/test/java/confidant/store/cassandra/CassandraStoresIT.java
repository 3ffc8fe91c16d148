package confidant.store.cassandra;

import confidant.store.Stores;
import confidant.testkit.FixedClock;
import confidant.testkit.StoresContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class CassandraStoresIT implements StoresContract {
    private static TestHouse house;
    private static CassandraStores stores;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        stores = house.open();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public FixedClock clock() {
        return house.clock();
    }
}
