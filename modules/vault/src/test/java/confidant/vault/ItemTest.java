package confidant.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.model.ClientId;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.model.Slot;
import confidant.policy.Openings;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values with a key of their own. */
final class ItemTest {
    private static final int HEAD_AND_WRAP = 66;

    @TempDir
    Path folder;

    private Chest chest;
    private Vault vault;
    private DataKey service;
    private DataKey confidence;
    private Sealed sealed;

    @BeforeEach
    void seal_one() {
        chest = new Chest(folder);
        vault = chest.vault;
        service = chest.key(Chest.CLIENT, Purpose.SERVICE);
        confidence = chest.key(Chest.CLIENT, Purpose.CONFIDENCE);
        sealed = vault.sealItem(service, slot(Purpose.SERVICE), Chest.WORDS);
    }

    @Test
    void open_returns_what_was_sealed() {
        assertThat(open(service, slot(Purpose.SERVICE), sealed)).isEqualTo(Chest.WORDS);
        assertThat(sealed.bytes()).startsWith(3, 1, 0, 0, 0, 1).hasSize(HEAD_AND_WRAP + 28 + Chest.WORDS.length);
        assertThat(sealed.keyNo()).isEqualTo(1);
    }

    @Test
    void a_moved_value_opens_for_its_new_purpose_only_and_its_box_is_the_same() {
        Sealed moved = move(slot(Purpose.CONFIDENCE));

        assertThat(open(confidence, slot(Purpose.CONFIDENCE), moved)).isEqualTo(Chest.WORDS);
        assertThatThrownBy(() -> open(service, slot(Purpose.SERVICE), moved)).isInstanceOf(VaultRefused.class);
        assertThat(tail(moved)).isEqualTo(tail(sealed));
    }

    @Test
    void a_value_moves_between_purposes_only() {
        Slot elsewhere =
                new Slot(Chest.HOUSE, Chest.POOL, Chest.CLIENT, Purpose.CONFIDENCE, "message", "text", "another", 0);

        assertThatThrownBy(() -> move(elsewhere)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void moving_asks_for_an_opening_and_for_both_keys() {
        Slot from = slot(Purpose.SERVICE);
        Slot into = slot(Purpose.CONFIDENCE);

        assertThatThrownBy(
                        () -> vault.rewrapItem(Chest.opening(into), service, from, confidence, into, sealed, Chest.NOW))
                .isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() ->
                        vault.rewrapItem(Chest.opening(from), confidence, from, confidence, into, sealed, Chest.NOW))
                .isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> vault.rewrapItem(Chest.opening(from), service, from, service, into, sealed, Chest.NOW))
                .isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> vault.open(
                        Openings.of(from, Precision.PRESENCE, Chest.NOW.plusSeconds(9)),
                        service,
                        from,
                        sealed,
                        Chest.NOW))
                .isInstanceOf(VaultRefused.class);
    }

    @Test
    void another_clients_key_does_not_seal_or_open_it() {
        DataKey stranger = chest.key(ClientId.random(), Purpose.SERVICE);

        assertThatThrownBy(() -> vault.sealItem(stranger, slot(Purpose.SERVICE), Chest.WORDS))
                .isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> open(stranger, slot(Purpose.SERVICE), sealed)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void every_changed_byte_is_noticed() {
        for (int at = 0; at < sealed.bytes().length; at++) {
            byte[] forged = sealed.bytes().clone();
            forged[at] ^= 1;

            assertThatThrownBy(() -> open(service, slot(Purpose.SERVICE), new Sealed(forged)))
                    .as("byte %d", at)
                    .isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void a_cut_value_does_not_open() {
        for (int size : new int[] {1, 6, HEAD_AND_WRAP, HEAD_AND_WRAP + 27}) {
            Sealed cut = new Sealed(Arrays.copyOf(sealed.bytes(), size));

            assertThatThrownBy(() -> open(service, slot(Purpose.SERVICE), cut)).isInstanceOf(VaultRefused.class);
        }
        assertThat(open(service, slot(Purpose.SERVICE), vault.sealItem(service, slot(Purpose.SERVICE), new byte[0])))
                .isEmpty();
    }

    @Test
    void two_values_never_share_a_key() {
        Sealed second = vault.sealItem(service, slot(Purpose.SERVICE), Chest.WORDS);
        byte[] mixed = sealed.bytes().clone();
        System.arraycopy(second.bytes(), HEAD_AND_WRAP, mixed, HEAD_AND_WRAP, mixed.length - HEAD_AND_WRAP);

        assertThatThrownBy(() -> open(service, slot(Purpose.SERVICE), new Sealed(mixed)))
                .isInstanceOf(VaultRefused.class);
    }

    @Test
    void wrap_isBoundToTheWholeSlot() {
        assertThat(ItemBox.boundKey(slot(Purpose.SERVICE)))
                .isNotEmpty()
                .isNotEqualTo(ItemBox.boundKey(slot(Purpose.CONFIDENCE)));
    }

    private Sealed move(Slot into) {
        Slot from = slot(Purpose.SERVICE);
        return vault.rewrapItem(Chest.opening(from), service, from, confidence, into, sealed, Chest.NOW);
    }

    private byte[] open(DataKey key, Slot slot, Sealed value) {
        return vault.open(Chest.opening(slot), key, slot, value, Chest.NOW);
    }

    private static byte[] tail(Sealed value) {
        return Arrays.copyOfRange(value.bytes(), HEAD_AND_WRAP, value.bytes().length);
    }

    private static Slot slot(Purpose purpose) {
        return new Slot(Chest.HOUSE, Chest.POOL, Chest.CLIENT, purpose, "message", "text", "one", 0);
    }
}
