package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.StaffId;
import confidant.store.PasskeyStore;
import confidant.store.StoreUnavailable;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Passkeys, one partition for each holder; a number in it orders removals, so that two at once cannot leave too few. */
final class CassandraPasskeys implements PasskeyStore {
    private static final int TRIES = 16;

    private final Cql cql;
    private final String house;
    private final Query add;
    private final Query one;
    private final Query all;
    private final Query used;
    private final Query rename;
    private final Query remove;
    private final Query removeFirst;

    CassandraPasskeys(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        String holder = " WHERE house = ? AND holder = ?";
        String id = holder + " AND id = ?";
        this.add = queries.conditional("INSERT INTO {data}.passkey"
                + " (house, holder, id, public_key, counter, synced, name, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                + " IF NOT EXISTS");
        this.one = queries.serialRead("SELECT * FROM {data}.passkey" + id);
        this.all = queries.serialRead("SELECT * FROM {data}.passkey" + holder);
        this.used = queries.conditional("UPDATE {data}.passkey SET counter = ?, used = ?" + id + " IF counter = ?");
        this.rename = queries.conditional("UPDATE {data}.passkey SET name = ?" + id + " IF EXISTS");
        String removal = "BEGIN BATCH UPDATE {data}.passkey SET removals = ?" + holder + " IF removals = %s;"
                + " DELETE FROM {data}.passkey" + id + "; APPLY BATCH";
        this.remove = queries.conditional(String.format(removal, "?"));
        this.removeFirst = queries.conditional(String.format(removal, "null"));
    }

    @Override
    public Future<Boolean> add(StaffId holder, Passkey p) {
        return cql.attempt(add.bind(
                        house,
                        holder.toString(),
                        p.id(),
                        ByteBuffer.wrap(p.key()),
                        p.counter(),
                        p.synced(),
                        p.name(),
                        p.made()))
                .compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : passkey(holder, p.id())
                                .map(found -> found.filter(q -> ours(p, q)).isPresent()));
    }

    private static boolean ours(Passkey mine, Passkey found) {
        return mine.made().equals(found.made()) && mine.name().equals(found.name());
    }

    @Override
    public Future<Optional<Passkey>> passkey(StaffId holder, String id) {
        return cql.one(one.bind(house, holder.toString(), id), CassandraPasskeys::passkey);
    }

    @Override
    public Future<List<Passkey>> passkeys(StaffId holder) {
        return rows(holder)
                .map(rows -> rows.stream()
                        .map(CassandraPasskeys::passkey)
                        .sorted(Comparator.comparing(Passkey::made).thenComparing(Passkey::id))
                        .toList());
    }

    /** The partition's rows; one that holds nothing but its number is none. */
    private Future<List<Row>> rows(StaffId holder) {
        return cql.all(all.bind(house, holder.toString()), row -> row)
                .map(rows -> rows.stream().filter(row -> !row.isNull("id")).toList());
    }

    private static Passkey passkey(Row row) {
        return new Passkey(
                row.getString("id"),
                Cells.bytes(row, "public_key").orElse(new byte[0]),
                row.getLong("counter"),
                row.getBoolean("synced"),
                row.getString("name"),
                row.getInstant("made"),
                Cells.instant(row, "used"));
    }

    @Override
    public Future<Boolean> used(StaffId holder, String id, long from, long to, Instant at) {
        return cql.attempt(used.bind(to, at, house, holder.toString(), id, from))
                .compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : passkey(holder, id)
                                .map(found -> found.filter(p ->
                                                p.counter() == to && p.used().equals(Optional.of(at)))
                                        .isPresent()));
    }

    @Override
    public Future<Boolean> rename(StaffId holder, String id, String name) {
        return cql.attempt(rename.bind(name, house, holder.toString(), id)).map(Attempt::applied);
    }

    @Override
    public Future<Removal> remove(StaffId holder, String id, int least) {
        return remove(holder, id, least, false, TRIES);
    }

    private Future<Removal> remove(StaffId holder, String id, int least, boolean doubtful, int tries) {
        return rows(holder).compose(rows -> {
            if (rows.stream().noneMatch(row -> id.equals(row.getString("id")))) {
                return Future.succeededFuture(doubtful ? Removal.REMOVED : Removal.ABSENT);
            }
            if (rows.size() <= least) {
                return Future.succeededFuture(Removal.NEEDED);
            }
            if (tries == 0) {
                return Future.failedFuture(new StoreUnavailable("too many removals at once", null));
            }
            return cql.attempt(removal(holder, id, rows.get(0)))
                    .compose(attempt -> attempt.applied()
                            ? Future.succeededFuture(Removal.REMOVED)
                            : remove(holder, id, least, attempt.doubtful(), tries - 1));
        });
    }

    private com.datastax.oss.driver.api.core.cql.BoundStatement removal(StaffId holder, String id, Row seen) {
        String name = holder.toString();
        return seen.isNull("removals")
                ? removeFirst.bind(1, house, name, house, name, id)
                : remove.bind(seen.getInt("removals") + 1, house, name, seen.getInt("removals"), house, name, id);
    }
}
