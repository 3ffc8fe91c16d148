package confidant.core.keys;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.keys.Keys.Alive;
import confidant.model.PoolId;
import confidant.store.KeyStore.WrappedKey;
import confidant.store.KeyStore.WrappedPool;
import confidant.vault.DataKey;
import confidant.vault.PoolKey;
import confidant.vault.RingEntry;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads all keys of a pool: a few parts of the ring, and what the journals have over it. */
final class Preload {
    private static final int TRIES = 5;

    private final House house;
    private final PoolHeads heads;
    private final HeldKeys held;
    private final RingReader reader;

    Preload(House house, PoolHeads heads, HeldKeys held) {
        this.house = house;
        this.heads = heads;
        this.held = held;
        this.reader = new RingReader(house);
    }

    Future<Void> run(PoolId pool, Consumer<List<Alive>> seen) {
        return run(pool, seen, TRIES);
    }

    private Future<Void> run(PoolId pool, Consumer<List<Alive>> seen, int tries) {
        if (tries == 0) {
            return Future.failedFuture(new Conflict("the pool's keys"));
        }
        return heads.now(pool)
                .compose(opened -> read(pool, opened)
                        .compose(alive -> heads.now(pool).compose(after -> {
                            if (after != opened) {
                                return run(pool, seen, tries - 1);
                            }
                            seen.accept(alive);
                            return Future.<Void>succeededFuture();
                        }))
                        // A ring that was taken over while it was read is no damage.
                        .recover(failure -> heads.now(pool)
                                .compose(after -> after != opened
                                        ? run(pool, seen, tries - 1)
                                        : Future.<Void>failedFuture(failure))));
    }

    private Future<List<Alive>> read(PoolId pool, Opened opened) {
        Future<List<RingEntry>> ring = reader.ring(pool, opened);
        Future<List<WrappedKey>> current =
                reader.journal(pool, opened.head().current().version());
        Future<List<WrappedKey>> previous = opened.head()
                .previous()
                .map(WrappedPool::version)
                .map(version -> reader.journal(pool, version))
                .orElseGet(() -> Future.succeededFuture(List.of()));
        return Future.all(ring, current, previous)
                .compose(read -> house.worker()
                        .run(() -> keep(pool, opened, ring.result(), current.result(), previous.result())));
    }

    private List<Alive> keep(
            PoolId pool, Opened opened, List<RingEntry> ring, List<WrappedKey> current, List<WrappedKey> previous) {
        held.used(pool, house.now());
        Map<Owner, Integer> floors = new HashMap<>();
        List.of(current, previous)
                .forEach(rows -> rows.stream()
                        .filter(WrappedKey::destroyed)
                        .forEach(row -> floors.merge(owner(pool, row), row.keyNo(), Math::max)));
        List<Alive> alive = new ArrayList<>(ring.size() + current.size());
        for (RingEntry entry : ring) {
            Owner owner = new Owner(pool, entry.client(), entry.purpose());
            int floor = Math.max(entry.floor(), floors.getOrDefault(owner, 0));
            entry.key().ifPresent(key -> keep(owner, key, floor, entry.card(), alive));
        }
        opened.previous().ifPresent(key -> rows(pool, key, previous, floors, alive));
        rows(pool, opened.current(), current, floors, alive);
        return alive;
    }

    private void rows(
            PoolId pool, PoolKey poolKey, List<WrappedKey> rows, Map<Owner, Integer> floors, List<Alive> alive) {
        for (WrappedKey row : rows) {
            row.wrapped().ifPresent(wrapped -> {
                Owner owner = owner(pool, row);
                DataKey key = house.vault().openDataKey(poolKey, row.client(), row.purpose(), row.keyNo(), wrapped);
                keep(owner, key, floors.getOrDefault(owner, 0), 0, alive);
            });
        }
    }

    private void keep(Owner owner, DataKey key, int floor, long card, List<Alive> alive) {
        if (key.keyNo() <= floor) {
            key.wipe();
            return;
        }
        held.keep(owner, key, card);
        alive.add(new Alive(owner.client(), owner.purpose(), key.keyNo()));
    }

    private static Owner owner(PoolId pool, WrappedKey row) {
        return new Owner(pool, row.client(), row.purpose());
    }
}
