package confidant.core.keys;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.model.ClientId;
import confidant.store.KeyStore;
import confidant.store.KeyStore.Head;
import confidant.store.KeyStore.Ring;
import confidant.store.KeyStore.WrappedKey;
import confidant.vault.DataKey;
import confidant.vault.PoolKey;
import confidant.vault.RingEntry;
import confidant.vault.RingPlace;
import confidant.vault.VaultRefused;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks one owner's keys up in the ring and the journals. The head is read beside them: what was read under a head that is
 * no longer in force counts for nothing and is read again.
 */
final class Lookup {
    private static final Logger LOG = LoggerFactory.getLogger(Lookup.class);
    private static final int TRIES = 8;

    private final House house;
    private final KeyStore store;
    private final PoolHeads heads;

    Lookup(House house, PoolHeads heads) {
        this.house = house;
        this.store = house.stores().keys();
        this.heads = heads;
    }

    /** In which part of a ring a client's keys are. INVARIANT: never changes for a client and a number of parts. */
    static int part(ClientId client, int parts) {
        return (int) ((client.value().getLeastSignificantBits() & Integer.MAX_VALUE) % parts);
    }

    Future<Found> find(Owner owner) {
        return find(owner, TRIES);
    }

    private Future<Found> find(Owner owner, int tries) {
        if (tries == 0) {
            return Future.failedFuture(new Conflict("the pool's keys"));
        }
        return heads.get(owner.pool()).compose(opened -> {
            Head head = opened.head();
            Future<Optional<Head>> now = store.head(owner.pool());
            Future<List<WrappedKey>> current =
                    store.dataKeys(owner.pool(), head.current().version(), owner.client());
            Future<List<WrappedKey>> previous = head.previous()
                    .map(one -> store.dataKeys(owner.pool(), one.version(), owner.client()))
                    .orElseGet(() -> Future.succeededFuture(List.of()));
            Future<Optional<byte[]>> part = head.ring()
                    .map(ring -> store.part(owner.pool(), ring.id(), part(owner.client(), ring.parts())))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty()));
            return Future.all(now, current, previous, part).compose(read -> {
                if (!opened.is(now.result())) {
                    return heads.after(owner.pool(), opened).compose(after -> find(owner, tries - 1));
                }
                Found found = read(owner, opened, current.result(), previous.result(), part.result());
                // The keys may have been wiped under our hands because the head moved on.
                return found.isDamaged()
                        ? heads.now(owner.pool())
                                .compose(after ->
                                        after == opened ? Future.succeededFuture(found) : find(owner, tries - 1))
                        : Future.succeededFuture(found);
            });
        });
    }

    private Found read(
            Owner owner, Opened opened, List<WrappedKey> current, List<WrappedKey> previous, Optional<byte[]> part) {
        Found found = new Found();
        opened.head().ring().ifPresent(ring -> ring(owner, opened, ring, part, found));
        opened.previous().ifPresent(key -> rows(owner, key, previous, Found.From.PREVIOUS, found));
        rows(owner, opened.current(), current, Found.From.CURRENT, found);
        return found;
    }

    private void ring(Owner owner, Opened opened, Ring ring, Optional<byte[]> sealed, Found found) {
        try {
            RingPlace place = new RingPlace(ring.id(), part(owner.client(), ring.parts()), ring.parts());
            byte[] bytes = sealed.orElseThrow(() -> new VaultRefused("a part of the ring is missing"));
            for (RingEntry entry : house.vault().openPart(opened.key(ring.version()), place, bytes)) {
                if (entry.client().equals(owner.client()) && entry.purpose().equals(owner.purpose())) {
                    found.floor(entry.floor());
                    found.card(entry.card());
                    entry.key().ifPresent(key -> found.put(key, Found.From.RING));
                } else {
                    entry.key().ifPresent(DataKey::wipe);
                }
            }
        } catch (VaultRefused e) {
            LOG.warn("ring.refused pool={} part={}", owner.pool(), part(owner.client(), ring.parts()));
            found.ringDamaged();
        }
    }

    private void rows(Owner owner, PoolKey poolKey, List<WrappedKey> rows, Found.From from, Found found) {
        for (WrappedKey row : rows) {
            if (!row.purpose().equals(owner.purpose())) {
                continue;
            }
            if (row.destroyed()) {
                found.floor(row.keyNo());
                continue;
            }
            try {
                byte[] wrapped = row.wrapped().orElse(new byte[0]);
                found.put(house.vault().openDataKey(poolKey, row.client(), row.purpose(), row.keyNo(), wrapped), from);
            } catch (VaultRefused e) {
                LOG.warn("key.refused pool={} client={}", owner.pool(), owner.client());
                found.damaged(row.keyNo());
            }
        }
    }
}
