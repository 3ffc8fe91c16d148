package confidant.core.keys;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.model.PoolId;
import confidant.store.KeyStore;
import confidant.store.KeyStore.Head;
import confidant.store.KeyStore.WrappedPool;
import confidant.vault.RootKey;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pool keys in memory, each with the head that names it. Unwrapping asks the root, on a worker. */
final class PoolHeads {
    private static final int TRIES = 5;

    private final House house;
    private final KeyStore store;
    private final Map<PoolId, Future<Opened>> open = new ConcurrentHashMap<>();

    PoolHeads(House house) {
        this.house = house;
        this.store = house.stores().keys();
    }

    /** As it was last seen here; a pool that has no keys yet gets its first. */
    Future<Opened> get(PoolId pool) {
        Future<Opened> known = open.get(pool);
        return known != null && !known.failed() ? known : remember(pool, load(pool));
    }

    /** As it stands now, when {@code stale} turned out not to be that any more. */
    Future<Opened> after(PoolId pool, Opened stale) {
        Future<Opened> known = open.get(pool);
        if (known != null && (!known.isComplete() || (known.succeeded() && known.result() != stale))) {
            return known;
        }
        return remember(pool, load(pool)).onSuccess(now -> {
            if (now != stale) {
                stale.wipe();
            }
        });
    }

    /** As it stands in the store at this moment. */
    Future<Opened> now(PoolId pool) {
        return get(pool)
                .compose(known -> store.head(pool)
                        .compose(head -> known.is(head) ? Future.succeededFuture(known) : after(pool, known)));
    }

    void lock(PoolId pool) {
        Future<Opened> known = open.remove(pool);
        if (known != null && known.succeeded()) {
            known.result().wipe();
        }
    }

    private Future<Opened> remember(PoolId pool, Future<Opened> opening) {
        open.put(pool, opening);
        return opening;
    }

    private Future<Opened> load(PoolId pool) {
        return store.head(pool).compose(head -> head.isPresent() ? open(pool, head.get()) : first(pool));
    }

    private Future<Opened> first(PoolId pool) {
        return house.worker()
                .run(() -> house.vault().newPoolKey(house.id(), pool, 1))
                .compose(wrapped -> store.putHead(
                        pool, new Head(1, new WrappedPool(1, wrapped), Optional.empty(), Optional.empty())))
                .compose(head -> settle(pool, head))
                .compose(head -> open(pool, head));
    }

    private Future<Opened> open(PoolId pool, Head head) {
        return house.worker()
                .run(() -> new Opened(
                        head,
                        house.vault()
                                .openPool(
                                        house.id(),
                                        pool,
                                        head.current().version(),
                                        head.current().wrapped()),
                        head.previous()
                                .map(one -> house.vault().openPool(house.id(), pool, one.version(), one.wrapped()))));
    }

    /**
     * Wraps the keys of a head again where they hang from an earlier epoch than the root's present one. Whoever stores a
     * freshly wrapped key calls this afterwards: either a new epoch that began meanwhile is seen here, or whoever began it
     * sees the head that was stored before.
     */
    Future<Head> settle(PoolId pool, Head head) {
        return settle(pool, head, TRIES);
    }

    private Future<Head> settle(PoolId pool, Head head, int tries) {
        if (tries == 0) {
            return Future.failedFuture(new Conflict("the pool's key"));
        }
        return house.worker().run(() -> rewrapped(pool, head)).compose(next -> {
            if (next.isEmpty()) {
                return Future.succeededFuture(head);
            }
            return store.replaceHead(pool, next.get())
                    .compose(replaced -> store.head(pool)
                            .compose(now -> settle(pool, now.orElse(next.get()), replaced ? tries : tries - 1)));
        });
    }

    private Optional<Head> rewrapped(PoolId pool, Head head) {
        int epoch = house.vault().root().epoch();
        boolean current = RootKey.epochOf(head.current().wrapped()) >= epoch
                && head.previous()
                        .map(one -> RootKey.epochOf(one.wrapped()) >= epoch)
                        .orElse(true);
        return current
                ? Optional.empty()
                : Optional.of(new Head(
                        head.revision() + 1,
                        rewrap(pool, head.current()),
                        head.previous().map(one -> rewrap(pool, one)),
                        head.ring()));
    }

    private WrappedPool rewrap(PoolId pool, WrappedPool one) {
        return new WrappedPool(one.version(), house.vault().rewrapPool(pool, one.version(), one.wrapped()));
    }
}
