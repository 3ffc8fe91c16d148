package confidant.core.keys;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.vault.DataKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The data keys in memory: of each owner at most one, that of the newest yes, and none that was destroyed. */
final class HeldKeys {
    private static final int LIMIT = 200_000;

    private record Held(Purpose purpose, DataKey key, long card) {}

    // A client's keys lie together: there are a handful of each client's and ten thousands in all.
    private final Map<PoolId, Map<ClientId, List<Held>>> held = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    /** What was destroyed while somebody may still have been reading it in. */
    private final Map<Owner, Integer> floors = new ConcurrentHashMap<>();

    private final Map<PoolId, Instant> used = new ConcurrentHashMap<>();

    Optional<DataKey> get(Owner owner, int keyNo) {
        return find(owner).map(Held::key).filter(key -> key.keyNo() == keyNo);
    }

    /** The least version of the owner's tag card; 0 where nothing is known. */
    long leastCard(Owner owner) {
        return find(owner).map(Held::card).orElse(0L);
    }

    private Optional<Held> find(Owner owner) {
        return find(of(owner.pool()).getOrDefault(owner.client(), List.of()), owner.purpose());
    }

    private static Optional<Held> find(List<Held> keys, Purpose purpose) {
        for (Held one : keys) {
            if (one.purpose.equals(purpose)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private Map<ClientId, List<Held>> of(PoolId pool) {
        return held.computeIfAbsent(pool, absent -> new ConcurrentHashMap<>());
    }

    /** Keeps a key and returns it; empty if it was destroyed meanwhile. */
    Optional<DataKey> keep(Owner owner, DataKey key, long card) {
        if (size.get() > LIMIT) {
            // Not wiped: somebody may be using one this moment. They are read again when needed.
            held.clear();
            size.set(0);
        }
        Map<ClientId, List<Held>> keys;
        do {
            keys = of(owner.pool());
            keys.compute(owner.client(), (client, known) -> with(known, new Held(owner.purpose(), key, card)));
            // Once more where the pool was locked meanwhile: a key in a map that is gone would never be wiped.
        } while (held.get(owner.pool()) != keys);
        if (key.keyNo() <= floors.getOrDefault(owner, 0)) {
            drop(owner, key.keyNo());
            return Optional.empty();
        }
        return Optional.of(key);
    }

    // The newest is kept.
    private List<Held> with(@Nullable List<Held> known, Held fresh) {
        List<Held> before = known == null ? List.of() : known;
        Optional<Held> old = find(before, fresh.purpose);
        if (old.filter(one -> one.key.keyNo() > fresh.key.keyNo()).isPresent()) {
            return before;
        }
        List<Held> after = new ArrayList<>(before.size() + 1);
        after.addAll(before);
        old.ifPresentOrElse(after::remove, size::incrementAndGet);
        after.add(fresh);
        return after;
    }

    void drop(Owner owner, int upTo) {
        if (floors.size() > LIMIT) {
            floors.clear();
        }
        floors.merge(owner, upTo, Math::max);
        of(owner.pool()).computeIfPresent(owner.client(), (client, keys) -> {
            Optional<Held> known = find(keys, owner.purpose()).filter(one -> one.key.keyNo() <= upTo);
            if (known.isEmpty()) {
                return keys;
            }
            known.get().key.wipe();
            size.decrementAndGet();
            List<Held> after = new ArrayList<>(keys);
            after.remove(known.get());
            return after;
        });
    }

    /** Notes to the second, as every opening comes through here. */
    void used(PoolId pool, Instant at) {
        Instant before = used.get(pool);
        if (before == null || !at.isBefore(before.plusSeconds(1))) {
            used.put(pool, at);
        }
    }

    List<PoolId> unused(Instant before) {
        return used.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(before))
                .map(Map.Entry::getKey)
                .toList();
    }

    void wipe(PoolId pool) {
        used.remove(pool);
        Map<ClientId, List<Held>> keys = held.remove(pool);
        if (keys != null) {
            // One by one: whoever comes with a key at this moment finds the map gone, or is wiped here.
            keys.keySet().forEach(client -> wipe(keys.remove(client)));
        }
    }

    void wipeAll() {
        List.copyOf(held.keySet()).forEach(this::wipe);
    }

    private void wipe(@Nullable List<Held> keys) {
        if (keys != null) {
            keys.forEach(one -> one.key.wipe());
            size.addAndGet(-keys.size());
        }
    }
}
