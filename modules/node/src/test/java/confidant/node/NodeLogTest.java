package confidant.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeLogTest {
    private static final String INFO = "2026-11-22T05:51:30.792Z INFO  [main] Startup all is well\n";
    private static final String ERROR = "2026-11-22T05:51:30.792Z ERROR [main] CassandraDaemon Exception encountered\n";

    @TempDir
    private Path temporary;

    private DataFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = DataFolder.make(temporary);
    }

    @Test
    void reason_lastErrorOfTheLog_isTaken() {
        String first = ERROR.replace("Exception encountered", "First fault");
        String last = ERROR.replace("Exception encountered", "Last fault.");

        assertThat(NodeLog.reason((first + last + INFO).lines().toList(), List.of("noise")))
                .isEqualTo("last fault");
    }

    @Test
    void reason_errorWithException_isItsWordsWithoutItsType() {
        String thrown =
                "org.apache.cassandra.exceptions.ConfigurationException: Unable to read the ring\n\tat a.B.c(D)";

        assertThat(NodeLog.reason((ERROR + thrown).lines().toList(), List.of())).isEqualTo("unable to read the ring");
    }

    @Test
    void reason_nestedExceptions_areToldByTheInnermost() {
        String thrown = """
                java.lang.RuntimeException: Unable to start
                \tat a.B.c(D)
                Caused by: java.nio.file.FileSystemException: /srv/commitlog: Not a directory
                """;

        assertThat(NodeLog.reason((ERROR + thrown + INFO).lines().toList(), List.of()))
                .isEqualTo("/srv/commitlog: Not a directory");
    }

    @Test
    void reason_deathBeforeTheLog_isTheLastLineOfTheOutput() {
        List<String> out = List.of("Error: could not find or load main class", "\tat somewhere", "WARNING: old", "");

        assertThat(NodeLog.reason(List.of(), out)).isEqualTo("error: could not find or load main class");
    }

    @Test
    void reason_nothingLeftBehind_isEmpty() {
        assertThat(NodeLog.reason(List.of(), List.of())).isEmpty();
    }

    @Test
    void death_onDiskError_isToldAsDiskProblem() throws IOException {
        log(ERROR + "java.nio.file.FileSystemException: /srv/commitlog: No space left on device\n");

        assertThat(explained(1)).isEqualTo(Problems.diskFull(folder.path()).getMessage());
    }

    @Test
    void death_onBind_isToldAsPortProblem() throws IOException {
        log(ERROR + "java.lang.IllegalStateException: Failed to bind port 9042 on 127.0.0.1.\n");

        assertThat(explained(1)).isEqualTo(Problems.portOccupied(9042).getMessage());
    }

    @Test
    void death_besideAnEarlierNode_isToldAsFolderProblem() {
        assertThat(explained(NodeLog.EXIT_FOLDER_IN_USE))
                .isEqualTo(Problems.earlierNodeStays(folder.path(), "").getMessage());
    }

    @Test
    void death_withoutKnownCause_quotesTheLastError() throws IOException {
        log(INFO + ERROR);

        assertThat(explained(3)).isEqualTo("the node ended by itself with code 3: exception encountered");
    }

    private void log(String text) throws IOException {
        Files.writeString(folder.logs().resolve("node.log"), text);
    }

    private String explained(int exit) {
        Settings settings = Settings.of(temporary, temporary);
        return NodeLog.explain(exit, folder, settings, 9042).getMessage();
    }
}
