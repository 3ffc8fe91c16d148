package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the keyspaces to this version's schema. Looks first and changes only what is missing, because changing a schema
 * is slow; safe when several processes start together, and safe to begin again when one died in the middle.
 */
final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    static final Duration CHANGE_TIMEOUT = Duration.ofSeconds(60);

    private final Cql cql;
    private final Settings settings;
    private final Names names;
    private final SchemaGuard guard;
    private final List<SchemaFiles.File> files = SchemaFiles.all();

    Schema(Vertx vertx, Cql cql, Settings settings) {
        this.cql = cql;
        this.settings = settings;
        this.names = Names.of(settings);
        this.guard = new SchemaGuard(vertx, cql, names);
    }

    Future<Void> bringUp() {
        return hasVersions()
                .compose(has -> has ? missing().recover(this::underWay) : Future.succeededFuture(files))
                .compose(missing -> missing.isEmpty() ? Future.succeededFuture() : change());
    }

    private Future<Boolean> hasVersions() {
        SimpleStatement look = SimpleStatement.newInstance(
                        "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ? AND table_name = 'schema_version'",
                        names.data())
                .setTimeout(CHANGE_TIMEOUT);
        return cql.one(look, row -> true).map(found -> found.isPresent());
    }

    // A node lists a table a moment before it serves it. Whoever looks in between takes it for missing: making it again
    // changes nothing, and waits for its turn.
    private Future<List<SchemaFiles.File>> underWay(Throwable failure) {
        return failure instanceof InvalidQueryException ? Future.succeededFuture(files) : Future.failedFuture(failure);
    }

    /** The files that were not applied yet. */
    private Future<List<SchemaFiles.File>> missing() {
        SimpleStatement look = SimpleStatement.newInstance(
                        names.fill("SELECT number, hash FROM {data}.schema_version WHERE name = 'file'"))
                .setTimeout(CHANGE_TIMEOUT)
                .setIdempotent(true);
        return cql.all(look, row -> row).map(this::missing);
    }

    private List<SchemaFiles.File> missing(List<Row> applied) {
        Map<Integer, String> hashes = new HashMap<>();
        applied.forEach(row -> hashes.put(row.getInt("number"), row.getString("hash")));
        List<SchemaFiles.File> missing = new ArrayList<>();
        for (SchemaFiles.File file : files) {
            String hash = hashes.remove(file.number());
            if (hash == null) {
                missing.add(file);
            } else if (!hash.equals(file.hash())) {
                throw new CassandraProblem(
                        "keyspace `" + names.data() + "` was made from another `" + file.name() + "` than this one",
                        "use the version that made it, or another keyspace");
            }
        }
        if (!hashes.isEmpty()) {
            throw new CassandraProblem(
                    "keyspace `" + names.data() + "` was made by a newer version", "start that version or a later one");
        }
        return missing;
    }

    private Future<Void> change() {
        return run(keyspace(names.data()))
                .compose(done -> run(keyspace(names.keys())))
                .compose(done -> run(versions()))
                .compose(done -> guard.hold())
                .compose(done -> missing())
                .compose(this::apply)
                .eventually(() -> guard.release().otherwiseEmpty());
    }

    private Future<Void> apply(List<SchemaFiles.File> missing) {
        Future<Void> before = Future.succeededFuture();
        for (SchemaFiles.File file : missing) {
            before = before.compose(done -> apply(file));
        }
        return before;
    }

    private Future<Void> apply(SchemaFiles.File file) {
        LOG.atInfo().addKeyValue("file", file.name()).log("schema-change");
        Future<Void> before = Future.succeededFuture();
        for (String statement : file.statements()) {
            before = before.compose(done -> guard.keep()).compose(done -> run(names.fill(statement)));
        }
        return before.compose(done -> cql.write(SimpleStatement.newInstance(
                        names.fill(
                                "INSERT INTO {data}.schema_version (name, number, file, hash) VALUES ('file', ?, ?, ?)"),
                        file.number(),
                        file.name(),
                        file.hash())
                .setTimeout(CHANGE_TIMEOUT)
                .setIdempotent(true)));
    }

    private String keyspace(String name) {
        String strategy = settings.replication() == 1
                ? "'class': 'SimpleStrategy', 'replication_factor': 1"
                : "'class': 'NetworkTopologyStrategy', '"
                        + settings.datacenter().replace("'", "''") + "': " + settings.replication();
        return "CREATE KEYSPACE IF NOT EXISTS " + name + " WITH replication = {" + strategy + "}";
    }

    /** INVARIANT: the id is fixed, so that two processes that make this one table unguarded make the same one. */
    private String versions() {
        return names.fill("CREATE TABLE IF NOT EXISTS {data}.schema_version ("
                + " name text, number int, file text, hash text, holder uuid, PRIMARY KEY ((name), number))"
                + " WITH id = " + id()
                + " AND comment = 'One row a schema file, and the guard of changes.'");
    }

    private UUID id() {
        return UUID.nameUUIDFromBytes((names.data() + ".schema_version").getBytes(StandardCharsets.UTF_8));
    }

    private Future<Void> run(String change) {
        return cql.write(SimpleStatement.newInstance(change)
                .setTimeout(CHANGE_TIMEOUT)
                .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                .setIdempotent(true));
    }
}
