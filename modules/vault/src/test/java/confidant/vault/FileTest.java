package confidant.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.model.ClientId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.model.Slot;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files under keys of their own, wrapped once for each purpose. */
final class FileTest {
    private static final String ID = "00000000-0000-4000-8000-0000000000f1";
    private static final Random RANDOM = new Random(20261130);

    @TempDir
    Path folder;

    private Chest chest;
    private Vault vault;
    private FileKey file;

    @BeforeEach
    void open_chest() {
        chest = new Chest(folder);
        vault = chest.vault;
        file = vault.newFileKey(ID);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_479, 65_480, 65_481, 130_999, 131_000, 131_001, 400_000})
    void a_file_of_any_size_comes_back_whole(int size) {
        byte[] plain = bytes(size);

        List<byte[]> parts = seal(file, plain);

        assertThat(parts).hasSize(FileSealer.parts(size)).allMatch(part -> part.length <= FileSealer.PART);
        assertThat(open(file, parts)).isEqualTo(plain);
    }

    @Test
    void parts_open_in_any_order() {
        byte[] plain = bytes(200_000);
        List<byte[]> parts = seal(file, plain);
        FileOpener opener = file.opener(parts.get(0), parts.size());

        byte[] third = opener.part(2, parts.get(2));
        byte[] first = opener.part(0, parts.get(0));

        assertThat(first).isEqualTo(Arrays.copyOf(plain, FileSealer.plainSize(0)));
        int from = FileSealer.plainSize(0) + FileSealer.plainSize(1);
        assertThat(third).isEqualTo(Arrays.copyOfRange(plain, from, from + FileSealer.plainSize(2)));
    }

    @Test
    void every_flipped_bit_is_noticed() {
        List<byte[]> parts = seal(file, bytes(70_000));

        for (int round = 0; round < 2_000; round++) {
            int no = RANDOM.nextInt(parts.size());
            byte[] forged = parts.get(no).clone();
            forged[RANDOM.nextInt(forged.length)] ^= (byte) (1 << RANDOM.nextInt(8));
            List<byte[]> all = new ArrayList<>(parts);
            all.set(no, forged);

            assertThatThrownBy(() -> open(file, all)).isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void a_file_without_its_end_does_not_open() {
        List<byte[]> parts = seal(file, bytes(200_000));

        assertThatThrownBy(() -> open(file, parts.subList(0, parts.size() - 1))).isInstanceOf(VaultRefused.class);
    }

    @Test
    void parts_that_changed_places_do_not_open() {
        List<byte[]> parts = new ArrayList<>(seal(file, bytes(260_000)));
        byte[] second = parts.get(1);
        parts.set(1, parts.get(2));
        parts.set(2, second);

        assertThatThrownBy(() -> open(file, parts)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void a_part_of_another_sealing_does_not_open() {
        byte[] plain = bytes(200_000);
        List<byte[]> parts = new ArrayList<>(seal(file, plain));
        parts.set(1, seal(file, plain).get(1));

        assertThatThrownBy(() -> open(file, parts)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void a_part_has_the_size_that_its_place_asks_for() {
        FileSealer sealer = file.sealer();

        assertThatThrownBy(() -> sealer.next(ByteBuffer.allocate(10), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealer.next(ByteBuffer.allocate(FileSealer.plainSize(0) + 1), true))
                .isInstanceOf(IllegalArgumentException.class);
        sealer.next(ByteBuffer.allocate(0), true);
        assertThatThrownBy(() -> sealer.next(ByteBuffer.allocate(0), true)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void pieces_that_are_no_parts_are_refused() {
        List<byte[]> parts = seal(file, bytes(10));

        assertThatThrownBy(() -> file.opener(new byte[5], 1)).isInstanceOf(VaultRefused.class);
        FileOpener opener = file.opener(parts.get(0), 1);
        assertThatThrownBy(() -> opener.part(0, new byte[50])).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> opener.part(0, new byte[FileSealer.PART + 1])).isInstanceOf(VaultRefused.class);
    }

    @Test
    void the_key_is_wrapped_once_for_each_purpose_and_each_wrap_stands_alone() {
        List<byte[]> parts = seal(file, Chest.WORDS);
        DataKey service = chest.key(Chest.CLIENT, Purpose.SERVICE);
        DataKey greeting = chest.key(Chest.CLIENT, Purpose.GREETING);
        Sealed forService = vault.wrapFile(service, slot(Purpose.SERVICE), file);
        Sealed forGreeting = vault.wrapFile(greeting, slot(Purpose.GREETING), file);
        byte[] commitment = file.commitment();
        file.wipe();
        greeting.wipe();

        assertThat(open(unwrap(service, slot(Purpose.SERVICE), forService, commitment), parts))
                .isEqualTo(Chest.WORDS);
        assertThatThrownBy(() -> unwrap(greeting, slot(Purpose.GREETING), forGreeting, commitment))
                .isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> unwrap(service, slot(Purpose.SERVICE), forGreeting, commitment))
                .isInstanceOf(VaultRefused.class);
    }

    @Test
    void a_wrap_is_for_one_client_and_one_file() {
        DataKey service = chest.key(Chest.CLIENT, Purpose.SERVICE);
        Sealed wrap = vault.wrapFile(service, slot(Purpose.SERVICE), file);
        Slot other = slot(Purpose.SERVICE, "00000000-0000-4000-8000-0000000000f2");

        assertThatThrownBy(() -> vault.wrapFile(service, other, file)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> unwrap(service, other, wrap, file.commitment()))
                .isInstanceOf(VaultRefused.class);
        ClientId stranger = ClientId.random();
        assertThatThrownBy(() ->
                        unwrap(chest.key(stranger, Purpose.SERVICE), slot(Purpose.SERVICE), wrap, file.commitment()))
                .isInstanceOf(VaultRefused.class);
    }

    @Test
    void a_key_that_the_file_was_not_sealed_under_is_refused_before_anything_is_opened() {
        DataKey service = chest.key(Chest.CLIENT, Purpose.SERVICE);
        FileKey second = vault.newFileKey(ID);
        Sealed wrap = vault.wrapFile(service, slot(Purpose.SERVICE), second);

        assertThatThrownBy(() -> unwrap(service, slot(Purpose.SERVICE), wrap, file.commitment()))
                .isInstanceOf(VaultRefused.class)
                .hasMessageContaining("not the one");
        assertThat(unwrap(service, slot(Purpose.SERVICE), wrap, second.commitment())
                        .commitment())
                .isEqualTo(second.commitment())
                .hasSize(FileKey.COMMITMENT);
    }

    @Test
    void commitments_differ_by_key_and_by_file() {
        assertThat(file.commitment())
                .isEqualTo(file.commitment())
                .isNotEqualTo(vault.newFileKey(ID).commitment());
    }

    @Test
    void what_is_known_about_a_file_is_sealed_under_its_key() {
        Sealed about = file.sealAbout(Chest.WORDS);

        assertThat(file.openAbout(about)).isEqualTo(Chest.WORDS);
        assertThatThrownBy(() -> vault.newFileKey(ID).openAbout(about)).isInstanceOf(VaultRefused.class);
        file.wipe();
        assertThatThrownBy(() -> file.openAbout(about)).isInstanceOf(VaultRefused.class);
        assertThat(file).hasToString("(file key)");
    }

    @Test
    void what_a_key_seals_is_bound_to_its_file_and_its_use() {
        assertThat(file.bound("one"))
                .isNotEmpty()
                .isNotEqualTo(file.bound("another"))
                .isNotEqualTo(vault.newFileKey(ID.replace('f', 'e')).bound("one"));
    }

    private FileKey unwrap(DataKey key, Slot slot, Sealed wrap, byte[] commitment) {
        return vault.unwrapFile(Chest.opening(slot), key, slot, wrap, commitment, Chest.NOW);
    }

    private static Slot slot(Purpose purpose) {
        return slot(purpose, ID);
    }

    private static Slot slot(Purpose purpose, String id) {
        return new Slot(Chest.HOUSE, Chest.POOL, Chest.CLIENT, purpose, "attachment", "key", id, 0);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static List<byte[]> seal(FileKey file, byte[] plain) {
        FileSealer sealer = file.sealer();
        List<byte[]> parts = new ArrayList<>();
        ByteBuffer left = ByteBuffer.wrap(plain);
        do {
            int size = Math.min(left.remaining(), FileSealer.plainSize(parts.size()));
            ByteBuffer part = left.slice(left.position(), size);
            left.position(left.position() + size);
            parts.add(sealer.next(part, !left.hasRemaining()));
        } while (left.hasRemaining());
        return parts;
    }

    private static byte[] open(FileKey file, List<byte[]> parts) {
        FileOpener opener = file.opener(parts.get(0), parts.size());
        byte[] all = new byte[0];
        for (int no = 0; no < parts.size(); no++) {
            byte[] plain = opener.part(no, parts.get(no));
            int before = all.length;
            all = Arrays.copyOf(all, before + plain.length);
            System.arraycopy(plain, 0, all, before, plain.length);
        }
        return all;
    }
}
