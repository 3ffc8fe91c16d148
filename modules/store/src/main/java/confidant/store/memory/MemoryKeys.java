package confidant.store.memory;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.KeyStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** Wrapped keys in memory. */
final class MemoryKeys implements KeyStore {
    private record Place(PoolId pool, int version, ClientId client, Purpose purpose, int keyNo) {}

    private record RingPlace(PoolId pool, UUID ring) {}

    private final Gate gate;
    private final Map<String, byte[]> houseKeys = new TreeMap<>();
    private final Map<PoolId, Head> heads = new LinkedHashMap<>();
    private final Map<RingPlace, Map<Integer, byte[]>> rings = new LinkedHashMap<>();
    private final Map<Place, WrappedKey> journal = new LinkedHashMap<>();
    private final Map<Long, List<Denied>> denied = new HashMap<>();

    MemoryKeys(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<byte[]> putHouseKey(String name, byte[] wrapped) {
        return gate.pass(() -> houseKeys.computeIfAbsent(name, absent -> wrapped));
    }

    @Override
    public Future<Optional<byte[]>> houseKey(String name) {
        return gate.pass(() -> Optional.ofNullable(houseKeys.get(name)));
    }

    @Override
    public Future<Map<String, byte[]>> houseKeys() {
        return gate.pass(() -> Map.copyOf(houseKeys));
    }

    @Override
    public Future<Boolean> replaceHouseKey(String name, byte[] stored, byte[] fresh) {
        return gate.pass(() -> {
            byte[] now = houseKeys.get(name);
            if (now == null || !(Arrays.equals(now, stored) || Arrays.equals(now, fresh))) {
                return false;
            }
            houseKeys.put(name, fresh);
            return true;
        });
    }

    @Override
    public Future<Head> putHead(PoolId pool, Head first) {
        return gate.pass(() -> heads.computeIfAbsent(pool, absent -> first));
    }

    @Override
    public Future<Optional<Head>> head(PoolId pool) {
        return gate.pass(() -> Optional.ofNullable(heads.get(pool)));
    }

    @Override
    public Future<Boolean> replaceHead(PoolId pool, Head next) {
        return gate.pass(() -> {
            Head stored = heads.get(pool);
            if (stored == null || stored.revision() != next.revision() - 1) {
                return false;
            }
            heads.put(pool, next);
            return true;
        });
    }

    @Override
    public Future<List<PoolId>> pools() {
        return gate.pass(() -> List.copyOf(heads.keySet()));
    }

    @Override
    public Future<Void> putPart(PoolId pool, UUID ring, int part, byte[] sealed) {
        return gate.run(() -> rings.computeIfAbsent(new RingPlace(pool, ring), absent -> new TreeMap<>())
                .put(part, sealed));
    }

    @Override
    public Future<Optional<byte[]>> part(PoolId pool, UUID ring, int part) {
        return gate.pass(() -> Optional.ofNullable(partsOf(pool, ring).get(part)));
    }

    @Override
    public Future<Void> parts(PoolId pool, UUID ring, Slices<Part> slices) {
        return gate.pour(
                () -> partsOf(pool, ring).entrySet().stream()
                        .map(part -> new Part(part.getKey(), part.getValue()))
                        .toList(),
                slices);
    }

    private Map<Integer, byte[]> partsOf(PoolId pool, UUID ring) {
        return rings.getOrDefault(new RingPlace(pool, ring), Map.of());
    }

    @Override
    public Future<List<UUID>> rings(PoolId pool) {
        return gate.pass(() -> rings.keySet().stream()
                .filter(place -> place.pool().equals(pool))
                .map(RingPlace::ring)
                .toList());
    }

    @Override
    public Future<Void> dropRing(PoolId pool, UUID ring) {
        return gate.run(() -> rings.remove(new RingPlace(pool, ring)));
    }

    @Override
    public Future<WrappedKey> putDataKey(PoolId pool, int version, WrappedKey key) {
        Place place = new Place(pool, version, key.client(), key.purpose(), key.keyNo());
        return gate.pass(() -> journal.computeIfAbsent(place, absent -> key));
    }

    @Override
    public Future<List<WrappedKey>> dataKeys(PoolId pool, int version, ClientId client) {
        return gate.pass(() -> rows(place -> place.pool().equals(pool)
                && place.version() == version
                && place.client().equals(client)));
    }

    @Override
    public Future<Void> dataKeys(PoolId pool, int version, Slices<WrappedKey> slices) {
        return gate.pour(() -> rows(place -> place.pool().equals(pool) && place.version() == version), slices);
    }

    @Override
    public Future<Void> destroy(PoolId pool, int version, ClientId client, Purpose purpose, int upTo) {
        return gate.run(() -> journal.put(
                new Place(pool, version, client, purpose, upTo),
                new WrappedKey(client, purpose, upTo, Optional.empty())));
    }

    @Override
    public Future<Void> dropJournal(PoolId pool, int version) {
        return gate.run(
                () -> journal.keySet().removeIf(place -> place.pool().equals(pool) && place.version() == version));
    }

    @Override
    public Future<Void> deny(long bucket, Denied row) {
        return gate.run(() ->
                denied.computeIfAbsent(bucket, absent -> new ArrayList<>()).add(row));
    }

    @Override
    public Future<List<Denied>> denied(long bucket) {
        return gate.pass(() -> List.copyOf(denied.getOrDefault(bucket, List.of())));
    }

    private List<WrappedKey> rows(Predicate<Place> wanted) {
        return journal.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
