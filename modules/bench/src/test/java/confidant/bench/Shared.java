package confidant.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data sets beside the repository, which are not part of it. */
public final class Shared {
    private Shared() {}

    /** A file of {@code ../shared/data}; where it is missing the test is reported as not run, except in CI, where it fails. */
    public static Path data(String name) {
        return folder().map(shared -> shared.resolve("data").resolve(name))
                .filter(Files::isRegularFile)
                .orElseGet(() -> missing(name));
    }

    private static Path missing(String name) {
        assertThat(System.getenv("CI"))
                .as("CI must have ../shared/data/%s beside the repository", name)
                .isNotEqualTo("true");
        return abort("not run: ../shared/data/" + name + " is not beside the repository");
    }

    private static Optional<Path> folder() {
        @Nullable String given = System.getProperty("confidant.shared", System.getenv("CONFIDANT_SHARED"));
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared"))) {
                return Optional.of(at.resolve("shared"));
            }
        }
        return Optional.empty();
    }
}
