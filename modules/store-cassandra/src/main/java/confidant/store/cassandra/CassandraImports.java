package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.ImportId;
import confidant.model.PoolId;
import confidant.store.ImportStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Imports and newcomers. A row has one writer at a time, who writes it whole. */
final class CassandraImports implements ImportStore {
    private final Cql cql;
    private final String house;
    private final Query put;
    private final Query one;
    private final Query all;
    private final Query came;
    private final Query newcomer;
    private final Query newcomers;
    private final Query forget;

    CassandraImports(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        String pool = " WHERE house = ? AND pool = ?";
        this.put = queries.write("INSERT INTO {data}.contact_import"
                + " (house, pool, id, at, touched, state, total, done, fresh, known, erased, faulty)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.one = queries.read("SELECT * FROM {data}.contact_import" + pool + " AND id = ?");
        this.all = queries.read("SELECT * FROM {data}.contact_import" + pool);
        this.came = queries.write(
                "INSERT INTO {data}.newcomer (house, pool, client, came_by, at, whole) VALUES (?, ?, ?, ?, ?, ?)");
        this.newcomer = queries.read("SELECT * FROM {data}.newcomer" + pool + " AND client = ?");
        this.newcomers = queries.read("SELECT * FROM {data}.newcomer" + pool);
        this.forget = queries.write("DELETE FROM {data}.newcomer" + pool + " AND client = ?");
    }

    @Override
    public Future<Void> put(Progress progress) {
        return cql.write(put.bind(
                house,
                progress.pool().value(),
                progress.id().value(),
                progress.at(),
                progress.touched(),
                progress.state().name(),
                progress.total(),
                progress.done(),
                progress.fresh(),
                progress.known(),
                progress.erased(),
                progress.faulty()));
    }

    @Override
    public Future<Optional<Progress>> progress(PoolId pool, ImportId id) {
        return cql.one(one.bind(house, pool.value(), id.value()), CassandraImports::progress);
    }

    @Override
    public Future<List<Progress>> all(PoolId pool) {
        return cql.all(all.bind(house, pool.value()), CassandraImports::progress);
    }

    @Override
    public Future<Void> came(Newcomer one) {
        return cql.write(came.bind(
                house, one.pool().value(), one.client().value(), one.by().value(), one.at(), one.whole()));
    }

    @Override
    public Future<Optional<Newcomer>> newcomer(PoolId pool, ClientId client) {
        return cql.one(newcomer.bind(house, pool.value(), client.value()), CassandraImports::newcomer);
    }

    @Override
    public Future<Void> newcomers(PoolId pool, Slices<Newcomer> slices) {
        return cql.pour(newcomers.bind(house, pool.value()), CassandraImports::newcomer, slices);
    }

    @Override
    public Future<Void> forget(PoolId pool, ClientId client) {
        return cql.write(forget.bind(house, pool.value(), client.value()));
    }

    private static Progress progress(Row row) {
        return new Progress(
                Cells.pool(row),
                new ImportId(Objects.requireNonNull(row.getUuid("id"))),
                at(row, "at"),
                at(row, "touched"),
                State.valueOf(Cells.text(row, "state")),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("fresh"),
                row.getInt("known"),
                row.getInt("erased"),
                row.getInt("faulty"));
    }

    private static Newcomer newcomer(Row row) {
        return new Newcomer(
                Cells.pool(row),
                Cells.client(row),
                new ImportId(Objects.requireNonNull(row.getUuid("came_by"))),
                at(row, "at"),
                row.getBoolean("whole"));
    }

    private static Instant at(Row row, String column) {
        return Cells.instant(row, column).orElse(Instant.EPOCH);
    }
}
