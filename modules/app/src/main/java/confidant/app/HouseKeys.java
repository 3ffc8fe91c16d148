package confidant.app;

import confidant.app.config.Config;
import confidant.ledger.NoteSigner;
import confidant.store.HouseStore;
import confidant.vault.RootKey;
import confidant.vault.Vault;
import confidant.vault.VaultRefused;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;

/** What opens the house: its vault and the key that signs its ledger, both under the root key. */
record HouseKeys(Vault vault, NoteSigner ledger) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] LEDGER = "ledger-key".getBytes(StandardCharsets.UTF_8);

    /**
     * Reads the keys from the store, making them where there are none yet; two servers that start at once agree on one
     * pair. Blocks.
     *
     * @param host the part of the ledger's name that says whose it is; counts only the first time
     */
    static HouseKeys open(Config config, HouseStore store, String host) {
        RootKey root = Root.open(config.root());
        try {
            byte[] house = once(
                    store, "house-keys", Vault.newHouseKeys(root, config.house().id()));
            // A log keeps its name for ever, also when the house moves to another address.
            String origin = host + "/audit/" + config.house().id();
            String name = new String(
                    once(store, "ledger-origin", origin.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
            byte[] fresh = NoteSigner.generate(name, new SecureRandom()).seed();
            byte[] seed = root.unwrap(once(store, "ledger-key", root.wrap(fresh, LEDGER)), LEDGER);
            return new HouseKeys(new Vault(root, config.house().id(), house), NoteSigner.ofSeed(name, seed));
        } catch (VaultRefused refused) {
            throw new StartProblem(
                    "the root key (" + Root.where(config.root()) + ") does not fit what is stored",
                    "put the house's own root key there, or start with an empty data folder");
        }
    }

    private static byte[] once(HouseStore store, String name, byte[] value) {
        return Waiting.on(store.putOnce(name, value), PATIENCE, "reading the house's keys");
    }
}
