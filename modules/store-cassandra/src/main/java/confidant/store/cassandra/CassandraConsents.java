package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.MessageId;
import confidant.model.PoolId;
import confidant.store.Bucket;
import confidant.store.ConsentStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Histories of consent. A step is stored only where its number is free and the number before it is taken. One that may end a
 * yes is announced to the pool before it is stored.
 */
final class CassandraConsents implements ConsentStore {
    private record Partition(PoolId pool, int bucket) {}

    private final Cql cql;
    private final Turns turns;
    private final String house;
    private final Query add;
    private final Query follow;
    private final Query step;
    private final Query ofClient;
    private final Query outlines;
    private final Shelf<Outline> shelf;
    private final Query announce;
    private final Query announced;

    CassandraConsents(Cql cql, Queries queries, Turns turns, String house) {
        this.cql = cql;
        this.turns = turns;
        this.house = house;
        this.add = queries.conditional("INSERT INTO {data}.consent"
                + " (house, pool, bucket, client, purpose, seq,"
                + " status, at, until, expressed_by, method, notice_hash, evidence, by_whom, reason)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        String bucket = " WHERE house = ? AND pool = ? AND bucket = ?";
        String one = bucket + " AND client = ? AND purpose = ? AND seq = ?";
        this.follow = queries.conditional("UPDATE {data}.consent SET followed = true" + one + " IF EXISTS");
        this.step = queries.serialRead("SELECT * FROM {data}.consent" + one);
        this.ofClient = queries.serialRead("SELECT * FROM {data}.consent" + bucket + " AND client = ?");
        String outline = "SELECT client, purpose, seq, status, at, until FROM {data}.consent" + bucket;
        this.outlines = queries.read(outline);
        this.shelf = new Shelf<>(
                cql,
                new ShelfTable(cql, queries, house, "consent"),
                new PackedOutline(),
                step -> new ShelfTable.Mark(step.client(), step.purpose(), step.seq()),
                new Shelf.Rows<>(
                        cql, house, outlines, queries.read(outline + " AND client = ?"), CassandraConsents::outline));
        this.announce = queries.write(
                "INSERT INTO {data}.consent_ending (house, pool, client, purpose, seq) VALUES (?, ?, ?, ?, ?)");
        this.announced = queries.read("SELECT * FROM {data}.consent_ending WHERE house = ? AND pool = ?");
    }

    @Override
    public Future<Boolean> append(PoolId pool, ConsentEvent event) {
        Partition partition = new Partition(pool, Bucket.of(event.client()));
        return Future.all(announced(pool, event), shelf.note(pool, Outline.of(event)))
                .compose(known -> turns.take(partition, () -> cql.attempt(statement(pool, event))))
                .compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : isStored(pool, event));
    }

    // First, so that no step is stored of which the other nodes do not know.
    private Future<Void> announced(PoolId pool, ConsentEvent event) {
        boolean ends = event.seq() > 1 && !event.status().valid();
        return ends
                ? cql.write(announce.bind(
                        house,
                        pool.value(),
                        event.client().value(),
                        event.purpose().id(),
                        event.seq()))
                : Future.succeededFuture();
    }

    @Override
    public Future<List<Ending>> endings(PoolId pool) {
        return cql.all(
                announced.bind(house, pool.value()),
                row -> new Ending(Cells.client(row), Cells.purpose(row), row.getLong("seq")));
    }

    private Statement<?> statement(PoolId pool, ConsentEvent event) {
        BoundStatement add = add(pool, event);
        if (event.seq() == 1) {
            return add;
        }
        return BatchStatement.newInstance(BatchType.LOGGED, add, place(follow, pool, event, event.seq() - 1))
                .setIdempotent(false);
    }

    private BoundStatement add(PoolId pool, ConsentEvent event) {
        return Cells.sparse(add.bind(
                house,
                pool.value(),
                Bucket.of(event.client()),
                event.client().value(),
                event.purpose().id(),
                event.seq(),
                event.status().name(),
                event.at(),
                event.until().orElse(null),
                event.by().name(),
                event.method(),
                Cells.orNull(event.noticeHash()),
                event.evidence().map(MessageId::value).orElse(null),
                Cells.orNull(event.byWhom()),
                Cells.orNull(event.reason())));
    }

    private BoundStatement place(Query query, PoolId pool, ConsentEvent event, long seq) {
        return query.bind(
                house,
                pool.value(),
                Bucket.of(event.client()),
                event.client().value(),
                event.purpose().id(),
                seq);
    }

    /** After an unanswered try: was it ours that got the number? */
    private Future<Boolean> isStored(PoolId pool, ConsentEvent event) {
        return cql.one(place(step, pool, event, event.seq()), CassandraConsents::event)
                .map(stored -> stored.filter(event::equals).isPresent());
    }

    private static ConsentEvent event(Row row) {
        return new ConsentEvent(
                Cells.client(row),
                Cells.purpose(row),
                row.getLong("seq"),
                ConsentStatus.valueOf(row.getString("status")),
                row.getInstant("at"),
                Cells.instant(row, "until"),
                Expressed.valueOf(row.getString("expressed_by")),
                row.getString("method"),
                Cells.text(row, "notice_hash"),
                Optional.ofNullable(row.getUuid("evidence")).map(MessageId::new),
                Cells.text(row, "by_whom"),
                Cells.text(row, "reason"));
    }

    @Override
    public Future<List<ConsentEvent>> history(PoolId pool, ClientId client) {
        return cql.all(ofClient.bind(house, pool.value(), Bucket.of(client), client.value()), CassandraConsents::event);
    }

    @Override
    public Future<Stream<Outline>> outlines(PoolId pool, int bucket) {
        return shelf.read(pool, bucket);
    }

    @Override
    public Future<Void> shelve(PoolId pool) {
        return shelf.pack(pool);
    }

    @Override
    public Future<Void> outlines(PoolId pool, Slices<Outline> slices) {
        return Buckets.pour(
                slices,
                (bucket, safe) ->
                        cql.pour(outlines.bind(house, pool.value(), bucket), CassandraConsents::outline, safe));
    }

    // By place: the driver folds the case of a name at every look, and these rows come by ten thousands.
    private static Outline outline(Row row) {
        return new Outline(
                Cells.client(row, 0),
                Cells.purpose(row, 1),
                row.getLong(2),
                Cells.status(row, 3),
                row.getInstant(4),
                Optional.ofNullable(row.getInstant(5)));
    }
}
