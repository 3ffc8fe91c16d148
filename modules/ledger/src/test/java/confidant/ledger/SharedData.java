package confidant.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The published test data beside the repository. Missing data fails in CI and is reported as not run elsewhere. */
final class SharedData {
    static final NoteVerifier TESSERA_KEY =
            NoteVerifier.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

    private SharedData() {}

    static Path folder(String name) {
        Optional<Path> found = candidates().stream()
                .map(shared -> shared.resolve("data/tlog").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("test data `shared/data/tlog/" + name + "` is missing");
        }
        assumeTrue(found.isPresent(), "not run: test data `shared/data/tlog/" + name + "` is missing");
        return found.orElseThrow();
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        Stream.of(System.getProperty("CONFIDANT_SHARED"), System.getenv("CONFIDANT_SHARED"))
                .filter(value -> value != null && !value.isBlank())
                .forEach(value -> candidates.add(Path.of(value)));
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            candidates.add(at.resolve("shared"));
        }
        return candidates;
    }

    static TileSource tesseraTiles() {
        Path log = folder("tessera-log");
        return path -> {
            Path file = log.resolve(path.text());
            return Files.exists(file) ? Optional.of(bytes(file)) : Optional.empty();
        };
    }

    static SignedCheckpoint tesseraCheckpoint(String name) {
        return SignedCheckpoint.parse(bytes(folder("tessera-log").resolve(name)));
    }

    /** {@code checkpoint.0} to {@code checkpoint.15}. */
    static List<SignedCheckpoint> tesseraCheckpoints() {
        List<SignedCheckpoint> all = new ArrayList<>();
        for (int size = 0; size <= 15; size++) {
            all.add(tesseraCheckpoint("checkpoint." + size));
        }
        return all;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
