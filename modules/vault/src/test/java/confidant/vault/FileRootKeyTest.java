package confidant.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileRootKeyTest {
    private static final byte[] KEY = new byte[] {1, 2, 3};
    private static final byte[] BOUND = new byte[] {9};
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

    @TempDir
    Path folder;

    @Test
    void file_is_made_for_its_owner_alone() throws IOException {
        assumePosix();
        Path file = folder.resolve("deep/root.json");
        FileRootKey.at(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.list(file.getParent()))
                .as("no half-written file is left")
                .hasSize(1);
    }

    @Test
    void file_is_refused_when_others_can_read_it() throws IOException {
        assumePosix();
        Path file = folder.resolve("root.json");
        FileRootKey.at(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> FileRootKey.at(file))
                .isInstanceOf(VaultRefused.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void file_is_refused_when_it_is_no_keyset() throws IOException {
        Path file = folder.resolve("root.json");
        FileRootKey.at(file);
        Files.writeString(file, "{}");

        assertThatThrownBy(() -> FileRootKey.at(file)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void unwrap_refuses_other_bound_bytes_and_other_roots() {
        FileRootKey root = FileRootKey.at(folder.resolve("root.json"));
        byte[] wrapped = root.wrap(KEY, BOUND);

        assertThat(root.unwrap(wrapped, BOUND)).isEqualTo(KEY);
        assertThatThrownBy(() -> root.unwrap(wrapped, KEY)).isInstanceOf(VaultRefused.class);
        FileRootKey other = FileRootKey.at(folder.resolve("other.json"));
        assertThatThrownBy(() -> other.unwrap(wrapped, BOUND)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void epoch_unwraps_until_it_is_destroyed() {
        Path file = folder.resolve("root.json");
        FileRootKey root = FileRootKey.at(file);
        byte[] first = root.wrap(KEY, BOUND);

        assertThat(root.epoch()).isEqualTo(1);
        assertThat(RootKey.epochOf(first)).isEqualTo(1);
        assertThat(root.newEpoch()).isEqualTo(2);
        byte[] second = root.wrap(KEY, BOUND);
        assertThat(RootKey.epochOf(second)).isEqualTo(2);
        assertThat(root.unwrap(first, BOUND)).isEqualTo(KEY);
        for (int late : new int[] {2, 3}) {
            assertThatThrownBy(() -> root.destroyEpoch(late, NOW))
                    .isInstanceOf(VaultRefused.class)
                    .hasMessage("only an earlier epoch can be destroyed");
        }
        assertThat(root.unwrap(first, BOUND)).isEqualTo(KEY);

        assertThat(root.destroyEpoch(1, NOW)).isEqualTo(new RootKey.Destroyed(1, NOW, false));
        assertThat(root.destroyEpoch(1, NOW)).isEqualTo(new RootKey.Destroyed(1, NOW, false));

        FileRootKey again = FileRootKey.at(file);
        assertThat(again.epoch()).isEqualTo(2);
        assertThat(again.unwrap(second, BOUND)).isEqualTo(KEY);
        assertThatThrownBy(() -> again.unwrap(first, BOUND)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> root.unwrap(first, BOUND)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void destroying_an_epoch_destroys_those_before_it_and_no_other() {
        FileRootKey root = FileRootKey.at(folder.resolve("root.json"));
        List<byte[]> wrapped = new ArrayList<>();
        for (int epoch = 1; epoch <= 4; epoch++) {
            wrapped.add(root.wrap(KEY, BOUND));
            root.newEpoch();
        }

        root.destroyEpoch(2, NOW);

        assertThatThrownBy(() -> root.unwrap(wrapped.get(0), BOUND)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> root.unwrap(wrapped.get(1), BOUND)).isInstanceOf(VaultRefused.class);
        assertThat(root.unwrap(wrapped.get(2), BOUND)).isEqualTo(KEY);
        assertThat(root.unwrap(wrapped.get(3), BOUND)).isEqualTo(KEY);
        assertThat(root.epoch()).isEqualTo(5);
    }

    @Test
    void another_process_follows_at_once() {
        Path file = folder.resolve("root.json");
        FileRootKey one = FileRootKey.at(file);
        FileRootKey other = FileRootKey.at(file);

        one.newEpoch();
        byte[] wrapped = other.wrap(KEY, BOUND);
        assertThat(RootKey.epochOf(wrapped)).isEqualTo(2);
        one.newEpoch();
        byte[] third = one.wrap(KEY, BOUND);
        assertThat(other.unwrap(third, BOUND)).isEqualTo(KEY);
        one.destroyEpoch(2, NOW);
        assertThat(other.epoch()).isEqualTo(3);
        assertThatThrownBy(() -> other.unwrap(wrapped, BOUND)).isInstanceOf(VaultRefused.class);
        assertThat(other.newEpoch()).isEqualTo(4);
        assertThat(one.epoch()).isEqualTo(4);
    }

    @Test
    void head_of_no_wrapped_key_is_refused() {
        assertThatThrownBy(() -> RootKey.epochOf(new byte[RootKey.HEAD])).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> RootKey.epochOf(new byte[60])).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> RootKey.epochOf(new byte[] {1, 1, 2, 3, 4}))
                .as("a head and nothing behind it")
                .isInstanceOf(VaultRefused.class);
        assertThat(RootKey.epochOf(new byte[] {1, 1, 2, 3, 4, 9})).isEqualTo(0x01020304);
    }

    @Test
    void erasure_is_not_final_on_a_file() {
        FileRootKey root = FileRootKey.at(folder.resolve("root.json"));

        assertThat(root.erasureFinal()).isFalse();
        assertThat(root.kind()).isEqualTo("file");
        assertThat(root.lingers()).as("nobody backs it up for us").isZero();
    }

    private void assumePosix() {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "not run: this file system has no owner and group permissions");
    }
}
