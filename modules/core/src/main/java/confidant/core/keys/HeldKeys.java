package confidant.core.keys;

import confidant.model.PoolId;
import confidant.vault.DataKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The data keys in memory: of each owner at most one, that of the newest yes, and none that was destroyed. */
final class HeldKeys {
    private static final int LIMIT = 200_000;

    private record Held(DataKey key, long card) {}

    private final Map<Owner, Held> held = new ConcurrentHashMap<>();
    /** What was destroyed while somebody may still have been reading it in. */
    private final Map<Owner, Integer> floors = new ConcurrentHashMap<>();

    private final Map<PoolId, Instant> used = new ConcurrentHashMap<>();

    Optional<DataKey> get(Owner owner, int keyNo) {
        Held known = held.get(owner);
        return known != null && known.key.keyNo() == keyNo ? Optional.of(known.key) : Optional.empty();
    }

    /** The least version of the owner's tag card; 0 where nothing is known. */
    long leastCard(Owner owner) {
        Held known = held.get(owner);
        return known == null ? 0 : known.card;
    }

    /** Keeps a key and returns it; empty if it was destroyed meanwhile. */
    Optional<DataKey> keep(Owner owner, DataKey key, long card) {
        if (held.size() > LIMIT) {
            // Not wiped: somebody may be using one this moment. They are read again when needed.
            held.clear();
        }
        held.merge(owner, new Held(key, card), (old, now) -> now.key.keyNo() >= old.key.keyNo() ? now : old);
        if (key.keyNo() <= floors.getOrDefault(owner, 0)) {
            drop(owner, key.keyNo());
            return Optional.empty();
        }
        return Optional.of(key);
    }

    void drop(Owner owner, int upTo) {
        if (floors.size() > LIMIT) {
            floors.clear();
        }
        floors.merge(owner, upTo, Math::max);
        held.computeIfPresent(owner, (o, known) -> {
            if (known.key.keyNo() > upTo) {
                return known;
            }
            known.key.wipe();
            return null;
        });
    }

    void used(PoolId pool, Instant at) {
        used.put(pool, at);
    }

    List<PoolId> unused(Instant before) {
        return used.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(before))
                .map(Map.Entry::getKey)
                .toList();
    }

    void wipe(PoolId pool) {
        used.remove(pool);
        held.keySet().stream()
                .filter(owner -> owner.pool().equals(pool))
                .toList()
                .forEach(this::wipe);
    }

    void wipeAll() {
        List.copyOf(held.keySet()).forEach(this::wipe);
    }

    private void wipe(Owner owner) {
        Held known = held.remove(owner);
        if (known != null) {
            known.key.wipe();
        }
    }
}
