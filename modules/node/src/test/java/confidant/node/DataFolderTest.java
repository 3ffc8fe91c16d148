package confidant.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final NodeLib LIB = new NodeLib(Path.of("lib"), "5.0.9");

    @TempDir
    private Path temporary;

    @Test
    void newFolder_isForItsOwnerOnly() throws IOException {
        DataFolder folder = DataFolder.make(temporary.resolve("deep/house"));

        for (Path made : new Path[] {folder.path(), folder.path().resolve("data"), folder.logs()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void folder_thatIsAFile_isRefused() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataFolder.make(file))
                .isInstanceOf(NodeProblem.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void folder_ofAnotherMajorVersion_isRefused() throws IOException {
        DataFolder folder = DataFolder.make(temporary);
        Files.writeString(temporary.resolve("cassandra-version"), "4.1.10\n");

        assertThatThrownBy(() -> folder.checkVersion(LIB, false))
                .isInstanceOf(NodeProblem.class)
                .hasMessageContaining("was written by Cassandra 4.1.10, this is Cassandra 5.0.9");
    }

    @Test
    void folder_ofTheSameMajorVersion_isTaken() throws IOException {
        DataFolder folder = DataFolder.make(temporary);
        Files.writeString(temporary.resolve("cassandra-version"), "5.0.1\n");

        assertThatCode(() -> folder.checkVersion(LIB, false)).doesNotThrowAnyException();
        assertThat(temporary.resolve("cassandra-version")).hasContent("5.0.9");
    }

    @Test
    void usedFolder_forAThrowAwayNode_isRefused() {
        DataFolder folder = DataFolder.make(temporary);
        folder.checkVersion(LIB, false);

        assertThatThrownBy(() -> folder.checkVersion(LIB, true))
                .isInstanceOf(NodeProblem.class)
                .hasMessageContaining("throw-away");
    }

    @Test
    void disk_withLessThanNeeded_isRefused() {
        DataFolder folder = DataFolder.make(temporary);

        assertThatThrownBy(() -> folder.checkSpace(Long.MAX_VALUE))
                .isInstanceOf(NodeProblem.class)
                .hasMessageContaining("nearly full");
    }

    @Test
    void lock_takenTwice_isRefusedUntilReleased() throws IOException {
        Path file = DataFolder.make(temporary).launcherLock();
        FolderLock first = FolderLock.take(file).orElseThrow();
        assertThat(FolderLock.take(file)).isEmpty();

        first.close();

        FolderLock second = FolderLock.take(file).orElseThrow();
        second.close();
    }
}
