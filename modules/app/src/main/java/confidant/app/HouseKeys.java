package confidant.app;

import confidant.app.config.Config;
import confidant.ledger.NoteSigner;
import confidant.model.HouseId;
import confidant.store.HouseStore;
import confidant.store.KeyStore;
import confidant.store.Stores;
import confidant.vault.RootKey;
import confidant.vault.Vault;
import confidant.vault.VaultRefused;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Supplier;

/** What opens the house: its vault and the key that signs its ledger, both under the root key. */
record HouseKeys(Vault vault, NoteSigner ledger) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOUSE = "house-keys";
    private static final String LEDGER = "ledger-key";

    /**
     * Reads the keys from the store, making them where there are none yet; two servers that start at once agree on one
     * pair. Blocks.
     *
     * @param host the part of the ledger's name that says whose it is; counts only the first time
     */
    static HouseKeys open(Config config, Stores stores, String host) {
        RootKey root = Root.open(config.root());
        try {
            HouseId house = config.house().id();
            byte[] houseKeys = kept(stores.keys(), HOUSE, () -> Vault.newHouseKeys(root, house));
            // A log keeps its name for ever, also when the house moves to another address.
            String name = origin(stores.house(), host + "/audit/" + house);
            byte[] wrapped = kept(
                    stores.keys(),
                    LEDGER,
                    () -> Vault.wrapNamed(
                            root,
                            house,
                            LEDGER,
                            NoteSigner.generate(name, new SecureRandom()).seed()));
            byte[] seed = Vault.unwrapNamed(root, house, LEDGER, wrapped);
            return new HouseKeys(new Vault(root, house, houseKeys), NoteSigner.ofSeed(name, seed));
        } catch (VaultRefused refused) {
            throw new StartProblem(
                    "the root key (" + Root.where(config.root()) + ") does not fit what is stored",
                    "put the house's own root key there, or start with an empty data folder");
        }
    }

    private static String origin(HouseStore store, String fresh) {
        byte[] stored = Waiting.on(
                store.putOnce("ledger-origin", fresh.getBytes(StandardCharsets.UTF_8)),
                PATIENCE,
                "reading the house's keys");
        return new String(stored, StandardCharsets.UTF_8);
    }

    private static byte[] kept(KeyStore store, String name, Supplier<byte[]> fresh) {
        return Waiting.on(store.houseKey(name), PATIENCE, "reading the house's keys")
                .orElseGet(
                        () -> Waiting.on(store.putHouseKey(name, fresh.get()), PATIENCE, "storing the house's keys"));
    }
}
