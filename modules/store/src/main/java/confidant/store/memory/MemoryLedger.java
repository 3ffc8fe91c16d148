package confidant.store.memory;

import confidant.store.LedgerStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The ledger's waiting room, files and index in memory. */
final class MemoryLedger implements LedgerStore {
    private record Lease(String owner, Instant until) {}

    private final Gate gate;
    private final NavigableMap<Long, NavigableMap<String, Waiting>> waiting = new TreeMap<>();
    private final NavigableMap<String, byte[]> files = new TreeMap<>();
    private final NavigableMap<Long, Indexed> index = new TreeMap<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private Optional<Position> position = Optional.empty();

    MemoryLedger(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<Void> append(Waiting entry) {
        return gate.run(() -> waiting.computeIfAbsent(entry.bucket(), bucket -> new TreeMap<>())
                .put(entry.id(), entry));
    }

    @Override
    public Future<List<Waiting>> waiting(long bucket, int limit) {
        return gate.pass(() -> waiting.getOrDefault(bucket, new TreeMap<>()).values().stream()
                .limit(limit)
                .toList());
    }

    @Override
    public Future<Void> remove(List<Waiting> entries) {
        return gate.run(() -> entries.forEach(
                entry -> waiting.getOrDefault(entry.bucket(), new TreeMap<>()).remove(entry.id())));
    }

    @Override
    public Future<Void> write(Map<String, byte[]> written) {
        return gate.run(() -> files.putAll(written));
    }

    @Override
    public Future<Optional<byte[]>> file(String path) {
        return gate.pass(() -> Optional.ofNullable(files.get(path)));
    }

    @Override
    public Future<Void> files(Slices<String> paths) {
        return gate.pour(() -> List.copyOf(files.keySet()), paths);
    }

    @Override
    public Future<Optional<Position>> position() {
        return gate.pass(() -> position);
    }

    @Override
    public Future<Boolean> advance(long expectedSize, Position next) {
        return gate.pass(() -> {
            if (position.map(Position::size).orElse(0L) != expectedSize) {
                return false;
            }
            position = Optional.of(next);
            return true;
        });
    }

    @Override
    public Future<Boolean> lease(String name, String owner, Instant now, Instant until) {
        return gate.pass(() -> {
            Lease held = leases.get(name);
            boolean free =
                    held == null || held.owner().equals(owner) || !held.until().isAfter(now);
            if (free) {
                leases.put(name, new Lease(owner, until));
            }
            return free;
        });
    }

    @Override
    public Future<Void> index(List<Indexed> entries) {
        return gate.run(() -> entries.forEach(entry -> index.put(entry.index(), entry)));
    }

    @Override
    public Future<List<Indexed>> listed(long before, int limit) {
        return gate.pass(() -> index.headMap(before, false).descendingMap().values().stream()
                .limit(limit)
                .toList());
    }
}
