package confidant.vault;

import confidant.model.HouseId;
import java.util.Arrays;

/**
 * The three keys that serve a whole house: one for address look-ups, one for pseudonyms, one for the scheduler's due
 * entries. They are siblings of the pool keys under the root, never derived from one another.
 */
record HouseKeys(KeyBytes index, KeyBytes pseudonym, KeyBytes due) {
    /** Under which name the wrapped keys are stored, which they are bound to. */
    static final String NAME = "house-keys";

    private static final int COUNT = 3;

    static byte[] fresh(RootKey root, HouseId house) {
        return KeyBytes.wiping(KeyBytes.random(COUNT), all -> root.wrap(all, Bound.named(house, NAME)));
    }

    static HouseKeys open(RootKey root, HouseId house, byte[] wrapped) {
        return KeyBytes.wiping(root.unwrap(wrapped, Bound.named(house, NAME)), all -> {
            if (all.length != COUNT * Ciphers.KEY_SIZE) {
                throw new VaultRefused("the house keys have the wrong size");
            }
            return new HouseKeys(part(all, 0), part(all, 1), part(all, 2));
        });
    }

    private static KeyBytes part(byte[] all, int index) {
        return KeyBytes.owning(Arrays.copyOfRange(all, index * Ciphers.KEY_SIZE, (index + 1) * Ciphers.KEY_SIZE));
    }

    @Override
    public String toString() {
        return "(house keys)";
    }
}
