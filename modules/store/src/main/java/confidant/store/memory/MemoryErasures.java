package confidant.store.memory;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.ErasureStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Erasures in memory. */
final class MemoryErasures implements ErasureStore {
    private record Place(PoolId pool, ClientId client) {
        static Place of(Erasure erasure) {
            return new Place(erasure.pool(), erasure.client());
        }
    }

    private final Gate gate;
    private final Map<Place, Erasure> erasures = new LinkedHashMap<>();

    MemoryErasures(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<Erasure> begin(Erasure erasure) {
        return gate.pass(() -> erasures.computeIfAbsent(Place.of(erasure), absent -> erasure));
    }

    @Override
    public Future<Optional<Erasure>> erasure(PoolId pool, ClientId client) {
        return gate.pass(() -> Optional.ofNullable(erasures.get(new Place(pool, client))));
    }

    @Override
    public Future<Boolean> move(Stage before, Erasure next) {
        return gate.pass(() -> {
            Erasure stored = erasures.get(Place.of(next));
            if (stored == null || stored.stage() != before) {
                return false;
            }
            erasures.put(Place.of(next), next);
            return true;
        });
    }

    @Override
    public Future<List<Erasure>> open() {
        return gate.pass(() -> erasures.values().stream()
                .filter(erasure -> erasure.stage() != Stage.FINAL)
                .toList());
    }

    @Override
    public Future<Void> erasures(PoolId pool, Slices<Erasure> slices) {
        return gate.pour(
                () -> erasures.values().stream()
                        .filter(erasure -> erasure.pool().equals(pool))
                        .filter(erasure -> !erasure.client().equals(EVERYBODY))
                        .toList(),
                slices);
    }
}
