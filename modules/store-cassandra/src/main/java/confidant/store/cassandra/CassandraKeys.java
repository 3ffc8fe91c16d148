package confidant.store.cassandra;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.KeyStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Wrapped keys in their own keyspace. */
final class CassandraKeys implements KeyStore {
    private final Cql cql;
    private final String house;
    private final KeyHeads heads;
    private final Journal journal;
    private final Query putHouseKey;
    private final Query houseKeys;
    private final Query replaceHouseKey;
    private final Query putPart;
    private final Query part;
    private final Query parts;
    private final Query rings;
    private final Query dropRing;
    private final Query deny;
    private final Query denied;

    CassandraKeys(Cql cql, Queries queries, Turns turns, String house) {
        this.cql = cql;
        this.house = house;
        this.heads = new KeyHeads(cql, queries, house);
        this.journal = new Journal(cql, queries, turns, house);
        this.putHouseKey = queries.conditional(
                "INSERT INTO {keys}.house_key (house, name, wrapped) VALUES (?, ?, ?) IF NOT EXISTS");
        this.houseKeys = queries.serialRead("SELECT name, wrapped FROM {keys}.house_key WHERE house = ?");
        this.replaceHouseKey = queries.conditional(
                "UPDATE {keys}.house_key SET wrapped = ? WHERE house = ? AND name = ? IF wrapped = ?");
        this.putPart =
                queries.write("INSERT INTO {keys}.key_ring (house, pool, ring, part, sealed) VALUES (?, ?, ?, ?, ?)");
        String ofRing = " FROM {keys}.key_ring WHERE house = ? AND pool = ? AND ring = ?";
        this.part = queries.read("SELECT sealed" + ofRing + " AND part = ?");
        this.parts = queries.read("SELECT part, sealed" + ofRing);
        this.rings = queries.read("SELECT ring FROM {keys}.key_ring WHERE house = ? AND pool = ? GROUP BY ring");
        this.dropRing = queries.write("DELETE" + ofRing);
        this.deny = queries.write(
                "INSERT INTO {keys}.denied (house, bucket, pool, client, purpose, up_to) VALUES (?, ?, ?, ?, ?, ?)");
        this.denied =
                queries.read("SELECT pool, client, purpose, up_to FROM {keys}.denied WHERE house = ? AND bucket = ?");
    }

    @Override
    public Future<byte[]> putHouseKey(String name, byte[] wrapped) {
        return cql.attempt(putHouseKey.bind(house, name, ByteBuffer.wrap(wrapped)))
                .map(attempt -> attempt.rows().stream()
                        .flatMap(row -> Cells.bytes(row, "wrapped").stream())
                        .findFirst()
                        .orElse(wrapped));
    }

    @Override
    public Future<Optional<byte[]>> houseKey(String name) {
        return houseKeys().map(all -> Optional.ofNullable(all.get(name)));
    }

    @Override
    public Future<Map<String, byte[]>> houseKeys() {
        Map<String, byte[]> found = new HashMap<>();
        return cql.pour(
                        houseKeys.bind(house),
                        row -> Map.entry(
                                String.valueOf(row.getString("name")),
                                Cells.bytes(row, "wrapped").orElse(new byte[0])),
                        slice -> slice.forEach(one -> found.put(one.getKey(), one.getValue())))
                .map(found);
    }

    @Override
    public Future<Boolean> replaceHouseKey(String name, byte[] stored, byte[] fresh) {
        // A repeat of what is stored is no conflict: no two wrappings are the same bytes.
        return cql.attempt(replaceHouseKey.bind(ByteBuffer.wrap(fresh), house, name, ByteBuffer.wrap(stored)))
                .compose(attempt -> attempt.applied()
                        ? Future.succeededFuture(true)
                        : houseKey(name)
                                .map(now -> now.filter(wrapped -> Arrays.equals(wrapped, fresh))
                                        .isPresent()));
    }

    @Override
    public Future<Head> putHead(PoolId pool, Head first) {
        return heads.put(pool, first);
    }

    @Override
    public Future<Optional<Head>> head(PoolId pool) {
        return heads.read(pool);
    }

    @Override
    public Future<Boolean> replaceHead(PoolId pool, Head next) {
        return heads.replace(pool, next);
    }

    @Override
    public Future<List<PoolId>> pools() {
        return heads.pools();
    }

    @Override
    public Future<Void> putPart(PoolId pool, UUID ring, int number, byte[] sealed) {
        return cql.write(putPart.bind(house, pool.value(), ring, number, ByteBuffer.wrap(sealed)));
    }

    @Override
    public Future<Optional<byte[]>> part(PoolId pool, UUID ring, int number) {
        return cql.one(
                part.bind(house, pool.value(), ring, number),
                row -> Cells.bytes(row, "sealed").orElse(new byte[0]));
    }

    @Override
    public Future<Void> parts(PoolId pool, UUID ring, Slices<Part> slices) {
        // A page of parts is some megabytes at most.
        return cql.pour(
                parts.bind(house, pool.value(), ring).setPageSize(100),
                row -> new Part(row.getInt("part"), Cells.bytes(row, "sealed").orElse(new byte[0])),
                slices);
    }

    @Override
    public Future<List<UUID>> rings(PoolId pool) {
        return cql.all(rings.bind(house, pool.value()), row -> row.getUuid("ring"));
    }

    @Override
    public Future<Void> dropRing(PoolId pool, UUID ring) {
        return cql.write(dropRing.bind(house, pool.value(), ring));
    }

    @Override
    public Future<WrappedKey> putDataKey(PoolId pool, int version, WrappedKey key) {
        return journal.put(pool, version, key);
    }

    @Override
    public Future<List<WrappedKey>> dataKeys(PoolId pool, int version, ClientId client) {
        return journal.of(pool, version, client);
    }

    @Override
    public Future<Void> dataKeys(PoolId pool, int version, Slices<WrappedKey> slices) {
        return journal.all(pool, version, slices);
    }

    @Override
    public Future<Void> destroy(PoolId pool, int version, ClientId client, Purpose purpose, int upTo) {
        return journal.destroy(pool, version, client, purpose, upTo);
    }

    @Override
    public Future<Void> dropJournal(PoolId pool, int version) {
        return journal.drop(pool, version);
    }

    @Override
    public Future<Void> deny(long bucket, Denied row) {
        String purpose = row.purpose().map(Purpose::id).orElse("");
        return cql.write(
                deny.bind(house, bucket, row.pool().value(), row.client().value(), purpose, row.upTo()));
    }

    @Override
    public Future<List<Denied>> denied(long bucket) {
        return cql.all(
                denied.bind(house, bucket),
                row -> new Denied(
                        Cells.pool(row),
                        Cells.client(row),
                        Optional.ofNullable(row.getString("purpose"))
                                .filter(word -> !word.isEmpty())
                                .map(Purpose::new),
                        row.getInt("up_to")));
    }
}
