package confidant.store.cassandra;

import confidant.model.HouseId;
import confidant.node.ContactPoint;
import confidant.node.SharedNode;
import confidant.testkit.Await;
import confidant.testkit.FixedClock;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A house of a test's own on the shared node, in keyspaces that all tests share, and its processes' stores. */
final class TestHouse implements AutoCloseable {
    static final Vertx VERTX = Vertx.vertx();

    private final HouseId house = new HouseId("t-" + UUID.randomUUID());
    private final FixedClock clock = FixedClock.noon();
    private final List<CassandraStores> opened = new ArrayList<>();

    FixedClock clock() {
        return clock;
    }

    Settings settings() {
        ContactPoint node = SharedNode.get();
        return Settings.local(node.host(), node.port(), house);
    }

    /** Stores that reach the node by another port of this machine. */
    CassandraStores openAt(int port) {
        return open(Settings.local("127.0.0.1", port, house));
    }

    /** Stores as another process of this house would open them. */
    CassandraStores open() {
        return open(settings());
    }

    private CassandraStores open(Settings settings) {
        CassandraStores stores = Await.result(CassandraStores.open(VERTX, settings, clock));
        opened.add(stores);
        return stores;
    }

    @Override
    public void close() {
        opened.forEach(stores -> Await.result(stores.close()));
    }
}
