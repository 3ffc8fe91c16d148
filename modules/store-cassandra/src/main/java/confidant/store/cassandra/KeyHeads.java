package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.PoolId;
import confidant.store.KeyStore.Head;
import confidant.store.KeyStore.Ring;
import confidant.store.KeyStore.WrappedPool;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The heads of the pools' keys, each moved on from the revision before. */
final class KeyHeads {
    private final Cql cql;
    private final String house;
    private final Query list;
    private final Query listed;
    private final Query first;
    private final Query next;
    private final Query read;

    KeyHeads(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        this.list = queries.write("INSERT INTO {keys}.pool_list (house, pool) VALUES (?, ?)");
        this.listed = queries.read("SELECT pool FROM {keys}.pool_list WHERE house = ?");
        this.first = queries.conditional("INSERT INTO {keys}.pool_key (wrapped, revision, version, previous,"
                + " previous_version, ring, ring_version, ring_parts, house, pool)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        this.next = queries.conditional("UPDATE {keys}.pool_key SET wrapped = ?, revision = ?, version = ?,"
                + " previous = ?, previous_version = ?, ring = ?, ring_version = ?, ring_parts = ?"
                + " WHERE house = ? AND pool = ? IF revision = ?");
        this.read = queries.serialRead("SELECT * FROM {keys}.pool_key WHERE house = ? AND pool = ?");
    }

    /** The list comes first: a pool too many on it does no harm, one that is missing would be forgotten by a new root. */
    Future<Head> put(PoolId pool, Head head) {
        return cql.write(list.bind(house, pool.value()))
                .compose(listed -> cql.attempt(first.bind(values(pool, head))))
                .map(attempt ->
                        attempt.rows().stream().findFirst().map(KeyHeads::head).orElse(head));
    }

    Future<Optional<Head>> read(PoolId pool) {
        return cql.one(read.bind(house, pool.value()), KeyHeads::head);
    }

    Future<Boolean> replace(PoolId pool, Head head) {
        Object[] set = values(pool, head);
        Object[] all = java.util.Arrays.copyOf(set, set.length + 1);
        all[set.length] = head.revision() - 1;
        return cql.attempt(next.bind(all))
                .compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : read(pool)
                                .map(stored ->
                                        stored.filter(now -> same(now, head)).isPresent()));
    }

    /** An unanswered try may have been applied: known by its wrapping, which is never made twice. */
    private static boolean same(Head stored, Head head) {
        return stored.revision() == head.revision()
                && java.util.Arrays.equals(
                        stored.current().wrapped(), head.current().wrapped())
                && stored.ring().equals(head.ring());
    }

    Future<List<PoolId>> pools() {
        return cql.all(listed.bind(house), Cells::pool);
    }

    private Object[] values(PoolId pool, Head head) {
        return new Object[] {
            ByteBuffer.wrap(head.current().wrapped()),
            head.revision(),
            head.current().version(),
            head.previous().map(one -> ByteBuffer.wrap(one.wrapped())).orElse(null),
            head.previous().map(WrappedPool::version).orElse(null),
            head.ring().map(Ring::id).orElse(null),
            head.ring().map(Ring::version).orElse(null),
            head.ring().map(Ring::parts).orElse(null),
            house,
            pool.value()
        };
    }

    private static Head head(Row row) {
        Optional<WrappedPool> previous =
                Cells.bytes(row, "previous").map(bytes -> new WrappedPool(row.getInt("previous_version"), bytes));
        Optional<UUID> ring = Optional.ofNullable(row.getUuid("ring"));
        return new Head(
                row.getLong("revision"),
                new WrappedPool(
                        row.getInt("version"), Cells.bytes(row, "wrapped").orElse(new byte[0])),
                previous,
                ring.map(id -> new Ring(id, row.getInt("ring_version"), row.getInt("ring_parts"))));
    }
}
