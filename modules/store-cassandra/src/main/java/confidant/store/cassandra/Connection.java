package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.Version;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.internal.core.session.throttling.ConcurrencyLimitingRequestThrottler;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** Connects, and refuses what cannot work. */
final class Connection {
    private static final Version OLDEST = Objects.requireNonNull(Version.parse("4.1.0"));
    private static final int PAGE = 500;
    private static final int AT_ONCE = 512;
    private static final int QUEUED = 16_384;

    private Connection() {}

    static CompletionStage<CqlSession> open(Settings settings) {
        CqlSessionBuilder builder = CqlSession.builder()
                .addContactPoints(settings.contactPoints())
                .withLocalDatacenter(settings.datacenter())
                .withConfigLoader(config(settings));
        settings.credentials().ifPresent(sign -> builder.withAuthCredentials(sign.user(), sign.password()));
        return builder.buildAsync();
    }

    private static DriverConfigLoader config(Settings settings) {
        return DriverConfigLoader.programmaticBuilder()
                .withString(DefaultDriverOption.SESSION_NAME, "confidant")
                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, DefaultConsistencyLevel.LOCAL_QUORUM.name())
                .withString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY, DefaultConsistencyLevel.LOCAL_SERIAL.name())
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, settings.timeout())
                .withInt(DefaultDriverOption.REQUEST_PAGE_SIZE, PAGE)
                // A warning of the database would be logged with the values of the statement.
                .withBoolean(DefaultDriverOption.REQUEST_LOG_WARNINGS, false)
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, settings.timeout())
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, settings.timeout())
                // A house waits at the door of a node that starts again; do not let it wait for a minute.
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(250))
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(4))
                .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, Duration.ofSeconds(5))
                .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, settings.timeout())
                .withClass(DefaultDriverOption.REQUEST_THROTTLER_CLASS, ConcurrencyLimitingRequestThrottler.class)
                .withInt(DefaultDriverOption.REQUEST_THROTTLER_MAX_CONCURRENT_REQUESTS, AT_ONCE)
                .withInt(DefaultDriverOption.REQUEST_THROTTLER_MAX_QUEUE_SIZE, QUEUED)
                .withStringList(
                        DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES,
                        List.of(settings.keyspace(), settings.keysKeyspace()))
                .build();
    }

    /**
     * Looks at the nodes.
     *
     * @throws CassandraProblem when one has a version that this adapter does not know, or none is in our datacenter
     */
    static void inspect(CqlSession session, Settings settings) {
        Collection<Node> nodes = session.getMetadata().getNodes().values();
        for (Node node : nodes) {
            Version version = node.getCassandraVersion();
            if (version != null && !known(version)) {
                throw new CassandraProblem(
                        "Cassandra " + version + " is not supported", "use Cassandra 4.1 or 5, best the newest 5.0");
            }
        }
        boolean here = nodes.stream().anyMatch(node -> settings.datacenter().equals(node.getDatacenter()));
        if (!here) {
            throw new CassandraProblem(
                    "no node says that it is in datacenter `" + settings.datacenter() + "`",
                    "set the datacenter to what `nodetool status` shows");
        }
    }

    static boolean known(Version version) {
        return version.nextStable().compareTo(OLDEST) >= 0 && version.getMajor() <= 5;
    }
}
