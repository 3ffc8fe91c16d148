package confidant.core.keys;

import confidant.core.House;
import confidant.core.gate.Pass;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.KeyStore;
import confidant.store.KeyStore.WrappedKey;
import confidant.vault.DataKey;
import confidant.vault.PoolKey;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys in memory and in the store. A data key belongs to one yes: its number is the number of the consent step that it
 * rests on, so that nothing which was under way at a withdrawal can make a new key afterwards.
 */
public final class Keys {
    private static final int LIMIT = 200_000;

    private record Place(PoolId pool, ClientId client, Purpose purpose, int keyNo) {}

    private final House house;
    private final KeyStore store;
    private final Map<PoolId, Future<PoolKey>> pools = new ConcurrentHashMap<>();
    private final Map<Place, DataKey> held = new ConcurrentHashMap<>();

    public Keys(House house) {
        this.house = house;
        this.store = house.stores().keys();
    }

    /** The key to seal under, made if it is not there yet; empty if it was destroyed. */
    public Future<Optional<DataKey>> forSealing(Pass pass) {
        Place place = place(pass, pass.grant());
        DataKey known = held.get(place);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        return pool(place.pool)
                .compose(poolKey ->
                        store.putDataKey(place.pool, fresh(poolKey, place)).map(row -> keep(poolKey, place.pool, row)));
    }

    /** The key of one generation to open with; empty if it was destroyed or never made. */
    public Future<Optional<DataKey>> forOpening(Pass pass, int keyNo) {
        Place place = place(pass, keyNo);
        DataKey known = held.get(place);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        return pool(place.pool)
                .compose(poolKey -> store.dataKeys(place.pool, place.client)
                        .map(rows -> rows.stream()
                                .filter(row -> row.purpose().equals(place.purpose) && row.keyNo() == keyNo)
                                .findFirst()
                                .flatMap(row -> keep(poolKey, place.pool, row))));
    }

    /** Reads all keys of a pool into memory. @return the rows that are alive, for the sweep after a crash */
    public Future<Void> preload(PoolId pool, java.util.function.Consumer<List<WrappedKey>> seen) {
        return pool(pool)
                .compose(poolKey -> store.dataKeys(pool, slice -> {
                    for (WrappedKey row : slice) {
                        keep(poolKey, pool, row);
                    }
                    seen.accept(slice);
                }));
    }

    /**
     * Destroys the keys of one purpose: first the place of generation {@code grant} is taken, so that a key which is just
     * being made cannot come into being any more, then what exists is destroyed, here and in the store. Repeatable.
     */
    public Future<Integer> destroy(Ref client, Purpose purpose, int grant) {
        WrappedKey never = new WrappedKey(client.client(), purpose, grant, Optional.empty());
        forget(client, purpose);
        return store.putDataKey(client.pool(), never)
                .compose(row -> store.destroy(client.pool(), client.client(), purpose))
                .onComplete(done -> forget(client, purpose));
    }

    /** Drops all keys of a pool from memory. */
    public void lock(PoolId pool) {
        held.keySet().stream().filter(place -> place.pool.equals(pool)).toList().forEach(this::wipe);
        Future<PoolKey> key = pools.remove(pool);
        if (key != null && key.succeeded()) {
            key.result().wipe();
        }
    }

    private void forget(Ref client, Purpose purpose) {
        // Generations are few; looking at all of them beats walking the whole map.
        for (int keyNo = 1; keyNo <= 64; keyNo++) {
            wipe(new Place(client.pool(), client.client(), purpose, keyNo));
        }
    }

    private void wipe(Place place) {
        DataKey key = held.remove(place);
        if (key != null) {
            key.wipe();
        }
    }

    private WrappedKey fresh(PoolKey poolKey, Place place) {
        byte[] wrapped = house.vault().newDataKey(poolKey, place.client, place.purpose, place.keyNo);
        return new WrappedKey(place.client, place.purpose, place.keyNo, Optional.of(wrapped));
    }

    private Optional<DataKey> keep(PoolKey poolKey, PoolId pool, WrappedKey row) {
        return row.wrapped().map(wrapped -> {
            if (held.size() > LIMIT) {
                held.clear();
            }
            Place place = new Place(pool, row.client(), row.purpose(), row.keyNo());
            return held.computeIfAbsent(
                    place, p -> house.vault().openDataKey(poolKey, p.client, p.purpose, p.keyNo, wrapped));
        });
    }

    private Future<PoolKey> pool(PoolId pool) {
        Future<PoolKey> known = pools.get(pool);
        if (known != null && !known.failed()) {
            return known;
        }
        Future<PoolKey> opened = store.poolKey(pool)
                .compose(row -> row.isPresent()
                        ? Future.succeededFuture(row.get())
                        : house.worker()
                                .run(() -> house.vault().newPoolKey(house.id(), pool))
                                .compose(wrapped -> store.putPoolKey(pool, wrapped)))
                .compose(wrapped -> house.worker().run(() -> house.vault().openPool(house.id(), pool, wrapped)));
        pools.put(pool, opened);
        return opened;
    }

    private static Place place(Pass pass, int keyNo) {
        return new Place(
                pass.client().pool(), pass.client().client(), pass.opening().purpose(), keyNo);
    }
}
