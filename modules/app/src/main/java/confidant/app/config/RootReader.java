package confidant.app.config;

import confidant.app.config.Config.Mode;
import confidant.app.config.Config.Root;
import confidant.app.config.Config.Transit;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the root key is kept: the one choice that production does not leave open. */
final class RootReader {
    private static final String FILE = "file";
    private static final String TRANSIT = "transit";

    private final Path folder;

    RootReader(Path folder) {
        this.folder = folder;
    }

    Root root(Section top, Root usual, Mode mode) {
        Path file = top.text("root-key").map(folder::resolve).orElse(usual.file());
        Section from = top.section("root");
        String kind = from.read("kind", FILE, "write `file` or `transit`", text -> {
            if (!text.equals(FILE) && !text.equals(TRANSIT)) {
                throw new IllegalArgumentException("`" + text + "` is no keeper of a root key");
            }
            return text;
        });
        if (mode == Mode.PRODUCTION && kind.equals(FILE)) {
            from.problem(
                    from.path("kind"),
                    "production needs a key service for the root key, because no erasure is final on a file",
                    "set `root.kind` to `transit` with its address, key and token file, or run in `development`");
        }
        Optional<Transit> transit = kind.equals(TRANSIT) ? transit(from, mode) : Optional.empty();
        from.end();
        return new Root(file, transit);
    }

    private Optional<Transit> transit(Section from, Mode mode) {
        from.require("address", "token-file");
        Optional<URI> address = from.read("address", "write `https://`, a host and a port", ConfigReader::url);
        if (mode == Mode.PRODUCTION
                && address.filter(uri -> !"https".equals(uri.getScheme())).isPresent()) {
            from.problem(
                    from.path("address"),
                    "keys would travel to the key service in the clear",
                    "use its `https://` address");
        }
        Optional<Path> token = from.read("token-file", "mount the token as a file and name it here", this::readable);
        String name = "use 1 to 64 letters, digits, hyphens, dots and underscores";
        String mount = from.read("mount", "transit", name, RootReader::word);
        String key = from.read("key", "confidant", name, RootReader::word);
        Optional<String> namespace = from.text("namespace");
        Duration kept = Duration.ofDays(from.whole("snapshots-kept-days", 30, 0, 3650));
        Duration timeout = Duration.ofSeconds(from.whole("timeout-seconds", 10, 1, 120));
        if (address.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Transit(address.get(), mount, key, namespace, token.get(), kept, timeout));
    }

    private static String word(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("`" + text + "` is no name");
        }
        return text;
    }

    private Path readable(String text) {
        Path path = folder.resolve(text).normalize();
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("there is no readable file `" + path + "`");
        }
        return path;
    }
}
