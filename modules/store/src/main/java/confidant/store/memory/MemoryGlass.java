package confidant.store.memory;

import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.PoolId;
import confidant.store.GlassStore;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Looks in memory. */
final class MemoryGlass implements GlassStore {
    private record Place(PoolId pool, ClientId client, UUID id) {}

    private record Day(ConciergeId concierge, LocalDate day) {}

    private final Gate gate;
    private final Map<Place, Look> looks = new HashMap<>();
    private final Map<Day, Set<UUID>> taken = new HashMap<>();

    MemoryGlass(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<Boolean> put(Look look) {
        return gate.pass(() -> {
            Place place = new Place(look.pool(), look.client(), look.id());
            Look stored = looks.get(place);
            long version = stored == null ? 0 : stored.version();
            if (version != look.version() - 1) {
                return look.equals(stored);
            }
            looks.put(place, look);
            return true;
        });
    }

    @Override
    public Future<Optional<Look>> look(PoolId pool, ClientId client, UUID id) {
        return gate.pass(() -> Optional.ofNullable(looks.get(new Place(pool, client, id))));
    }

    @Override
    public Future<List<Look>> looks(PoolId pool, ClientId client) {
        return gate.pass(
                () -> all(look -> look.pool().equals(pool) && look.client().equals(client)));
    }

    @Override
    public Future<List<Look>> open() {
        return gate.pass(() -> all(look -> look.review().isEmpty()));
    }

    @Override
    public Future<List<Look>> begun(YearMonth month) {
        return gate.pass(() -> all(look -> look.month().equals(month)));
    }

    private List<Look> all(Predicate<Look> wanted) {
        return looks.values().stream().filter(wanted).toList();
    }

    @Override
    public Future<Boolean> take(ConciergeId concierge, LocalDate day, int most, UUID id) {
        return gate.pass(() -> {
            Set<UUID> ids = taken.computeIfAbsent(new Day(concierge, day), any -> new HashSet<>());
            return ids.contains(id) || (ids.size() < most && ids.add(id));
        });
    }

    @Override
    public Future<Integer> taken(ConciergeId concierge, LocalDate day) {
        return gate.pass(
                () -> taken.getOrDefault(new Day(concierge, day), Set.of()).size());
    }
}
