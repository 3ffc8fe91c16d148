package confidant.store.memory;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.KeyStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Wrapped keys in memory. */
final class MemoryKeys implements KeyStore {
    private record Place(PoolId pool, ClientId client, Purpose purpose, int keyNo) {}

    private final Gate gate;
    private final Map<PoolId, byte[]> poolKeys = new HashMap<>();
    private final Map<Place, WrappedKey> dataKeys = new LinkedHashMap<>();

    MemoryKeys(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<byte[]> putPoolKey(PoolId pool, byte[] wrapped) {
        return gate.pass(() -> poolKeys.computeIfAbsent(pool, key -> wrapped));
    }

    @Override
    public Future<Optional<byte[]>> poolKey(PoolId pool) {
        return gate.pass(() -> Optional.ofNullable(poolKeys.get(pool)));
    }

    @Override
    public Future<WrappedKey> putDataKey(PoolId pool, WrappedKey key) {
        Place place = new Place(pool, key.client(), key.purpose(), key.keyNo());
        return gate.pass(() -> dataKeys.computeIfAbsent(place, absent -> key));
    }

    @Override
    public Future<List<WrappedKey>> dataKeys(PoolId pool, ClientId client) {
        return gate.pass(
                () -> keys(place -> place.pool().equals(pool) && place.client().equals(client)));
    }

    @Override
    public Future<Void> dataKeys(PoolId pool, Slices<WrappedKey> slices) {
        return gate.pour(() -> keys(place -> place.pool().equals(pool)), slices);
    }

    @Override
    public Future<Integer> destroy(PoolId pool, ClientId client, Purpose purpose, int upTo) {
        return gate.pass(() -> {
            int destroyed = 0;
            for (Map.Entry<Place, WrappedKey> entry : dataKeys.entrySet()) {
                Place place = entry.getKey();
                boolean meant = place.pool().equals(pool)
                        && place.client().equals(client)
                        && place.purpose().equals(purpose)
                        && place.keyNo() <= upTo;
                if (meant && !entry.getValue().destroyed()) {
                    entry.setValue(new WrappedKey(client, purpose, place.keyNo(), Optional.empty()));
                    destroyed++;
                }
            }
            return destroyed;
        });
    }

    private List<WrappedKey> keys(Predicate<Place> wanted) {
        return dataKeys.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
