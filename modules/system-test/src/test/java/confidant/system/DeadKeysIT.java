package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Worker;
import confidant.node.LocalNode;
import confidant.node.NodeLib;
import confidant.store.Stores;
import confidant.store.cassandra.CassandraStores;
import confidant.store.cassandra.Settings;
import confidant.testkit.Await;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a real Cassandra, whose every cell is looked at for the marker as well, and whose whole folder is copied while it runs:
 * each copy is started again as a node and tried.
 */
final class DeadKeysIT extends DeadKeys {
    private static final int TRIES = 20;

    @TempDir
    Path data;

    private final Vertx vertx = Vertx.vertx();
    private final List<Path> copies = new ArrayList<>();
    private LocalNode node;
    private CassandraStores stores;

    @BeforeEach
    void open() {
        open(data.resolve("node"));
    }

    private void open(Path folder) {
        node = LocalNode.start(confidant.node.Settings.of(folder, NodeLib.find().folder()));
        stores = Await.result(CassandraStores.open(
                vertx,
                Settings.local(node.contactPoint().host(), node.contactPoint().port(), id),
                clock));
    }

    private void shut() {
        Await.result(stores.close());
        node.close();
    }

    @AfterEach
    void close() {
        shut();
        Await.result(vertx.close());
    }

    @Override
    void copyFiles() {
        copies.add(copy(data.resolve("node")));
    }

    @Override
    void tryFiles(Trial trial) {
        List<String> found = new ArrayList<>();
        try (Rows rows = new Rows(node.contactPoint())) {
            rows.cells(List.of("confidant", "confidant_keys"), (column, cell) -> {
                if (holds(cell, marker())) {
                    found.add(column);
                }
            });
        }
        assertThat(found).isEmpty();
        assertThat(copies).hasSize(2);
        for (Path copy : copies) {
            shut();
            open(copy);
            trial.with(stores, copy.equals(copies.get(0)));
        }
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

    /** As it is at this moment; begun again where the node took a file away meanwhile. */
    private Path copy(Path from) {
        for (int left = TRIES; ; left--) {
            Path to = data.resolve("copy-" + copies.size() + "-" + left);
            try (Stream<Path> all = Files.walk(from)) {
                for (Path one : all.toList()) {
                    Files.copy(one, to.resolve(from.relativize(one).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return to;
            } catch (IOException | UncheckedIOException e) {
                if (left == 0) {
                    throw new IllegalStateException("the node never held still", e);
                }
            }
        }
    }
}
