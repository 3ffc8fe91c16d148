package confidant.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import confidant.model.Address;
import confidant.model.BlindKey;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.HouseId;
import confidant.model.Personal;
import confidant.model.PoolId;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.model.Slot;
import confidant.policy.Openings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VaultTest {
    @TempDir
    Path folder;

    private Chest chest;
    private Vault vault;
    private DataKey key;

    @BeforeEach
    void open_chest() {
        chest = new Chest(folder);
        vault = chest.vault;
        key = chest.key();
    }

    @Test
    void open_returns_what_was_sealed() {
        assertThat(open(Chest.SLOT, seal())).isEqualTo(Chest.WORDS);
    }

    @Test
    void open_returns_nothing_of_an_empty_value() {
        Sealed sealed = vault.seal(key, Chest.SLOT, new byte[0]);

        assertThat(open(Chest.SLOT, sealed)).isEmpty();
        assertThat(sealed.bytes()).hasSize(34);
    }

    @Test
    void seal_writes_version_suite_and_key_number_first() {
        byte[] wrapped = vault.newDataKey(chest.pool, Chest.CLIENT, Purpose.GREETING, 258);
        DataKey second = vault.openDataKey(chest.pool, Chest.CLIENT, Purpose.GREETING, 258, wrapped);

        byte[] bytes = vault.seal(second, Chest.SLOT, Chest.WORDS).bytes();

        assertThat(bytes).startsWith(1, 1, 0, 0, 1, 2).hasSize(Chest.WORDS.length + 34);
    }

    @Test
    void seal_never_repeats_itself() {
        assertThat(seal()).isNotEqualTo(seal());
    }

    @Test
    void open_refuses_when_any_part_of_the_slot_changed() {
        Sealed sealed = seal();
        for (Slot moved : Slots.changedOnce(Chest.SLOT)) {
            // The key and the opening are those of the changed slot where they can be, so that the binding itself is
            // tried.
            DataKey ofMoved = new DataKey(moved.pool(), moved.client(), moved.purpose(), 1, key.bytes());
            assertThatThrownBy(() -> vault.open(Chest.opening(moved), ofMoved, moved, sealed, Chest.NOW))
                    .as("%s", moved)
                    .isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void open_refuses_every_changed_byte() {
        byte[] bytes = seal().bytes();
        Random random = new Random(20261122);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 + random.nextInt(255));
            assertThatThrownBy(() -> open(Chest.SLOT, new Sealed(changed)))
                    .as("byte %d", i)
                    .isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void open_refuses_every_cut_and_extended_value() {
        byte[] bytes = seal().bytes();
        for (int size = 0; size <= bytes.length + 1; size++) {
            if (size == bytes.length) {
                continue;
            }
            byte[] changed = Arrays.copyOf(bytes, size);
            assertThatThrownBy(() -> open(Chest.SLOT, new Sealed(changed))).isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void open_refuses_another_key_of_the_same_client_and_purpose() {
        DataKey other = chest.key();
        Sealed sealed = seal();

        assertThatThrownBy(() -> vault.open(Chest.opening(Chest.SLOT), other, Chest.SLOT, sealed, Chest.NOW))
                .isInstanceOf(VaultRefused.class);
    }

    @Test
    void seal_and_open_refuse_a_key_of_another_client_or_purpose() {
        Sealed sealed = seal();
        for (DataKey other :
                List.of(chest.key(ClientId.random(), Purpose.GREETING), chest.key(Chest.CLIENT, Purpose.SHARING))) {
            assertThatThrownBy(() -> vault.seal(other, Chest.SLOT, Chest.WORDS)).isInstanceOf(VaultRefused.class);
            assertThatThrownBy(() -> vault.open(Chest.opening(Chest.SLOT), other, Chest.SLOT, sealed, Chest.NOW))
                    .isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void open_refuses_a_key_that_says_to_be_another_ones_even_if_its_bytes_fit() {
        Sealed sealed = seal();
        for (DataKey posing : List.of(
                new DataKey(PoolId.random(), Chest.CLIENT, Purpose.GREETING, 1, key.bytes()),
                new DataKey(Chest.POOL, ClientId.random(), Purpose.GREETING, 1, key.bytes()),
                new DataKey(Chest.POOL, Chest.CLIENT, Purpose.SHARING, 1, key.bytes()))) {
            assertThatThrownBy(() -> vault.open(Chest.opening(Chest.SLOT), posing, Chest.SLOT, sealed, Chest.NOW))
                    .isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void seal_refuses_a_slot_of_another_house() {
        Slot elsewhere = Slots.changedOnce(Chest.SLOT).get(0);

        assertThatThrownBy(() -> vault.seal(key, elsewhere, Chest.WORDS))
                .isInstanceOf(VaultRefused.class)
                .hasMessage("this vault serves another house");
    }

    @Test
    void open_says_whether_a_value_is_too_short_or_does_not_open() {
        byte[] empty = vault.seal(key, Chest.SLOT, new byte[0]).bytes();
        byte[] changed = empty.clone();
        changed[empty.length - 1] ^= 1;

        assertThatThrownBy(() -> open(Chest.SLOT, new Sealed(Arrays.copyOf(empty, empty.length - 1))))
                .hasMessage("the sealed bytes are too short");
        assertThatThrownBy(() -> open(Chest.SLOT, new Sealed(changed))).hasMessage("the sealed bytes do not open here");
    }

    @Test
    void open_refuses_an_opening_of_another_pool_client_or_purpose() {
        Sealed sealed = seal();
        for (Slot other : Slots.changedOnce(Chest.SLOT).subList(1, 4)) {
            assertThatThrownBy(() -> vault.open(Chest.opening(other), key, Chest.SLOT, sealed, Chest.NOW))
                    .as("%s", other)
                    .isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void open_refuses_from_the_end_of_the_opening_on() {
        var opening = Openings.of(Chest.SLOT, Precision.EXACT, Chest.NOW);
        Sealed sealed = seal();

        assertThat(vault.open(opening, key, Chest.SLOT, sealed, Chest.NOW.minusNanos(1)))
                .isEqualTo(Chest.WORDS);
        assertThatThrownBy(() -> vault.open(opening, key, Chest.SLOT, sealed, Chest.NOW))
                .isInstanceOf(VaultRefused.class);
    }

    @Test
    void open_refuses_when_only_presence_may_be_known() {
        Sealed sealed = seal();
        for (Precision blunt : List.of(Precision.PRESENCE, Precision.NONE)) {
            var opening = Openings.of(Chest.SLOT, blunt, Chest.NOW.plusSeconds(1));
            assertThatThrownBy(() -> vault.open(opening, key, Chest.SLOT, sealed, Chest.NOW))
                    .isInstanceOf(VaultRefused.class);
        }
        var general = Openings.of(Chest.SLOT, Precision.GENERAL, Chest.NOW.plusSeconds(1));
        assertThat(vault.open(general, key, Chest.SLOT, sealed, Chest.NOW)).isEqualTo(Chest.WORDS);
    }

    @Test
    void wipe_makes_every_later_use_fail() {
        Sealed sealed = seal();
        key.wipe();

        assertThatThrownBy(() -> open(Chest.SLOT, sealed)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(this::seal).isInstanceOf(VaultRefused.class);

        byte[] wrapped = vault.newDataKey(chest.pool, Chest.CLIENT, Purpose.TRIP, 1);
        chest.pool.wipe();
        assertThatThrownBy(() -> vault.openDataKey(chest.pool, Chest.CLIENT, Purpose.TRIP, 1, wrapped))
                .isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> vault.newDataKey(chest.pool, Chest.CLIENT, Purpose.TRIP, 1))
                .isInstanceOf(VaultRefused.class);
    }

    @Test
    void wipe_overwrites_the_bytes() {
        byte[] raw = KeyBytes.random();
        KeyBytes.owning(raw).wipe();

        assertThat(raw).isEqualTo(new byte[Ciphers.KEY_SIZE]);
    }

    @Test
    void data_key_opens_only_where_it_was_made_for() {
        byte[] wrapped = vault.newDataKey(chest.pool, Chest.CLIENT, Purpose.GREETING, 3);
        PoolId elsewhere = PoolId.random();
        PoolKey sameBytes = new PoolKey(elsewhere, 1, chest.pool.bytes());

        assertThat(wrapped).startsWith(2, 1, 0, 0, 0, 1).hasSize(66);
        assertRefused(chest.pool, ClientId.random(), Purpose.GREETING, 3, wrapped);
        assertRefused(chest.pool, Chest.CLIENT, Purpose.SHARING, 3, wrapped);
        assertRefused(chest.pool, Chest.CLIENT, Purpose.GREETING, 4, wrapped);
        assertRefused(sameBytes, Chest.CLIENT, Purpose.GREETING, 3, wrapped);
        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 1;
            assertRefused(chest.pool, Chest.CLIENT, Purpose.GREETING, 3, changed);
        }
        assertRefused(chest.pool, Chest.CLIENT, Purpose.GREETING, 3, new byte[0]);
    }

    @Test
    void pool_key_opens_only_for_its_own_pool() {
        assertThatThrownBy(() -> vault.openPool(Chest.HOUSE, PoolId.random(), 1, chest.wrappedPool))
                .isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> vault.openPool(Chest.HOUSE, Chest.POOL, 2, chest.wrappedPool))
                .isInstanceOf(VaultRefused.class);
    }

    @Test
    void vault_refuses_another_house() {
        HouseId other = new HouseId("lighthouse");
        var address = new Address(Channel.LINE, "main", Personal.of("U1"));

        assertThatThrownBy(() -> new Vault(chest.root, other, chest.wrappedHouse))
                .isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> vault.newPoolKey(other, Chest.POOL, 1)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> vault.openPool(other, Chest.POOL, 1, chest.wrappedPool))
                .isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> vault.blind(other, address)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> vault.pseudonym(other, "use", "text")).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> vault.sealDue(other, "row", Chest.WORDS)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void restart_opens_everything_from_the_stored_bytes() {
        byte[] wrapped = vault.newDataKey(chest.pool, Chest.CLIENT, Purpose.GREETING, 2);
        DataKey before = vault.openDataKey(chest.pool, Chest.CLIENT, Purpose.GREETING, 2, wrapped);
        Sealed sealed = vault.seal(before, Chest.SLOT, Chest.WORDS);
        var address = new Address(Channel.LINE, "main", Personal.of("U1"));
        BlindKey blind = vault.blind(Chest.HOUSE, address);
        Sealed due = vault.sealDue(Chest.HOUSE, "row", Chest.WORDS);

        Vault again = new Vault(FileRootKey.at(folder.resolve("root.json")), Chest.HOUSE, chest.wrappedHouse);
        PoolKey pool = again.openPool(Chest.HOUSE, Chest.POOL, 1, chest.wrappedPool);
        DataKey after = again.openDataKey(pool, Chest.CLIENT, Purpose.GREETING, 2, wrapped);

        assertThat(again.open(Chest.opening(Chest.SLOT), after, Chest.SLOT, sealed, Chest.NOW))
                .isEqualTo(Chest.WORDS);
        assertThat(again.blind(Chest.HOUSE, address)).isEqualTo(blind);
        assertThat(again.openDue(Chest.HOUSE, "row", due)).isEqualTo(Chest.WORDS);
    }

    @Test
    void texts_show_neither_keys_nor_words() {
        Sealed sealed = seal();
        String rawKey = HexFormat.of().formatHex(key.bytes().use(byte[]::clone));
        HouseKeys house = HouseKeys.open(chest.root, Chest.HOUSE, chest.wrappedHouse);
        var refused =
                catchThrowable(() -> vault.open(Chest.opening(Chest.SLOT), chest.key(), Chest.SLOT, sealed, Chest.NOW));

        assertThat(refused).hasNoCause();
        assertThat(List.of(
                        key.toString(),
                        chest.pool.toString(),
                        chest.root.toString(),
                        house.toString(),
                        sealed.toString(),
                        String.valueOf(refused.getMessage())))
                .noneMatch(text -> text.contains("marker") || text.contains(rawKey) || text.contains("greeting"))
                .doesNotContainNull();
        assertThat(List.of(key, chest.pool, chest.root, house).toString())
                .isEqualTo("[(data key), (pool key), (root key), (house keys)]");
    }

    private Sealed seal() {
        return vault.seal(key, Chest.SLOT, Chest.WORDS);
    }

    private byte[] open(Slot slot, Sealed sealed) {
        return vault.open(Chest.opening(slot), key, slot, sealed, Chest.NOW);
    }

    private void assertRefused(PoolKey pool, ClientId client, Purpose purpose, int keyNo, byte[] wrapped) {
        assertThatThrownBy(() -> vault.openDataKey(pool, client, purpose, keyNo, wrapped))
                .isInstanceOf(VaultRefused.class);
    }
}
