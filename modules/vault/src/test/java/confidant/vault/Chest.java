package confidant.vault;

import confidant.model.ClientId;
import confidant.model.HouseId;
import confidant.model.PoolId;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Slot;
import confidant.policy.Opening;
import confidant.policy.Openings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** One house with one pool and the stored bytes that a restart would find. */
final class Chest {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final HouseId HOUSE = new HouseId("harbour");
    static final PoolId POOL = PoolId.parse("00000000-0000-4000-8000-000000000001");
    static final ClientId CLIENT = ClientId.parse("00000000-0000-4000-8000-000000000002");
    static final Slot SLOT = new Slot(HOUSE, POOL, CLIENT, Purpose.GREETING, "tags", "card", "birthday", 7);
    static final byte[] WORDS = "marker-words-of-a-client".getBytes(StandardCharsets.UTF_8);

    final RootKey root;
    final byte[] wrappedHouse;
    final Vault vault;
    final byte[] wrappedPool;
    final PoolKey pool;

    Chest(Path folder) {
        root = FileRootKey.at(folder.resolve("root.json"));
        wrappedHouse = Vault.newHouseKeys(root, HOUSE);
        vault = new Vault(root, HOUSE, wrappedHouse);
        wrappedPool = vault.newPoolKey(HOUSE, POOL, 1);
        pool = vault.openPool(HOUSE, POOL, 1, wrappedPool);
    }

    DataKey key(ClientId client, Purpose purpose) {
        return vault.openDataKey(pool, client, purpose, 1, vault.newDataKey(pool, client, purpose, 1));
    }

    DataKey key() {
        return key(CLIENT, Purpose.GREETING);
    }

    static Opening opening(Slot slot) {
        return Openings.of(slot, Precision.EXACT, NOW.plusSeconds(300));
    }
}
