package confidant.app;

import confidant.app.config.Config;
import confidant.node.NodeLib;
import confidant.node.NodeProblem;
import confidant.store.StoreUnavailable;
import confidant.store.Stores;
import confidant.store.cassandra.CassandraProblem;
import confidant.store.cassandra.CassandraStores;
import confidant.store.cassandra.Settings;
import confidant.store.cassandra.Settings.Credentials;
import io.vertx.core.Vertx;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the rows are: the local node, or the cluster that the configuration names. Blocks. */
final class Database {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Database() {}

    /** Starts the local node where the configuration asks for one. */
    static Optional<KeptNode> node(Config config, Consumer<String> progress, Consumer<NodeProblem> givenUp) {
        if (!config.cassandra().contactPoints().isEmpty()) {
            return Optional.empty();
        }
        Config.Node node = config.cassandra().node();
        return Optional.of(KeptNode.start(
                confidant.node.Settings.of(
                                config.data().resolve("cassandra"),
                                NodeLib.find().folder())
                        .withHeapMegabytes(node.heapMegabytes())
                        .withNativePort(node.port())
                        .withProgress(progress),
                givenUp));
    }

    /** Connects and brings the schema up to date. */
    static Stores open(Vertx vertx, Config config, Optional<KeptNode> node) {
        Config.Cassandra from = config.cassandra();
        List<InetSocketAddress> points = node.map(own -> List.of(own.address())).orElse(from.contactPoints());
        Settings settings = new Settings(
                points,
                from.localDatacenter(),
                from.keyspace(),
                from.keysKeyspace(),
                from.replication(),
                from.login()
                        .map(login -> new Credentials(
                                login.username(), login.password().reveal())),
                from.timeout(),
                config.house().id());
        try {
            return Waiting.on(CassandraStores.open(vertx, settings), PATIENCE, "opening the database");
        } catch (CassandraProblem problem) {
            throw new StartProblem(String.valueOf(problem.getMessage()), problem.remedy());
        } catch (StoreUnavailable away) {
            throw new StartProblem(
                    "the database at " + points.get(0) + " cannot be reached",
                    "check `cassandra.contact-points` and `cassandra.local-datacenter`, and that it runs");
        }
    }
}
