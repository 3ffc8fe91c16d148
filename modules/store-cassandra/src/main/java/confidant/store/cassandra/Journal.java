package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.Bucket;
import confidant.store.KeyStore.WrappedKey;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The journals of the rings. A destroyed key is both emptied and marked, so that an old copy cannot revive it. Rows are
 * written by conditions; a version's partitions are deleted whole when no head names it, so nobody reads them any more.
 */
final class Journal {
    private record Partition(PoolId pool, int bucket) {}

    private final Cql cql;
    private final Turns turns;
    private final String house;
    private final Query put;
    private final Query ofClient;
    private final Query ofBucket;
    private final Query destroy;
    private final Query drop;

    Journal(Cql cql, Queries queries, Turns turns, String house) {
        this.cql = cql;
        this.turns = turns;
        this.house = house;
        this.put = queries.conditional("INSERT INTO {keys}.data_key"
                + " (house, pool, bucket, client, purpose, key_no, wrapped, destroyed)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        String where = " WHERE house = ? AND pool = ? AND bucket = ?";
        String select = "SELECT client, purpose, key_no, wrapped, destroyed FROM {keys}.data_key" + where;
        this.ofClient = queries.serialRead(select + " AND client = ?");
        this.ofBucket = queries.serialRead(select);
        this.destroy = queries.conditional("UPDATE {keys}.data_key SET wrapped = null, destroyed = true" + where
                + " AND client = ? AND purpose = ? AND key_no = ? IF destroyed != true");
        this.drop = queries.write("DELETE FROM {keys}.data_key" + where);
    }

    Future<WrappedKey> put(PoolId pool, int version, WrappedKey key) {
        int bucket = bucket(version, Bucket.of(key.client()));
        return turns.take(
                new Partition(pool, bucket),
                () -> cql.attempt(put.bind(
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
                                .map(Journal::key)
                                .orElse(key)));
    }

    Future<List<WrappedKey>> of(PoolId pool, int version, ClientId client) {
        return cql.all(
                ofClient.bind(house, pool.value(), bucket(version, Bucket.of(client)), client.value()), Journal::key);
    }

    Future<Void> all(PoolId pool, int version, Slices<WrappedKey> slices) {
        return Buckets.pour(
                slices,
                (part, safe) ->
                        cql.pour(ofBucket.bind(house, pool.value(), bucket(version, part)), Journal::key, safe));
    }

    Future<Void> destroy(PoolId pool, int version, ClientId client, Purpose purpose, int upTo) {
        int bucket = bucket(version, Bucket.of(client));
        return turns.take(
                new Partition(pool, bucket),
                () -> cql.attempt(destroy.bind(house, pool.value(), bucket, client.value(), purpose.id(), upTo))
                        .mapEmpty());
    }

    Future<Void> drop(PoolId pool, int version) {
        return Buckets.each(part -> cql.write(drop.bind(house, pool.value(), bucket(version, part))));
    }

    private static int bucket(int version, int part) {
        return version * Bucket.COUNT + part;
    }

    private static WrappedKey key(Row row) {
        Optional<byte[]> wrapped = row.getBoolean("destroyed") ? Optional.empty() : Cells.bytes(row, "wrapped");
        return new WrappedKey(Cells.client(row), Cells.purpose(row), row.getInt("key_no"), wrapped);
    }
}
