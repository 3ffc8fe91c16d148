package confidant.store.memory;

import confidant.model.ClientId;
import confidant.model.ImportId;
import confidant.model.PoolId;
import confidant.store.ImportStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports in memory. */
final class MemoryImports implements ImportStore {
    private final Gate gate;
    private final Map<PoolId, Map<ImportId, Progress>> imports = new HashMap<>();
    private final Map<PoolId, Map<ClientId, Newcomer>> newcomers = new HashMap<>();

    MemoryImports(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<Void> put(Progress progress) {
        return gate.run(() ->
                imports.computeIfAbsent(progress.pool(), any -> new HashMap<>()).put(progress.id(), progress));
    }

    @Override
    public Future<Optional<Progress>> progress(PoolId pool, ImportId id) {
        return gate.pass(
                () -> Optional.ofNullable(imports.getOrDefault(pool, Map.of()).get(id)));
    }

    @Override
    public Future<List<Progress>> all(PoolId pool) {
        return gate.pass(() -> List.copyOf(imports.getOrDefault(pool, Map.of()).values()));
    }

    @Override
    public Future<Void> came(Newcomer newcomer) {
        return gate.run(() -> newcomers
                .computeIfAbsent(newcomer.pool(), any -> new HashMap<>())
                .put(newcomer.client(), newcomer));
    }

    @Override
    public Future<Optional<Newcomer>> newcomer(PoolId pool, ClientId client) {
        return gate.pass(
                () -> Optional.ofNullable(newcomers.getOrDefault(pool, Map.of()).get(client)));
    }

    @Override
    public Future<Void> newcomers(PoolId pool, Slices<Newcomer> slices) {
        return gate.pour(
                () -> List.copyOf(newcomers.getOrDefault(pool, Map.of()).values()), slices);
    }

    @Override
    public Future<Void> forget(PoolId pool, ClientId client) {
        return gate.run(
                () -> newcomers.computeIfAbsent(pool, any -> new HashMap<>()).remove(client));
    }
}
