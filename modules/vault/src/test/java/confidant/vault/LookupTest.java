package confidant.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.HouseId;
import confidant.model.Personal;
import confidant.model.Sealed;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Look-up keys, pseudonyms and due entries: what works for a whole house without any pool. */
final class LookupTest {
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
    void blind_is_equal_for_equal_addresses_only() {
        assertThat(blind(Channel.LINE, "main", "U1")).isEqualTo(blind(Channel.LINE, "main", "U1"));
        assertThat(Set.of(
                        blind(Channel.LINE, "main", "U1"),
                        blind(Channel.WEBCHAT, "main", "U1"),
                        blind(Channel.LINE, "mainU", "1"),
                        blind(Channel.LINE, "main", "U2")))
                .hasSize(4)
                .allMatch(key -> key.matches("[A-Za-z0-9_-]{22}"));
    }

    @Test
    void blind_differs_under_other_house_keys() {
        Vault other = new Vault(chest.root, Chest.HOUSE, Vault.newHouseKeys(chest.root, Chest.HOUSE));
        Address address = new Address(Channel.LINE, "main", Personal.of("U1"));

        assertThat(other.blind(Chest.HOUSE, address)).isNotEqualTo(vault.blind(Chest.HOUSE, address));
    }

    @Test
    void pseudonym_cannot_be_linked_across_uses() {
        assertThat(Set.of(
                        vault.pseudonym(Chest.HOUSE, "ledger", "a"),
                        vault.pseudonym(Chest.HOUSE, "due", "a"),
                        vault.pseudonym(Chest.HOUSE, "ledger", "b"),
                        vault.pseudonym(Chest.HOUSE, "ledgera", "")))
                .hasSize(4)
                .allMatch(text -> text.matches("[A-Za-z0-9_-]{22}"));
        assertThat(vault.pseudonym(Chest.HOUSE, "ledger", "a")).isEqualTo(vault.pseudonym(Chest.HOUSE, "ledger", "a"));
    }

    @Test
    void due_opens_in_its_own_row_only() {
        Sealed due = vault.sealDue(Chest.HOUSE, "row-1", Chest.WORDS);

        assertThat(vault.openDue(Chest.HOUSE, "row-1", due)).isEqualTo(Chest.WORDS);
        assertThat(due.bytes()).startsWith(1, 2, 0, 0, 0, 1).hasSize(Chest.WORDS.length + 46);
        assertThatThrownBy(() -> vault.openDue(Chest.HOUSE, "row-2", due)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> vault.openDue(new HouseId("lighthouse"), "row-1", due))
                .isInstanceOf(VaultRefused.class);
        for (int i = 0; i < due.bytes().length; i++) {
            byte[] changed = due.bytes().clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.openDue(Chest.HOUSE, "row-1", new Sealed(changed)))
                    .isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void due_is_no_client_value() {
        Sealed due = vault.sealDue(Chest.HOUSE, "row-1", Chest.WORDS);

        assertThatThrownBy(() -> vault.open(Chest.opening(Chest.SLOT), chest.key(), Chest.SLOT, due, Chest.NOW))
                .isInstanceOf(VaultRefused.class);
    }

    private String blind(Channel channel, String account, String value) {
        return vault.blind(Chest.HOUSE, new Address(channel, account, Personal.of(value)))
                .value();
    }
}
