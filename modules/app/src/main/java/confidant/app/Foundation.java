package confidant.app;

import confidant.app.config.Config;
import confidant.app.sample.SampleStaff;
import confidant.core.House;
import confidant.core.port.Worker;
import confidant.ledger.NoteSigner;
import confidant.node.NodeProblem;
import confidant.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What the rooms stand on: data folder, node, store, keys, rules. Everything started here is in {@code closing}. */
record Foundation(Vertx vertx, Optional<KeptNode> node, House house, NoteSigner ledgerKey) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Foundation lay(
            Config config,
            Address address,
            Clock clock,
            Closing closing,
            Consumer<String> progress,
            Consumer<NodeProblem> lost) {
        // Rules take a second or two of processor time, the node ten: side by side.
        CompletableFuture<Rules> rules = Background.run("confidant-rules", () -> Rules.read(config.policies()));
        Optional<KeptNode> node = Database.node(config, progress, lost);
        node.ifPresent(kept -> closing.add("node", kept::close));
        Vertx vertx = Vertx.vertx();
        closing.add("vertx", () -> Waiting.on(vertx.close(), PATIENCE, "stopping"));
        progress.accept("opening the database");
        Stores stores = Database.open(vertx, config, node);
        closing.add("stores", () -> Waiting.on(stores.close(), PATIENCE, "closing the database"));
        Waiting.on(SampleStaff.ensure(stores.house(), config.house().id()), PATIENCE, "adding the staff");
        HouseKeys keys = HouseKeys.open(config, stores, address.base().getHost());
        WorkerExecutor executor = vertx.createSharedWorkerExecutor("confidant-rooms", threads());
        closing.add("workers", () -> Waiting.on(executor.close(), PATIENCE, "stopping"));
        House house = new House(
                config.house().id(),
                ProcessHandle.current().pid() + "-" + UUID.randomUUID(),
                stores,
                Background.result(rules).inForce(stores.house(), clock.instant()),
                keys.vault(),
                clock,
                new Pooled(executor));
        return new Foundation(vertx, node, house, keys.ledger());
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors() + 2;
    }

    /** Work of the rooms that would hold up an event loop. */
    private record Pooled(WorkerExecutor executor) implements Worker {
        @Override
        public <T> Future<T> run(Callable<T> work) {
            return executor.executeBlocking(work, false);
        }
    }
}
