package confidant.channel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the shared specifications; they are never copied in. */
final class Shared {
    private Shared() {}

    /** The text of a shared file. Where there is none the test is reported as not run, except in CI, where it fails. */
    static String text(String path) {
        var found = folders()
                .map(folder -> folder.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found).as("the shared file " + path).isPresent();
        }
        assumeTrue(found.isPresent(), "not run: no shared file " + path + "; set CONFIDANT_SHARED to its folder");
        try {
            return Files.readString(found.get());
        } catch (IOException e) {
            throw new AssertionError("a shared file cannot be read", e);
        }
    }

    private static Stream<Path> folders() {
        var named = Stream.of(
                        Optional.ofNullable(System.getProperty("CONFIDANT_SHARED")),
                        Optional.ofNullable(System.getenv("CONFIDANT_SHARED")))
                .flatMap(Optional::stream)
                .map(Path::of);
        var upward = Stream.iterate(Path.of("").toAbsolutePath(), here -> here != null, Path::getParent)
                .map(here -> here.resolveSibling("shared"));
        return Stream.concat(named, upward);
    }
}
