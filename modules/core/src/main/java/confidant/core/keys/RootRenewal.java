package confidant.core.keys;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.model.PoolId;
import confidant.store.KeyStore;
import confidant.store.KeyStore.Head;
import confidant.vault.RootKey;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/**
 * Ends an epoch of the root: begins the next, wraps all that is alive again, looks whether anything still hangs from an
 * earlier one, and only then destroys those. Repeatable, and harmless when two nodes do it at once.
 */
public final class RootRenewal {
    private static final int TRIES = 5;

    private final House house;
    private final KeyStore store;
    private final PoolHeads heads;

    public RootRenewal(House house, Keys keys) {
        this.house = house;
        this.store = house.stores().keys();
        this.heads = keys.heads();
    }

    /** Ends epoch {@code upTo} and all before it, and says what the root's keeper answers. */
    public Future<RootKey.Destroyed> end(int upTo) {
        return house.worker()
                .run(() -> {
                    RootKey root = house.vault().root();
                    int now = root.epoch();
                    return now > upTo ? now : root.newEpoch();
                })
                .compose(epoch -> rewrap(epoch, TRIES)
                        .compose(done ->
                                house.worker().run(() -> house.vault().root().destroyEpoch(epoch - 1, house.now()))));
    }

    // INVARIANT: nothing is destroyed before one whole look found everything in the new epoch.
    private Future<Void> rewrap(int epoch, int tries) {
        if (tries == 0) {
            return Future.failedFuture(new Conflict("the keys of the house"));
        }
        return store.pools()
                .compose(pools -> each(pools, epoch))
                .compose(rewrapped -> houseKeys(epoch).map(more -> rewrapped + more))
                .compose(changed -> changed == 0 ? Future.succeededFuture() : rewrap(epoch, tries - 1));
    }

    private Future<Integer> each(List<PoolId> pools, int epoch) {
        Future<Integer> all = Future.succeededFuture(0);
        for (PoolId pool : pools) {
            all = all.compose(count -> store.head(pool).compose(head -> {
                if (head.isEmpty() || oldest(head.get()) >= epoch) {
                    return Future.succeededFuture(count);
                }
                return heads.settle(pool, head.get()).map(count + 1);
            }));
        }
        return all;
    }

    private static int oldest(Head head) {
        int current = RootKey.epochOf(head.current().wrapped());
        return head.previous()
                .map(one -> Math.min(current, RootKey.epochOf(one.wrapped())))
                .orElse(current);
    }

    private Future<Integer> houseKeys(int epoch) {
        return store.houseKeys().compose(all -> {
            Future<Integer> changed = Future.succeededFuture(0);
            for (Map.Entry<String, byte[]> one : all.entrySet()) {
                if (RootKey.epochOf(one.getValue()) < epoch) {
                    changed = changed.compose(count -> house.worker()
                            .run(() -> house.vault().rewrapNamed(one.getKey(), one.getValue()))
                            .compose(fresh -> store.replaceHouseKey(one.getKey(), one.getValue(), fresh))
                            .map(count + 1));
                }
            }
            return changed;
        });
    }
}
