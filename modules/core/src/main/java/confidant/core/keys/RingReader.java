package confidant.core.keys;

import confidant.core.House;
import confidant.model.PoolId;
import confidant.store.KeyStore;
import confidant.store.KeyStore.Part;
import confidant.store.KeyStore.Ring;
import confidant.store.KeyStore.WrappedKey;
import confidant.vault.PoolKey;
import confidant.vault.RingEntry;
import confidant.vault.RingPlace;
import confidant.vault.VaultRefused;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a whole ring, or a whole journal. */
final class RingReader {
    private final House house;
    private final KeyStore store;

    RingReader(House house) {
        this.house = house;
        this.store = house.stores().keys();
    }

    /** All entries of the ring in force. @return fails with {@link VaultRefused} if a part is missing or does not open */
    Future<List<RingEntry>> ring(PoolId pool, Opened opened) {
        Optional<Ring> ring = opened.head().ring();
        if (ring.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        List<Part> parts = Collections.synchronizedList(new ArrayList<>());
        return store.parts(pool, ring.get().id(), parts::addAll)
                .compose(read ->
                        house.worker().run(() -> open(opened.key(ring.get().version()), ring.get(), parts)));
    }

    private List<RingEntry> open(PoolKey key, Ring ring, List<Part> parts) {
        Set<Integer> seen = new HashSet<>();
        List<RingEntry> entries = new ArrayList<>();
        for (Part part : parts) {
            RingPlace place = new RingPlace(ring.id(), part.number(), ring.parts());
            entries.addAll(house.vault().openPart(key, place, part.sealed()));
            seen.add(part.number());
        }
        if (seen.size() != ring.parts()) {
            throw new VaultRefused("a part of the ring is missing");
        }
        return entries;
    }

    /** All rows of a version's journal. */
    Future<List<WrappedKey>> journal(PoolId pool, int version) {
        List<WrappedKey> rows = Collections.synchronizedList(new ArrayList<>());
        return store.dataKeys(pool, version, rows::addAll).map(rows);
    }
}
