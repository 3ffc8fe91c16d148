package confidant.system;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.Row;
import confidant.node.ContactPoint;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads rows as somebody would who has the database and nothing else. */
final class Rows implements AutoCloseable {
    private final CqlSession session;

    Rows(ContactPoint node) {
        this.session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(node.host(), node.port()))
                .withLocalDatacenter("datacenter1")
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(30))
                        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, Duration.ofSeconds(30))
                        .build())
                .build();
    }

    List<Row> of(String query, Object... values) {
        return session.execute(query, values).all();
    }

    /** Every cell of every table of the keyspaces, as bytes, with the name of its column. */
    void cells(List<String> keyspaces, BiConsumer<String, byte[]> seen) {
        for (String keyspace : keyspaces) {
            for (Row table : of("SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?", keyspace)) {
                String name = keyspace + "." + table.getString(0);
                session.execute("SELECT * FROM " + keyspace + ".\"" + table.getString(0) + "\"")
                        .forEach(row -> cells(name, row, seen));
            }
        }
    }

    private static void cells(String table, Row row, BiConsumer<String, byte[]> seen) {
        for (int at = 0; at < row.size(); at++) {
            ByteBuffer cell = row.getBytesUnsafe(at);
            if (cell != null) {
                byte[] bytes = new byte[cell.remaining()];
                cell.duplicate().get(bytes);
                seen.accept(table + "." + row.getColumnDefinitions().get(at).getName(), bytes);
            }
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
