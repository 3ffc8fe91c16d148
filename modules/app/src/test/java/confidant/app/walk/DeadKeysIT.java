package confidant.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Worker;
import confidant.node.ContactPoint;
import confidant.node.SharedNode;
import confidant.store.Stores;
import confidant.store.cassandra.CassandraStores;
import confidant.store.cassandra.Settings;
import confidant.testkit.Await;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** On a real Cassandra, whose every cell is looked at for the marker as well. */
final class DeadKeysIT extends DeadKeys {
    private final Vertx vertx = Vertx.vertx();
    private final ContactPoint node = SharedNode.get();
    private CassandraStores stores;

    @BeforeEach
    void open() {
        stores = Await.result(CassandraStores.open(vertx, Settings.local(node.host(), node.port(), id), clock));
    }

    @AfterEach
    void close() {
        List<String> found = new ArrayList<>();
        try (Rows rows = new Rows(node)) {
            rows.cells(List.of("confidant", "confidant_keys"), (column, cell) -> {
                if (holds(cell, marker())) {
                    found.add(column);
                }
            });
        }
        Await.result(stores.close());
        Await.result(vertx.close());
        assertThat(found).isEmpty();
    }

    @Override
    Stores stores() {
        return stores;
    }

    @Override
    Worker worker() {
        return new Worker() {
            @Override
            public <T> Future<T> run(Callable<T> work) {
                return vertx.executeBlocking(work, false);
            }
        };
    }
}
