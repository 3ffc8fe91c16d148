package confidant.core.keys;

import confidant.core.House;
import confidant.model.PoolId;
import confidant.store.KeyStore.WrappedKey;
import confidant.vault.DataKey;
import confidant.vault.PoolKey;
import confidant.vault.RingEntry;
import confidant.vault.VaultRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An old ring and its journal laid over each other: who is alive, and up to where everything is dead for ever.
 *
 * @param alive keys in the new ring
 * @param dead times that somebody's keys were destroyed since the old one
 */
record Folding(List<RingEntry> entries, int alive, int dead) {

    private static final class One {
        private final Map<Integer, DataKey> keys = new TreeMap<>();
        private int floor;
        private long card;
        private long step;
    }

    /**
     * @throws VaultRefused if a row or a part does not open: a spoilt key is not made a lost one, what was there stays for
     *     whoever mends it
     */
    static Folding of(
            House house,
            PoolId pool,
            Opened opened,
            List<RingEntry> ring,
            List<WrappedKey> rows,
            Map<Owner, Versions.Least> least) {
        Map<Owner, One> all = new LinkedHashMap<>();
        for (RingEntry entry : ring) {
            One one = all.computeIfAbsent(new Owner(pool, entry.client(), entry.purpose()), absent -> new One());
            one.floor = Math.max(one.floor, entry.floor());
            one.card = Math.max(one.card, entry.card());
            one.step = Math.max(one.step, entry.step());
            entry.key().ifPresent(key -> one.keys.put(key.keyNo(), key));
        }
        PoolKey poolKey = opened.previous().orElseThrow();
        for (WrappedKey row : rows) {
            One one = all.computeIfAbsent(new Owner(pool, row.client(), row.purpose()), absent -> new One());
            row.wrapped()
                    .ifPresentOrElse(
                            wrapped -> one.keys.put(
                                    row.keyNo(),
                                    house.vault()
                                            .openDataKey(poolKey, row.client(), row.purpose(), row.keyNo(), wrapped)),
                            () -> one.floor = Math.max(one.floor, row.keyNo()));
        }
        least.forEach((owner, versions) -> Optional.ofNullable(all.get(owner)).ifPresent(one -> {
            one.card = Math.max(one.card, versions.card());
            one.step = Math.max(one.step, versions.step());
        }));
        int dead = (int) rows.stream().filter(WrappedKey::destroyed).count();
        return entries(all, dead);
    }

    private static Folding entries(Map<Owner, One> all, int dead) {
        List<RingEntry> entries = new ArrayList<>();
        int alive = 0;
        for (Map.Entry<Owner, One> each : all.entrySet()) {
            One one = each.getValue();
            int before = entries.size();
            for (DataKey key : one.keys.values()) {
                if (key.keyNo() > one.floor) {
                    entries.add(entry(each.getKey(), one, Optional.of(key)));
                    alive++;
                } else {
                    key.wipe();
                }
            }
            // What is dead leaves its mark for ever: no row that somebody puts back brings it to life.
            if (entries.size() == before && one.floor > 0) {
                entries.add(entry(each.getKey(), one, Optional.empty()));
            }
        }
        return new Folding(entries, alive, dead);
    }

    private static RingEntry entry(Owner owner, One one, Optional<DataKey> key) {
        return new RingEntry(owner.client(), owner.purpose(), one.floor, key, one.card, one.step);
    }

    void wipe() {
        entries.forEach(entry -> entry.key().ifPresent(DataKey::wipe));
    }
}
