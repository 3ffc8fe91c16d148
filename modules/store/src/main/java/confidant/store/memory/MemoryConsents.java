package confidant.store.memory;

import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.Bucket;
import confidant.store.ConsentStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Histories of consent in memory. */
final class MemoryConsents implements ConsentStore {
    private record Place(PoolId pool, ClientId client, Purpose purpose) {}

    private final Gate gate;
    private final Map<Place, List<ConsentEvent>> histories = new LinkedHashMap<>();

    MemoryConsents(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<Boolean> append(PoolId pool, ConsentEvent event) {
        return gate.pass(() -> {
            Place place = new Place(pool, event.client(), event.purpose());
            List<ConsentEvent> steps = histories.getOrDefault(place, List.of());
            if (event.seq() != steps.size() + 1) {
                return false;
            }
            List<ConsentEvent> longer = new ArrayList<>(steps);
            longer.add(event);
            histories.put(place, longer);
            return true;
        });
    }

    @Override
    public Future<List<Ending>> endings(PoolId pool) {
        return gate.pass(() -> steps(place -> place.pool().equals(pool)).stream()
                .filter(step -> step.seq() > 1 && !step.status().valid())
                .map(step -> new Ending(step.client(), step.purpose(), step.seq()))
                .toList());
    }

    @Override
    public Future<List<ConsentEvent>> history(PoolId pool, ClientId client) {
        return gate.pass(
                () -> steps(place -> place.pool().equals(pool) && place.client().equals(client)));
    }

    @Override
    public Future<Stream<Outline>> outlines(PoolId pool, int bucket) {
        return gate.pass(() -> steps(place -> place.pool().equals(pool) && Bucket.of(place.client()) == bucket).stream()
                .map(Outline::of));
    }

    @Override
    public Future<Void> shelve(PoolId pool) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> outlines(PoolId pool, Slices<Outline> slices) {
        return gate.pour(
                () -> steps(place -> place.pool().equals(pool)).stream()
                        .map(Outline::of)
                        .toList(),
                slices);
    }

    private List<ConsentEvent> steps(Predicate<Place> wanted) {
        return histories.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .sorted(Comparator.comparing(ConsentEvent::purpose).thenComparing(ConsentEvent::seq))
                .toList();
    }
}
