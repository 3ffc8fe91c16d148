package confidant.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileRootKeyTest {
    private static final byte[] KEY = new byte[] {1, 2, 3};
    private static final byte[] BOUND = new byte[] {9};

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
        assertThat(root.nextEpoch()).isEqualTo(2);
        byte[] second = root.wrap(KEY, BOUND);
        assertThat(root.unwrap(first, BOUND)).isEqualTo(KEY);
        assertThatThrownBy(() -> root.destroyEpoch(2)).isInstanceOf(VaultRefused.class);
        root.destroyEpoch(1);

        FileRootKey again = FileRootKey.at(file);
        assertThat(again.epoch()).isEqualTo(2);
        assertThat(again.unwrap(second, BOUND)).isEqualTo(KEY);
        assertThatThrownBy(() -> again.unwrap(first, BOUND)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> root.unwrap(first, BOUND)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void erasure_is_not_final_on_a_file() {
        assertThat(FileRootKey.at(folder.resolve("root.json")).erasureFinal()).isFalse();
    }

    private void assumePosix() {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "not run: this file system has no owner and group permissions");
    }
}
