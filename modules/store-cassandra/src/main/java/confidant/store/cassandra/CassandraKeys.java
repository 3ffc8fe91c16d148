package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.KeyStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Wrapped keys in their own keyspace. A destroyed key is both emptied and marked, so that an old copy cannot revive it. */
final class CassandraKeys implements KeyStore {
    private record Partition(PoolId pool, int bucket) {}

    private final Cql cql;
    private final Turns turns;
    private final String house;
    private final Query putPoolKey;
    private final Query poolKey;
    private final Query putDataKey;
    private final Query ofClient;
    private final Query ofBucket;
    private final Query ofPurpose;
    private final Query destroy;

    CassandraKeys(Cql cql, Queries queries, Turns turns, String house) {
        this.cql = cql;
        this.turns = turns;
        this.house = house;
        this.putPoolKey = queries.conditional(
                "INSERT INTO {keys}.pool_key (house, pool, wrapped) VALUES (?, ?, ?) IF NOT EXISTS");
        this.poolKey = queries.serialRead("SELECT wrapped FROM {keys}.pool_key WHERE house = ? AND pool = ?");
        this.putDataKey = queries.conditional("INSERT INTO {keys}.data_key"
                + " (house, pool, bucket, client, purpose, key_no, wrapped, destroyed)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        String select = "SELECT client, purpose, key_no, wrapped, destroyed FROM {keys}.data_key"
                + " WHERE house = ? AND pool = ? AND bucket = ?";
        this.ofClient = queries.read(select + " AND client = ?");
        this.ofBucket = queries.read(select);
        this.ofPurpose = queries.serialRead(select + " AND client = ? AND purpose = ?");
        this.destroy = queries.conditional("UPDATE {keys}.data_key SET wrapped = null, destroyed = true"
                + " WHERE house = ? AND pool = ? AND bucket = ? AND client = ? AND purpose = ? AND key_no = ?"
                + " IF destroyed = false");
    }

    @Override
    public Future<byte[]> putPoolKey(PoolId pool, byte[] wrapped) {
        return cql.attempt(putPoolKey.bind(house, pool.value(), ByteBuffer.wrap(wrapped)))
                .map(attempt -> attempt.rows().stream()
                        .flatMap(row -> Cells.bytes(row, "wrapped").stream())
                        .findFirst()
                        .orElse(wrapped));
    }

    @Override
    public Future<Optional<byte[]>> poolKey(PoolId pool) {
        return cql.one(
                poolKey.bind(house, pool.value()),
                row -> Cells.bytes(row, "wrapped").orElse(new byte[0]));
    }

    @Override
    public Future<WrappedKey> putDataKey(PoolId pool, WrappedKey key) {
        int bucket = Buckets.of(key.client());
        return turns.take(
                new Partition(pool, bucket),
                () -> cql.attempt(putDataKey.bind(
                                house,
                                pool.value(),
                                bucket,
                                key.client().value(),
                                key.purpose().id(),
                                key.keyNo(),
                                key.wrapped().map(ByteBuffer::wrap).orElse(null),
                                key.destroyed()))
                        .map(attempt -> attempt.rows().stream()
                                .findFirst()
                                .map(CassandraKeys::key)
                                .orElse(key)));
    }

    private static WrappedKey key(Row row) {
        Optional<byte[]> wrapped = row.getBoolean("destroyed") ? Optional.empty() : Cells.bytes(row, "wrapped");
        return new WrappedKey(Cells.client(row), Cells.purpose(row), row.getInt("key_no"), wrapped);
    }

    @Override
    public Future<List<WrappedKey>> dataKeys(PoolId pool, ClientId client) {
        return cql.all(ofClient.bind(house, pool.value(), Buckets.of(client), client.value()), CassandraKeys::key);
    }

    @Override
    public Future<Void> dataKeys(PoolId pool, Slices<WrappedKey> slices) {
        return Buckets.pour(
                slices,
                (bucket, safe) -> cql.pour(ofBucket.bind(house, pool.value(), bucket), CassandraKeys::key, safe));
    }

    @Override
    public Future<Integer> destroy(PoolId pool, ClientId client, Purpose purpose, int upTo) {
        int bucket = Buckets.of(client);
        return turns.take(
                new Partition(pool, bucket),
                () -> cql.all(
                                ofPurpose.bind(house, pool.value(), bucket, client.value(), purpose.id()),
                                CassandraKeys::key)
                        .compose(keys -> {
                            Future<Integer> destroyed = Future.succeededFuture(0);
                            for (WrappedKey key : keys) {
                                if (!key.destroyed() && key.keyNo() <= upTo) {
                                    destroyed = destroyed.compose(
                                            sum -> destroy(pool, key).map(one -> sum + one));
                                }
                            }
                            return destroyed;
                        }));
    }

    private Future<Integer> destroy(PoolId pool, WrappedKey key) {
        return cql.attempt(destroy.bind(
                        house,
                        pool.value(),
                        Buckets.of(key.client()),
                        key.client().value(),
                        key.purpose().id(),
                        key.keyNo()))
                .map(attempt -> attempt.applied() || attempt.doubtful() ? 1 : 0);
    }
}
