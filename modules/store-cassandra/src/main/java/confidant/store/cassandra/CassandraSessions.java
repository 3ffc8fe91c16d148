package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.store.SessionStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions and one-time codes; what was taken keeps the taker's token until its time is over. */
final class CassandraSessions implements SessionStore {
    private static final String SET =
            " SET kind = ?, subject = ?, pool = ?, csrf = ?, until = ?, way = ?, opened = ?, proved = ?";

    private final Cql cql;
    private final String house;
    private final Clock clock;
    private final Query put;
    private final Query change;
    private final Query session;
    private final Query remove;
    private final Query one;
    private final Query take;

    CassandraSessions(Cql cql, Queries queries, String house, Clock clock) {
        this.cql = cql;
        this.house = house;
        this.clock = clock;
        String where = " WHERE house = ? AND hash = ?";
        this.put = queries.conditional("UPDATE {data}.session USING TTL ?" + SET + where + " IF taken = null");
        // Every cell is written again, for each has a time to live of its own.
        this.change = queries.conditional(
                "UPDATE {data}.session USING TTL ?" + SET + where + " IF taken = null AND until = ?");
        this.session = queries.read("SELECT * FROM {data}.session" + where);
        this.remove = queries.conditional("DELETE FROM {data}.session" + where + " IF EXISTS");
        this.one = queries.serialRead("SELECT * FROM {data}.session" + where);
        this.take = queries.conditional(
                "UPDATE {data}.session USING TTL ? SET taken = ?" + where + " IF taken = null AND until = ?");
    }

    @Override
    public Future<Void> put(Session session) {
        if (!session.until().isAfter(clock.instant())) {
            return Future.succeededFuture();
        }
        return cql.attempt(put.bind(cells(session))).mapEmpty();
    }

    private @Nullable Object[] cells(Session session) {
        return new @Nullable Object[] {
            Cells.ttl(clock, session.until()),
            session.kind(),
            session.subject(),
            session.pool(),
            session.csrf(),
            session.until(),
            session.way(),
            session.opened(),
            session.proved().orElse(null),
            house,
            session.hash()
        };
    }

    @Override
    public Future<Boolean> change(Session before, Session after) {
        if (!after.until().isAfter(clock.instant())) {
            return Future.succeededFuture(false);
        }
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(cells(after)));
        cells.add(before.until());
        return cql.attempt(change.bind(cells.toArray()))
                .compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : cql.one(one.bind(house, after.hash()), row -> row)
                                .map(this::open)
                                .map(found -> found.equals(Optional.of(after))));
    }

    @Override
    public Future<Optional<Session>> session(String hash) {
        return cql.one(session.bind(house, hash), row -> row).map(this::open);
    }

    private Optional<Session> open(Optional<Row> found) {
        return found.filter(row -> row.isNull("taken") && !row.isNull("until"))
                .map(CassandraSessions::session)
                .filter(session -> session.until().isAfter(clock.instant()));
    }

    private static Session session(Row row) {
        return new Session(
                row.getString("hash"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("pool"),
                row.getString("csrf"),
                row.getInstant("until"),
                Objects.requireNonNullElse(row.getString("way"), ""),
                Objects.requireNonNullElse(row.getInstant("opened"), Instant.EPOCH),
                Cells.instant(row, "proved"));
    }

    @Override
    public Future<Void> remove(String hash) {
        return cql.attempt(remove.bind(house, hash)).mapEmpty();
    }

    @Override
    public Future<Optional<Session>> take(String hash) {
        return cql.one(one.bind(house, hash), row -> row)
                .map(this::open)
                .compose(open -> open.isEmpty() ? Future.succeededFuture(open) : take(open.get()));
    }

    private Future<Optional<Session>> take(Session session) {
        UUID token = UUID.randomUUID();
        return cql.attempt(take.bind(Cells.ttl(clock, session.until()), token, house, session.hash(), session.until()))
                .compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : cql.one(one.bind(house, session.hash()), row -> token.equals(row.getUuid("taken")))
                                .map(mine -> mine.orElse(false)))
                .map(mine -> mine ? Optional.of(session) : Optional.empty());
    }
}
