package confidant.app.command;

import confidant.app.StartProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Writes the documented example, and the two secrets that it refers to, into a data folder that has no configuration. */
final class FirstConfig {
    static final String NAME = "confidant.yaml";

    private static final List<String> SECRETS = List.of("line-main-channel-secret", "line-main-token");

    private FirstConfig() {}

    /** @return whether it was written now; an existing file is never touched */
    static boolean ensure(Path data) {
        Path file = data.resolve(NAME);
        if (Files.exists(file)) {
            return false;
        }
        try (InputStream example = FirstConfig.class.getResourceAsStream("/confidant/app/confidant.example.yaml")) {
            Files.createDirectories(data);
            Path secrets = Files.createDirectories(data.resolve("secrets"));
            restrict(data, "rwx------");
            for (String name : SECRETS) {
                secret(secrets.resolve(name));
            }
            Files.copy(Objects.requireNonNull(example, "the example is in the jar"), file);
            return true;
        } catch (IOException unwritable) {
            throw new StartProblem(
                    "the configuration " + file + " cannot be written",
                    "choose another data folder with `--data`, or change its rights");
        }
    }

    private static void secret(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
            restrict(file, "rw-------");
        }
    }

    private static void restrict(Path path, String rights) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }
}
