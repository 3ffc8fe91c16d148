package confidant.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the application itself lies: a checkout or an unpacked distribution, both with {@code policies/} in it. */
public final class Home {
    private static final String SETTING = "confidant.home";

    private Home() {}

    /** The folder that the launcher named, else the nearest above the working directory that has {@code policies/}. */
    public static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        Optional<Path> named = Optional.ofNullable(System.getProperty(SETTING)).map(Path::of);
        if (named.isPresent()) {
            return named.get().toAbsolutePath().normalize();
        }
        for (Path at = here; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("policies").resolve("purposes.yaml"))) {
                return at;
            }
        }
        return here;
    }

    /** The rules that ship with the application. */
    public static Path policies() {
        return folder().resolve("policies");
    }

    /** The data folder of a house that names none. */
    public static Path data() {
        return folder().resolve("data");
    }
}
