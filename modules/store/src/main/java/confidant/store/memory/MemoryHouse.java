package confidant.store.memory;

import confidant.model.ConciergeId;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import confidant.store.HouseStore;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Staff and small values in memory. */
final class MemoryHouse implements HouseStore {
    private final Gate gate;
    private final Map<ConciergeId, Concierge> concierges = new LinkedHashMap<>();
    private final Map<OfficerId, Officer> officers = new LinkedHashMap<>();
    private final Map<ManagerId, Manager> managers = new LinkedHashMap<>();
    private final Map<String, byte[]> values = new HashMap<>();

    MemoryHouse(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<Void> putConcierge(Concierge concierge) {
        return gate.run(() -> concierges.put(concierge.id(), concierge));
    }

    @Override
    public Future<List<Concierge>> concierges() {
        return gate.pass(() -> List.copyOf(concierges.values()));
    }

    @Override
    public Future<Void> putOfficer(Officer officer) {
        return gate.run(() -> officers.put(officer.id(), officer));
    }

    @Override
    public Future<List<Officer>> officers() {
        return gate.pass(() -> List.copyOf(officers.values()));
    }

    @Override
    public Future<Void> putManager(Manager manager) {
        return gate.run(() -> managers.put(manager.id(), manager));
    }

    @Override
    public Future<List<Manager>> managers() {
        return gate.pass(() -> List.copyOf(managers.values()));
    }

    @Override
    public Future<byte[]> putOnce(String name, byte[] value) {
        return gate.pass(() -> values.computeIfAbsent(name, key -> value));
    }

    // Remembering it for longer is allowed, and a store without a clock can do nothing else.
    @Override
    public Future<byte[]> putOnce(String name, byte[] value, Duration keep) {
        return putOnce(name, value);
    }

    @Override
    public Future<Optional<byte[]>> value(String name) {
        return gate.pass(() -> Optional.ofNullable(values.get(name)));
    }
}
