package confidant.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RingTest {
    private static final RingPlace PLACE = new RingPlace(new UUID(5, 6), 1, 4);

    @TempDir
    Path folder;

    private Chest chest;
    private Vault vault;

    @BeforeEach
    void open_chest() {
        chest = new Chest(folder);
        vault = chest.vault;
    }

    @Test
    void part_brings_back_every_entry_and_its_key_still_opens() {
        DataKey key = chest.key();
        Sealed sealed = vault.seal(key, Chest.SLOT, Chest.WORDS);
        List<RingEntry> entries = new ArrayList<>();
        entries.add(new RingEntry(Chest.CLIENT, Purpose.GREETING, 0, Optional.of(key), 7, 3));
        entries.add(new RingEntry(ClientId.random(), Purpose.TRIP, Integer.MAX_VALUE, Optional.empty(), 0, 0));
        entries.add(new RingEntry(
                Chest.CLIENT, Purpose.SHARING, 4, Optional.of(number(Purpose.SHARING, 9)), Long.MAX_VALUE, 12));

        List<RingEntry> back = vault.openPart(chest.pool, PLACE, vault.sealPart(chest.pool, PLACE, entries));

        assertThat(back).hasSize(3);
        for (int i = 0; i < 3; i++) {
            RingEntry was = entries.get(i);
            RingEntry is = back.get(i);
            assertThat(List.of(is.client(), is.purpose(), is.floor(), is.card(), is.step()))
                    .isEqualTo(List.of(was.client(), was.purpose(), was.floor(), was.card(), was.step()));
            assertThat(is.key().map(DataKey::keyNo)).isEqualTo(was.key().map(DataKey::keyNo));
        }
        DataKey again = back.get(0).key().orElseThrow();
        assertThat(vault.open(Chest.opening(Chest.SLOT), again, Chest.SLOT, sealed, Chest.NOW))
                .isEqualTo(Chest.WORDS);
        assertThat(again.pool()).isEqualTo(Chest.POOL);
    }

    @Test
    void part_without_entries_opens_to_none() {
        assertThat(vault.openPart(chest.pool, PLACE, vault.sealPart(chest.pool, PLACE, List.of())))
                .isEmpty();
    }

    @Test
    void part_opens_in_its_own_place_under_its_own_key_only() {
        byte[] sealed = vault.sealPart(chest.pool, PLACE, List.of(entry()));
        PoolKey next = new PoolKey(Chest.POOL, 2, chest.pool.bytes());
        PoolKey elsewhere = new PoolKey(PoolId.random(), 1, chest.pool.bytes());
        PoolKey other = vault.openPool(Chest.HOUSE, Chest.POOL, 1, vault.newPoolKey(Chest.HOUSE, Chest.POOL, 1));

        for (RingPlace moved : List.of(
                new RingPlace(UUID.randomUUID(), 1, 4),
                new RingPlace(PLACE.ring(), 2, 4),
                new RingPlace(PLACE.ring(), 1, 8))) {
            assertThatThrownBy(() -> vault.openPart(chest.pool, moved, sealed))
                    .as("%s", moved)
                    .isInstanceOf(VaultRefused.class);
        }
        for (PoolKey wrong : List.of(next, elsewhere, other)) {
            assertThatThrownBy(() -> vault.openPart(wrong, PLACE, sealed)).isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void part_refuses_every_changed_byte_and_every_cut() {
        byte[] sealed = vault.sealPart(chest.pool, PLACE, List.of(entry(), entry()));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 4;
            assertThatThrownBy(() -> vault.openPart(chest.pool, PLACE, changed))
                    .as("byte %d", i)
                    .isInstanceOf(VaultRefused.class);
            byte[] cut = Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> vault.openPart(chest.pool, PLACE, cut)).isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void plain_part_that_is_none_is_refused() {
        byte[] plain = RingText.write(List.of(entry()));
        assertThat(RingText.read(Chest.POOL, plain)).hasSize(1);
        for (int size = 0; size < plain.length; size++) {
            byte[] cut = Arrays.copyOf(plain, size);
            assertThatThrownBy(() -> RingText.read(Chest.POOL, cut))
                    .as("%d bytes", size)
                    .isInstanceOf(VaultRefused.class);
        }
        byte[] version = plain.clone();
        version[0] = 2;
        assertThatThrownBy(() -> RingText.read(Chest.POOL, version)).isInstanceOf(VaultRefused.class);
        byte[] many = plain.clone();
        ByteBuffer.wrap(many).putInt(2 + 1 + "greeting".length(), Integer.MAX_VALUE);
        assertThatThrownBy(() -> RingText.read(Chest.POOL, many)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void part_holds_as_many_purposes_as_a_byte_can_number_and_no_more() {
        List<RingEntry> entries = new ArrayList<>();
        for (int i = 0; i < 255; i++) {
            Purpose purpose = new Purpose("p" + (char) ('a' + i / 26) + (char) ('a' + i % 26));
            entries.add(new RingEntry(Chest.CLIENT, purpose, i, Optional.empty(), 0, 0));
        }

        assertThat(vault.openPart(chest.pool, PLACE, vault.sealPart(chest.pool, PLACE, entries)))
                .isEqualTo(entries);
        entries.add(new RingEntry(Chest.CLIENT, Purpose.GREETING, 0, Optional.empty(), 0, 0));
        assertThatThrownBy(() -> vault.sealPart(chest.pool, PLACE, entries))
                .isInstanceOf(VaultRefused.class)
                .hasMessage("the ring has too many purposes");
    }

    @Test
    void wiped_key_goes_into_no_ring() {
        DataKey key = chest.key();
        key.wipe();
        RingEntry entry = new RingEntry(Chest.CLIENT, Purpose.GREETING, 0, Optional.of(key), 0, 0);

        assertThatThrownBy(() -> vault.sealPart(chest.pool, PLACE, List.of(entry)))
                .isInstanceOf(VaultRefused.class);
    }

    @Test
    void data_key_goes_from_one_pool_key_to_the_next_and_stays_the_same() {
        DataKey key = chest.key();
        Sealed sealed = vault.seal(key, Chest.SLOT, Chest.WORDS);
        PoolKey next = vault.openPool(Chest.HOUSE, Chest.POOL, 2, vault.newPoolKey(Chest.HOUSE, Chest.POOL, 2));

        byte[] wrapped = vault.wrapDataKey(next, key);

        assertThat(wrapped).startsWith(2, 1, 0, 0, 0, 2).hasSize(66);
        DataKey again = vault.openDataKey(next, Chest.CLIENT, Purpose.GREETING, 1, wrapped);
        assertThat(vault.open(Chest.opening(Chest.SLOT), again, Chest.SLOT, sealed, Chest.NOW))
                .isEqualTo(Chest.WORDS);
        assertThatThrownBy(() -> vault.openDataKey(chest.pool, Chest.CLIENT, Purpose.GREETING, 1, wrapped))
                .isInstanceOf(VaultRefused.class);
    }

    @Test
    void rewrapped_keys_hang_from_the_new_epoch_and_open_the_same() {
        byte[] wrapped = vault.newDataKey(chest.pool, Chest.CLIENT, Purpose.GREETING, 1);
        byte[] ledger = Vault.wrapNamed(chest.root, Chest.HOUSE, "ledger-key", Chest.WORDS);
        chest.root.newEpoch();

        byte[] pool = vault.rewrapPool(Chest.POOL, 1, chest.wrappedPool);
        byte[] house = vault.rewrapNamed("house-keys", chest.wrappedHouse);
        byte[] named = vault.rewrapNamed("ledger-key", ledger);
        chest.root.destroyEpoch(1, Chest.NOW);

        assertThat(List.of(RootKey.epochOf(pool), RootKey.epochOf(house), RootKey.epochOf(named)))
                .containsOnly(2);
        PoolKey again = vault.openPool(Chest.HOUSE, Chest.POOL, 1, pool);
        assertThat(vault.openDataKey(again, Chest.CLIENT, Purpose.GREETING, 1, wrapped))
                .isNotNull();
        assertThat(new Vault(chest.root, Chest.HOUSE, house).pseudonym(Chest.HOUSE, "use", "text"))
                .isEqualTo(vault.pseudonym(Chest.HOUSE, "use", "text"));
        assertThat(Vault.unwrapNamed(chest.root, Chest.HOUSE, "ledger-key", named))
                .isEqualTo(Chest.WORDS);
        assertThatThrownBy(() -> vault.openPool(Chest.HOUSE, Chest.POOL, 1, chest.wrappedPool))
                .isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> Vault.unwrapNamed(chest.root, Chest.HOUSE, "house-keys", named))
                .isInstanceOf(VaultRefused.class);
    }

    private DataKey number(Purpose purpose, int keyNo) {
        byte[] wrapped = vault.newDataKey(chest.pool, Chest.CLIENT, purpose, keyNo);
        return vault.openDataKey(chest.pool, Chest.CLIENT, purpose, keyNo, wrapped);
    }

    private RingEntry entry() {
        return new RingEntry(Chest.CLIENT, Purpose.GREETING, 0, Optional.of(chest.key()), 1, 1);
    }
}
