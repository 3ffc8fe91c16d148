package confidant.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.model.HouseId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No key in the clear outlives the call that needed it. */
final class WipingTest {
    @TempDir
    Path folder;

    private Chest chest;
    private WatchedRoot root;
    private Vault vault;

    @BeforeEach
    void watch_the_root() {
        chest = new Chest(folder);
        root = new WatchedRoot(chest.root);
        vault = new Vault(root, Chest.HOUSE, chest.wrappedHouse);
    }

    @Test
    void house_keys_are_wiped_once_they_were_taken_apart() {
        assertWiped(1);
    }

    @Test
    void house_keys_are_three_different_random_keys() {
        Vault.newHouseKeys(root, Chest.HOUSE);

        byte[] all = root.copies.get(1);
        assertThat(all).hasSize(3 * Ciphers.KEY_SIZE);
        assertThat(List.of(key(all, 0), key(all, 1), key(all, 2), HexFormat.of().formatHex(new byte[32])))
                .doesNotHaveDuplicates();
        assertWiped(2);
    }

    @Test
    void house_keys_of_a_wrong_size_are_refused_and_wiped() {
        byte[] two = root.wrap(new byte[2 * Ciphers.KEY_SIZE], Bound.named(Chest.HOUSE, HouseKeys.NAME));
        byte[] long3 = root.wrap(filled(3 * Ciphers.KEY_SIZE + 1), Bound.named(Chest.HOUSE, HouseKeys.NAME));
        root.secrets.clear();

        for (byte[] wrapped : List.of(two, long3)) {
            assertThatThrownBy(() -> new Vault(root, Chest.HOUSE, wrapped))
                    .isInstanceOf(VaultRefused.class)
                    .hasMessageContaining("wrong size");
        }
        assertWiped(2);
    }

    @Test
    void keys_are_wiped_when_they_are_wrapped() {
        vault.newPoolKey(Chest.HOUSE, Chest.POOL, 1);
        vault.rewrapPool(Chest.POOL, 1, chest.wrappedPool);
        vault.rewrapNamed(HouseKeys.NAME, chest.wrappedHouse);

        assertThat(root.copies).noneMatch(WipingTest::blank);
        assertWiped(6);
    }

    @Test
    void keys_are_wiped_when_the_root_refuses_to_wrap_them() {
        root.refuses = true;

        assertThatThrownBy(() -> Vault.newHouseKeys(root, Chest.HOUSE)).hasMessage("not now");
        assertThatThrownBy(() -> vault.newPoolKey(Chest.HOUSE, Chest.POOL, 1)).hasMessage("not now");
        assertThatThrownBy(() -> vault.rewrapPool(Chest.POOL, 1, chest.wrappedPool))
                .hasMessage("not now");

        assertThat(root.copies).noneMatch(WipingTest::blank);
        assertWiped(5);
    }

    @Test
    void another_house_is_refused_before_the_root_is_asked() {
        HouseId other = new HouseId("lighthouse");
        root.secrets.clear();
        byte[] theirs = chest.root.wrap(filled(Ciphers.KEY_SIZE), Bound.poolKey(other, Chest.POOL, 1));

        assertThatThrownBy(() -> vault.openPool(other, Chest.POOL, 1, theirs)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> vault.newPoolKey(other, Chest.POOL, 1)).isInstanceOf(VaultRefused.class);

        assertThat(root.secrets).isEmpty();
    }

    @Test
    void copy_of_a_key_is_wiped_after_each_use_also_when_the_use_fails() {
        KeyBytes key = KeyBytes.owning(filled(Ciphers.KEY_SIZE));
        byte[][] seen = new byte[2][];

        assertThat(key.use(raw -> (seen[0] = raw).clone())).isEqualTo(filled(Ciphers.KEY_SIZE));
        assertThatThrownBy(() -> key.use(raw -> {
                    seen[1] = raw;
                    throw new VaultRefused("not now");
                }))
                .hasMessage("not now");

        assertThat(List.of(seen)).allMatch(WipingTest::blank);
        assertThat(key.use(byte[]::clone)).as("the key itself").isEqualTo(filled(Ciphers.KEY_SIZE));
    }

    private void assertWiped(int count) {
        assertThat(root.secrets).hasSize(count).allMatch(WipingTest::blank);
    }

    private static boolean blank(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }

    private static byte[] filled(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 7);
        return bytes;
    }

    private static String key(byte[] all, int index) {
        return HexFormat.of().formatHex(all, index * Ciphers.KEY_SIZE, (index + 1) * Ciphers.KEY_SIZE);
    }
}
