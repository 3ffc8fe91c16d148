package confidant.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The policies folder of this repository, found upward from where the tests run, and copies of it to spoil. */
final class House {
    private House() {}

    static Path policies() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("policies").resolve(CedarText.SCHEMA))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new IllegalStateException("no folder `policies` above the working directory");
        }
        return at.resolve("policies");
    }

    /** A copy, golden tables included, that a test may change. */
    static Path copy(Path folder) {
        Path from = policies();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Replaces {@code old}, which must be there, in one file. */
    static void edit(Path folder, String file, String old, String fresh) {
        try {
            String text = Files.readString(folder.resolve(file));
            if (!text.contains(old)) {
                throw new IllegalStateException("nothing to change in " + file);
            }
            Files.writeString(folder.resolve(file), text.replace(old, fresh));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
