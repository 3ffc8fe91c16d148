package confidant.store.memory;

import confidant.store.DueStore;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Due entries in memory. */
final class MemoryDues implements DueStore {
    private record Place(LocalDate day, int shard, String key) {}

    private final Gate gate;
    private final Map<Place, Due> dues = new LinkedHashMap<>();

    MemoryDues(Gate gate) {
        this.gate = gate;
    }

    @Override
    public int shards() {
        return 8;
    }

    @Override
    public Future<Void> put(Due due) {
        return gate.run(() -> dues.put(place(due), due));
    }

    @Override
    public Future<List<Due>> due(LocalDate day, int shard) {
        return gate.pass(() -> dues.values().stream()
                .filter(due -> due.day().equals(day) && due.shard() == shard)
                .toList());
    }

    @Override
    public Future<Void> remove(Due due) {
        return gate.run(() -> dues.remove(place(due)));
    }

    private static Place place(Due due) {
        return new Place(due.day(), due.shard(), due.key());
    }
}
