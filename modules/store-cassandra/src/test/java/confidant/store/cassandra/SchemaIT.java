package confidant.store.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import confidant.model.HouseId;
import confidant.node.ContactPoint;
import confidant.node.SharedNode;
import confidant.testkit.Await;
import io.vertx.core.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of one pair of keyspaces, step by step, because making a schema is slow. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SchemaIT {
    private static final String KEYSPACE =
            "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    private static final String KEYS = KEYSPACE + "_keys";

    private static CqlSession session;

    @BeforeAll
    static void connect() {
        ContactPoint node = SharedNode.get();
        session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(node.host(), node.port()))
                .withLocalDatacenter("datacenter1")
                .build();
    }

    @AfterAll
    static void drop() {
        run("DROP KEYSPACE IF EXISTS " + KEYSPACE);
        run("DROP KEYSPACE IF EXISTS " + KEYS);
        session.close();
    }

    private static void run(String cql) {
        session.execute(SimpleStatement.newInstance(cql).setTimeout(Duration.ofSeconds(60)));
    }

    private static Settings settings(String datacenter) {
        ContactPoint node = SharedNode.get();
        return new Settings(
                List.of(new InetSocketAddress(node.host(), node.port())),
                datacenter,
                KEYSPACE,
                KEYS,
                1,
                Optional.empty(),
                Duration.ofSeconds(10),
                new HouseId("house"));
    }

    private static Future<CassandraStores> open() {
        return CassandraStores.open(TestHouse.VERTX, settings("datacenter1"));
    }

    private static List<UUID> tableIds() {
        return session
                .execute("SELECT id FROM system_schema.tables WHERE keyspace_name IN ('" + KEYSPACE + "', '" + KEYS
                        + "')")
                .all()
                .stream()
                .map(row -> row.getUuid("id"))
                .toList();
    }

    @Test
    @Order(1)
    void schema_is_made_once_by_two_that_start_together() {
        Future<CassandraStores> first = open();
        Future<CassandraStores> second = open();
        for (Future<CassandraStores> opened : List.of(first, second)) {
            CassandraStores stores = Await.result(opened);
            Await.result(stores.check());
            Await.result(stores.close());
        }
        assertThat(session.execute("SELECT number FROM " + KEYSPACE + ".schema_version WHERE name = 'file'")
                        .all())
                .hasSize(SchemaFiles.all().size());
        assertThat(session.execute("SELECT number FROM " + KEYSPACE + ".schema_version WHERE name = 'guard'")
                        .all())
                .isEmpty();
    }

    @Test
    @Order(2)
    void every_table_says_how_big_its_partitions_get() {
        List<String> silent = session
                .execute("SELECT table_name, comment FROM system_schema.tables WHERE keyspace_name IN ('" + KEYSPACE
                        + "', '" + KEYS + "')")
                .all()
                .stream()
                .filter(row -> row.getString("comment").isBlank())
                .map(row -> row.getString("table_name"))
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    @Order(3)
    void schema_is_left_alone_when_it_is_there() {
        List<UUID> before = tableIds();
        Await.result(Await.result(open()).close());
        assertThat(tableIds()).isNotEmpty().isEqualTo(before);
    }

    @Test
    @Order(4)
    void open_is_refused_in_a_datacenter_that_is_not_there() {
        Throwable failure = Await.failure(CassandraStores.open(TestHouse.VERTX, settings("elsewhere")));
        assertThat(failure).isInstanceOf(CassandraProblem.class).hasMessageContaining("`elsewhere`");
    }

    @Test
    @Order(5)
    void open_is_refused_after_another_text_of_a_file() {
        run("UPDATE " + KEYSPACE + ".schema_version SET hash = 'other' WHERE name = 'file' AND number = 2");
        assertThat(Await.failure(open())).isInstanceOf(CassandraProblem.class).hasMessageContaining("`002_keys.cql`");
        String hash = SchemaFiles.all().get(1).hash();
        run("UPDATE " + KEYSPACE + ".schema_version SET hash = '" + hash + "' WHERE name = 'file' AND number = 2");
    }

    @Test
    @Order(6)
    void open_is_refused_on_the_schema_of_a_newer_version() {
        run("INSERT INTO " + KEYSPACE + ".schema_version (name, number, hash) VALUES ('file', 999, 'x')");
        assertThat(Await.failure(open())).isInstanceOf(CassandraProblem.class).hasMessageContaining("newer version");
    }
}
