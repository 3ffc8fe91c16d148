package confidant.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On JDK 24 and later the node needs the stand-in for the security manager. */
class NewerJavaIT {
    @TempDir
    private Path house;

    @Test
    void node_onJdk24OrLater_answers() throws IOException {
        Optional<Path> java = newerJava();
        assumeThat(java)
                .as("not run: no JDK 24 or later in JAVA_HOME_25 or /usr/lib/jvm")
                .isPresent();

        Settings settings = Settings.of(house, NodeLib.find().folder()).withJava(java.get());
        try (LocalNode node = LocalNode.start(settings)) {
            assertThat(Readiness.answers(node.contactPoint())).isTrue();
            assertThat(ProcessHandle.of(node.pid())
                            .flatMap(handle -> handle.info().command()))
                    .contains(java.get().toRealPath().toString());
        }
    }

    private static Optional<Path> newerJava() throws IOException {
        Path installed = Path.of("/usr/lib/jvm");
        Stream<Path> homes = Optional.ofNullable(System.getenv("JAVA_HOME_25")).map(Path::of).stream();
        if (Files.isDirectory(installed)) {
            try (Stream<Path> found = Files.list(installed)) {
                homes = Stream.concat(homes, found.sorted().toList().stream());
            }
        }
        return homes.map(home -> home.resolve("bin/java"))
                .filter(Files::isExecutable)
                .filter(java -> JavaRuntime.of(java).needsStandIn())
                .findFirst();
    }
}
