package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ConciergeId;
import confidant.model.Lang;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import confidant.store.HouseStore;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Staff and the house's small values. */
final class CassandraHouse implements HouseStore {
    private static final String CONCIERGE = "concierge";
    private static final String OFFICER = "officer";
    private static final String MANAGER = "manager";

    private final Cql cql;
    private final String house;
    private final Query putStaff;
    private final Query staff;
    private final Query putOnce;
    private final Query putFor;
    private final Query value;
    private final Query checkWrite;

    CassandraHouse(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        this.putStaff = queries.write("INSERT INTO {data}.staff"
                + " (house, kind, id, display_name, pool, handle, languages, promised_minutes)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        this.staff = queries.read("SELECT * FROM {data}.staff WHERE house = ? AND kind = ?");
        String first = "INSERT INTO {data}.house_value (house, name, value) VALUES (?, ?, ?) IF NOT EXISTS";
        this.putOnce = queries.conditional(first);
        this.putFor = queries.conditional(first + " USING TTL ?");
        this.value = queries.serialRead("SELECT value FROM {data}.house_value WHERE house = ? AND name = ?");
        this.checkWrite =
                queries.write("INSERT INTO {data}.staff (house, kind, id) VALUES (?, 'check', ?) USING TTL 60");
    }

    @Override
    public Future<Void> putConcierge(Concierge concierge) {
        return cql.write(putStaff.bind(
                house,
                CONCIERGE,
                concierge.id().value(),
                concierge.displayName(),
                concierge.pool().value(),
                concierge.handle(),
                concierge.languages().stream().map(Lang::name).toList(),
                concierge.promisedMinutes()));
    }

    @Override
    public Future<List<Concierge>> concierges() {
        return cql.all(staff.bind(house, CONCIERGE), CassandraHouse::concierge);
    }

    private static Concierge concierge(Row row) {
        List<String> languages = Objects.requireNonNullElse(row.getList("languages", String.class), List.of());
        return new Concierge(
                new ConciergeId(row.getUuid("id")),
                Cells.pool(row),
                row.getString("handle"),
                row.getString("display_name"),
                languages.stream().map(Lang::valueOf).toList(),
                row.getInt("promised_minutes"));
    }

    @Override
    public Future<Void> putOfficer(Officer officer) {
        return cql.write(putStaff.bind(house, OFFICER, officer.id().value(), officer.displayName()));
    }

    @Override
    public Future<List<Officer>> officers() {
        return cql.all(
                staff.bind(house, OFFICER),
                row -> new Officer(new OfficerId(row.getUuid("id")), row.getString("display_name")));
    }

    @Override
    public Future<Void> putManager(Manager manager) {
        return cql.write(putStaff.bind(house, MANAGER, manager.id().value(), manager.displayName()));
    }

    @Override
    public Future<List<Manager>> managers() {
        return cql.all(
                staff.bind(house, MANAGER),
                row -> new Manager(new ManagerId(row.getUuid("id")), row.getString("display_name")));
    }

    @Override
    public Future<byte[]> putOnce(String name, byte[] bytes) {
        return stored(putOnce.bind(house, name, ByteBuffer.wrap(bytes)), bytes);
    }

    @Override
    public Future<byte[]> putOnce(String name, byte[] bytes, Duration keep) {
        return stored(putFor.bind(house, name, ByteBuffer.wrap(bytes), Math.toIntExact(keep.toSeconds())), bytes);
    }

    private Future<byte[]> stored(BoundStatement insert, byte[] bytes) {
        return cql.attempt(insert)
                .map(attempt -> attempt.rows().stream()
                        .flatMap(row -> Cells.bytes(row, "value").stream())
                        .findFirst()
                        .orElse(bytes));
    }

    @Override
    public Future<Optional<byte[]>> value(String name) {
        return cql.one(value.bind(house, name), row -> Cells.bytes(row, "value").orElse(new byte[0]));
    }

    /** Reads and writes something of no meaning. */
    Future<Void> check() {
        return cql.write(checkWrite.bind(house, new UUID(0, 0)))
                .compose(done -> cql.one(staff.bind(house, "check"), row -> true))
                .mapEmpty();
    }
}
