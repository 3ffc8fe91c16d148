package confidant.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalNodeIT {
    private static final List<String> TOLD = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path house;

    @TempDir
    private Path other;

    private static Settings settings;
    private static LocalNode node;

    @BeforeAll
    static void start() {
        settings = Settings.of(house, NodeLib.find().folder()).withProgress(TOLD::add);
        node = LocalNode.start(settings);
    }

    @AfterAll
    static void stop() {
        node.stop();
    }

    @Test
    void startedNode_answersOnLoopback() {
        assertThat(node.contactPoint().host()).isEqualTo("127.0.0.1");
        assertThat(Readiness.answers(node.contactPoint())).isTrue();
    }

    @Test
    void startedNode_toldItsProgress() {
        assertThat(TOLD)
                .anyMatch(line -> line.startsWith("starting Cassandra 5."))
                .anyMatch(line -> line.contains("answers on " + node.contactPoint()));
    }

    @Test
    void secondStart_onTheSameFolder_isRefused() {
        assertThatThrownBy(() -> LocalNode.start(settings))
                .isInstanceOf(NodeProblem.class)
                .hasMessageContaining("is in use by another running start");
        assertThat(Readiness.answers(node.contactPoint())).isTrue();
    }

    @Test
    void start_onAnOccupiedPort_isRefused() throws Exception {
        try (ServerSocket occupying = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings onPort = Settings.of(other, settings.libDirectory()).withNativePort(occupying.getLocalPort());

            assertThatThrownBy(() -> LocalNode.start(onPort))
                    .isInstanceOf(NodeProblem.class)
                    .hasMessageContaining("port " + occupying.getLocalPort());
        }
    }

    @Test
    void node_thatDiesAtStart_isExplained() throws Exception {
        Files.createFile(DataFolder.make(other).path().resolve("data/system"));

        assertThatThrownBy(() -> LocalNode.start(Settings.of(other, settings.libDirectory())))
                .isInstanceOf(NodeProblem.class)
                .hasMessageContaining("could not use its files")
                .hasMessageContaining("data/system");
    }

    @Test
    void nodeKilled_isToldOnce_andItsFolderServesAgain() throws Exception {
        Settings mine = Settings.of(other, settings.libDirectory()).withHeapMegabytes(256);
        try (LocalNode doomed = LocalNode.start(mine)) {
            CompletableFuture<NodeProblem> told = new CompletableFuture<>();
            doomed.onDeath(told::complete);

            ProcessHandle.of(doomed.pid()).orElseThrow().destroyForcibly();

            assertThat(told.get(60, TimeUnit.SECONDS)).hasMessageContaining("ended by itself");
        }
        try (LocalNode again = LocalNode.start(mine)) {
            assertThat(Readiness.answers(again.contactPoint())).isTrue();
        }
    }
}
