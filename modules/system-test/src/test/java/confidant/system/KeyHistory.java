package confidant.system;

import confidant.core.House;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.KeyStore;
import confidant.store.KeyStore.Head;
import confidant.store.KeyStore.Part;
import confidant.store.KeyStore.Ring;
import confidant.store.KeyStore.WrappedKey;
import confidant.store.KeyStore.WrappedPool;
import confidant.testkit.Await;
import confidant.vault.DataKey;
import confidant.vault.PoolKey;
import confidant.vault.RingEntry;
import confidant.vault.RingPlace;
import confidant.vault.Vault;
import confidant.vault.VaultRefused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who copied the whole key store whenever it changed, and now has a root: tries every wrapped pool key of every
 * copy under it, and with all that open every part of every ring and every row of every journal of every copy.
 */
final class KeyHistory {
    private final List<WrappedPool> heads = new ArrayList<>();
    private final Set<Ring> rings = new LinkedHashSet<>();
    private final Map<UUID, List<Part>> parts = new HashMap<>();
    private final List<WrappedKey> rows = new ArrayList<>();
    private final PoolId pool;

    KeyHistory(PoolId pool) {
        this.pool = pool;
    }

    /** Copies all that the key store has of the pool now. */
    void copy(KeyStore store) {
        Head head = Await.result(store.head(pool)).orElseThrow();
        heads.add(head.current());
        head.previous().ifPresent(heads::add);
        head.ring().ifPresent(rings::add);
        for (UUID ring : Await.result(store.rings(pool))) {
            Await.result(store.parts(pool, ring, parts.computeIfAbsent(ring, absent -> new ArrayList<>())::addAll));
        }
        for (int version = 0; version <= head.current().version() + 1; version++) {
            Await.result(store.dataKeys(pool, version, rows::addAll));
        }
    }

    int copies() {
        return heads.size();
    }

    /** Every data key that opens, by its client. */
    Map<ClientId, List<DataKey>> opened(House house, Vault vault) {
        Map<ClientId, List<DataKey>> found = new HashMap<>();
        for (PoolKey key : poolKeys(house, vault)) {
            for (WrappedKey row : rows) {
                row.wrapped()
                        .ifPresent(wrapped -> tried(() -> List.of(
                                        vault.openDataKey(key, row.client(), row.purpose(), row.keyNo(), wrapped)))
                                .forEach(data -> put(found, data)));
            }
            for (Ring ring : rings) {
                for (Part part : parts.getOrDefault(ring.id(), List.of())) {
                    RingPlace place = new RingPlace(ring.id(), part.number(), ring.parts());
                    tried(() -> vault.openPart(key, place, part.sealed()).stream()
                                    .map(RingEntry::key)
                                    .flatMap(java.util.Optional::stream)
                                    .toList())
                            .forEach(data -> put(found, data));
                }
            }
        }
        return found;
    }

    private List<PoolKey> poolKeys(House house, Vault vault) {
        List<PoolKey> opened = new ArrayList<>();
        for (WrappedPool wrapped : heads) {
            tried(() -> List.of(vault.openPool(house.id(), pool, wrapped.version(), wrapped.wrapped())))
                    .forEach(opened::add);
        }
        return opened;
    }

    private static void put(Map<ClientId, List<DataKey>> found, DataKey key) {
        found.computeIfAbsent(key.client(), absent -> new ArrayList<>()).add(key);
    }

    private interface Try<T> {
        Collection<T> go();
    }

    private static <T> Collection<T> tried(Try<T> attempt) {
        try {
            return attempt.go();
        } catch (VaultRefused closed) {
            return List.of();
        }
    }
}
