package confidant.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class RunNodeIT {
    @TempDir
    private Path temporary;

    private Process launcher;
    private ProcessHandle node;

    @AfterEach
    void endAll() throws Exception {
        launcher.destroyForcibly().waitFor();
        node.destroyForcibly();
        node.onExit().get(60, TimeUnit.SECONDS);
    }

    @Test
    void launcherKilled_leavesNoNode_andTheNextStartTakesTheFolder() throws Exception {
        startNode();

        launcher.destroyForcibly().waitFor();

        // Begun while the orphan may still be draining: it must be waited for, not fought.
        Settings same = Settings.of(data(), NodeLib.find().folder());
        try (LocalNode next = LocalNode.start(same)) {
            assertThat(node.isAlive()).isFalse();
            assertThat(Readiness.answers(next.contactPoint())).isTrue();
        }
    }

    @Test
    void inputClosed_stopsTheNodeInOrder() throws Exception {
        startNode();

        launcher.getOutputStream().close();

        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isZero();
        assertThat(node.isAlive()).isFalse();
        assertThat(Files.readString(data().resolve("logs/node.log"))).contains("Cassandra shutdown complete");
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private void startNode() throws Exception {
        Path portFile = temporary.resolve("port");
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            temporary.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            launcher = runNode(portFile);
            while (!Files.exists(portFile)) {
                assertThat(watch.poll(120, TimeUnit.SECONDS))
                        .as("something written")
                        .isNotNull()
                        .satisfies(key -> {
                            key.pollEvents();
                            key.reset();
                        });
            }
        }
        node = launcher.children().findFirst().orElseThrow();
        assertThat(Readiness.answers(
                        ContactPoint.parse(Files.readString(portFile).strip())))
                .isTrue();
    }

    private Process runNode(Path portFile) throws IOException {
        return new ProcessBuilder(
                        JavaRuntime.running().toString(),
                        "-cp",
                        place(RunNode.class) + System.getProperty("path.separator") + place(Logger.class),
                        RunNode.class.getName(),
                        "--data",
                        data().toString(),
                        "--lib",
                        NodeLib.find().folder().toString(),
                        "--port-file",
                        portFile.toString())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("launcher.out").toFile())
                .start();
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
