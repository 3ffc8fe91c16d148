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
import java.util.function.Consumer;

/**
 * Keys in memory and in the store. A data key belongs to one yes: its number is the number of the consent step that it
 * rests on, so that nothing which was under way at a withdrawal can make a new key afterwards.
 */
public final class Keys {
    private static final int LIMIT = 200_000;

    private record Owner(PoolId pool, ClientId client, Purpose purpose) {}

    private final House house;
    private final KeyStore store;
    private final Map<PoolId, Future<PoolKey>> pools = new ConcurrentHashMap<>();
    // At most one generation of each: the one that the present yes rests on is the only one that may be used.
    private final Map<Owner, DataKey> held = new ConcurrentHashMap<>();

    public Keys(House house) {
        this.house = house;
        this.store = house.stores().keys();
    }

    /** The key to seal under, made if it is not there yet; empty if it was destroyed. */
    public Future<Optional<DataKey>> forSealing(Pass pass) {
        Owner owner = owner(pass);
        Optional<DataKey> known = held(owner, pass.grant());
        if (known.isPresent()) {
            return Future.succeededFuture(known);
        }
        return pool(owner.pool)
                .compose(poolKey -> store.putDataKey(owner.pool, fresh(poolKey, owner, pass.grant()))
                        .map(row -> keep(poolKey, owner.pool, row)));
    }

    /**
     * The key of one generation to open with; empty if it was destroyed or never made, and if it belongs to an earlier yes
     * than the pass: agreeing again brings nothing old back, also where a withdrawal was cut off before its key was gone.
     */
    public Future<Optional<DataKey>> forOpening(Pass pass, int keyNo) {
        if (keyNo != pass.grant()) {
            return Future.succeededFuture(Optional.empty());
        }
        Owner owner = owner(pass);
        Optional<DataKey> known = pass.stands() ? held(owner, keyNo) : Optional.empty();
        if (known.isPresent()) {
            return Future.succeededFuture(known);
        }
        return pool(owner.pool)
                .compose(poolKey -> store.dataKeys(owner.pool, owner.client)
                        .map(rows -> rows.stream()
                                .filter(row -> row.purpose().equals(owner.purpose) && row.keyNo() == keyNo)
                                .findFirst()
                                .flatMap(row -> keep(poolKey, owner.pool, row))));
    }

    /** Reads all keys of a pool into memory; {@code seen} is told of all rows, destroyed ones too. */
    public Future<Void> preload(PoolId pool, Consumer<List<WrappedKey>> seen) {
        return pool(pool)
                .compose(poolKey -> store.dataKeys(pool, slice -> {
                    for (WrappedKey row : slice) {
                        keep(poolKey, pool, row);
                    }
                    seen.accept(slice);
                }));
    }

    /**
     * Destroys the keys of one purpose up to generation {@code upTo}: first the place of that generation is taken, so that a
     * key which is just being made cannot come into being any more, then what exists is destroyed, here and in the store.
     * Repeatable; a key of a later yes is left alone.
     */
    public Future<Integer> destroy(Ref client, Purpose purpose, int upTo) {
        Owner owner = new Owner(client.pool(), client.client(), purpose);
        WrappedKey never = new WrappedKey(client.client(), purpose, upTo, Optional.empty());
        forget(owner, upTo);
        return store.putDataKey(client.pool(), never)
                .compose(row -> store.destroy(client.pool(), client.client(), purpose, upTo))
                .onComplete(done -> forget(owner, upTo));
    }

    /** Drops all keys of a pool from memory. */
    public void lock(PoolId pool) {
        held.keySet().stream().filter(owner -> owner.pool.equals(pool)).toList().forEach(this::wipe);
        Future<PoolKey> key = pools.remove(pool);
        if (key != null && key.succeeded()) {
            key.result().wipe();
        }
    }

    private Optional<DataKey> held(Owner owner, int keyNo) {
        return Optional.ofNullable(held.get(owner)).filter(key -> key.keyNo() == keyNo);
    }

    private void forget(Owner owner, int upTo) {
        held.computeIfPresent(owner, (o, key) -> {
            if (key.keyNo() > upTo) {
                return key;
            }
            key.wipe();
            return null;
        });
    }

    private void wipe(Owner owner) {
        DataKey key = held.remove(owner);
        if (key != null) {
            key.wipe();
        }
    }

    private WrappedKey fresh(PoolKey poolKey, Owner owner, int keyNo) {
        byte[] wrapped = house.vault().newDataKey(poolKey, owner.client, owner.purpose, keyNo);
        return new WrappedKey(owner.client, owner.purpose, keyNo, Optional.of(wrapped));
    }

    private Optional<DataKey> keep(PoolKey poolKey, PoolId pool, WrappedKey row) {
        return row.wrapped().map(wrapped -> {
            if (held.size() > LIMIT) {
                // Not wiped: somebody may be using one this moment. They are read again when needed.
                held.clear();
            }
            DataKey key = house.vault().openDataKey(poolKey, row.client(), row.purpose(), row.keyNo(), wrapped);
            Owner owner = new Owner(pool, row.client(), row.purpose());
            held.merge(owner, key, (old, now) -> now.keyNo() >= old.keyNo() ? now : old);
            return key;
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

    private static Owner owner(Pass pass) {
        return new Owner(
                pass.client().pool(), pass.client().client(), pass.opening().purpose());
    }
}
