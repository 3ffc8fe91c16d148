package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.ErasureStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Erasures, beside the wrapped keys. */
final class CassandraErasures implements ErasureStore {
    private record Place(PoolId pool, ClientId client) {}

    private final Cql cql;
    private final String house;
    private final Query begin;
    private final Query move;
    private final Query one;
    private final Query all;
    private final Query note;
    private final Query open;
    private final Query close;

    CassandraErasures(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        String place = " WHERE house = ? AND pool = ? AND client = ?";
        this.begin = queries.conditional("INSERT INTO {keys}.erasure (stage, asked_by, begun, stopped, sealed, epoch,"
                + " ended, promised, provable, house, pool, client) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " IF NOT EXISTS");
        this.move = queries.conditional("UPDATE {keys}.erasure SET stage = ?, asked_by = ?, begun = ?, stopped = ?,"
                + " sealed = ?, epoch = ?, ended = ?, promised = ?, provable = ?" + place + " IF stage = ?");
        this.one = queries.serialRead("SELECT * FROM {keys}.erasure" + place);
        this.all = queries.read("SELECT * FROM {keys}.erasure WHERE house = ? AND pool = ?");
        this.note = queries.write("INSERT INTO {keys}.erasure_open (house, pool, client) VALUES (?, ?, ?)");
        this.open = queries.read("SELECT pool, client FROM {keys}.erasure_open WHERE house = ?");
        this.close = queries.write("DELETE FROM {keys}.erasure_open" + place);
    }

    /** The note comes first: one too many does no harm, one that is missing would leave an erasure behind. */
    @Override
    public Future<Erasure> begin(Erasure erasure) {
        return cql.write(note.bind(
                        house, erasure.pool().value(), erasure.client().value()))
                .compose(noted -> cql.attempt(begin.bind(values(erasure))))
                .map(attempt -> attempt.rows().stream()
                        .findFirst()
                        .map(CassandraErasures::erasure)
                        .orElse(erasure));
    }

    @Override
    public Future<Optional<Erasure>> erasure(PoolId pool, ClientId client) {
        return cql.one(one.bind(house, pool.value(), client.value()), CassandraErasures::erasure);
    }

    @Override
    public Future<Boolean> move(Stage before, Erasure next) {
        Object[] set = values(next);
        Object[] bound = java.util.Arrays.copyOf(set, set.length + 1);
        bound[set.length] = before.name();
        Future<Void> noted = next.stage() == Stage.FINAL
                ? Future.succeededFuture()
                : cql.write(note.bind(house, next.pool().value(), next.client().value()));
        return noted.compose(done -> cql.attempt(move.bind(bound)))
                .compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : erasure(next.pool(), next.client())
                                .map(stored -> stored.filter(next::equals).isPresent()))
                .compose(moved -> moved && next.stage() == Stage.FINAL
                        ? cql.write(close.bind(
                                        house,
                                        next.pool().value(),
                                        next.client().value()))
                                .map(true)
                        : Future.succeededFuture(moved));
    }

    @Override
    public Future<List<Erasure>> open() {
        return cql.all(open.bind(house), row -> new Place(Cells.pool(row), Cells.client(row)))
                .compose(places -> Future.all(places.stream()
                                .map(place -> erasure(place.pool(), place.client()))
                                .toList())
                        .map(found -> found.<Optional<Erasure>>list().stream()
                                .flatMap(Optional::stream)
                                .filter(erasure -> erasure.stage() != Stage.FINAL)
                                .toList()));
    }

    @Override
    public Future<Void> erasures(PoolId pool, Slices<Erasure> slices) {
        return cql.pour(
                all.bind(house, pool.value()),
                CassandraErasures::erasure,
                slice -> slices.take(slice.stream()
                        .filter(erasure -> !erasure.client().equals(EVERYBODY))
                        .toList()));
    }

    private Object[] values(Erasure of) {
        return new Object[] {
            of.stage().name(),
            of.by(),
            of.begun(),
            of.stopped().orElse(null),
            of.sealed().orElse(null),
            of.epoch().isPresent() ? of.epoch().getAsInt() : null,
            of.ended().orElse(null),
            of.promised().orElse(null),
            of.provable(),
            house,
            of.pool().value(),
            of.client().value()
        };
    }

    private static Erasure erasure(Row row) {
        return new Erasure(
                Cells.pool(row),
                Cells.client(row),
                Stage.valueOf(row.getString("stage")),
                Objects.requireNonNullElse(row.getString("asked_by"), ""),
                row.getInstant("begun"),
                Cells.instant(row, "stopped"),
                Cells.instant(row, "sealed"),
                row.isNull("epoch") ? OptionalInt.empty() : OptionalInt.of(row.getInt("epoch")),
                Cells.instant(row, "ended"),
                Cells.instant(row, "promised"),
                row.getBoolean("provable"));
    }
}
