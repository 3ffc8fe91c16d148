package confidant.app;

import confidant.app.config.Config;
import confidant.transit.TransitRootKey;
import confidant.transit.TransitSettings;
import confidant.vault.FileRootKey;
import confidant.vault.RootKey;
import confidant.vault.RootUnavailable;
import confidant.vault.VaultRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the root key where the configuration says it is. Blocks. */
final class Root {
    private Root() {}

    /** @throws StartProblem if it cannot be used */
    static RootKey open(Config.Root root) {
        return root.transit().map(Root::transit).orElseGet(() -> file(root.file()));
    }

    /** Where it is, for messages. */
    static String where(Config.Root root) {
        return root.transit()
                .map(transit -> transit.key() + " at " + transit.address())
                .orElseGet(() -> root.file().toString());
    }

    private static RootKey file(Path file) {
        Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(DataFolder::make);
        try {
            return FileRootKey.at(file);
        } catch (VaultRefused | UncheckedIOException unusable) {
            throw new StartProblem(
                    "the root key file " + file + " cannot be used",
                    "it must be a keyset of ours that its owner alone can read (chmod 600)");
        }
    }

    private static RootKey transit(Config.Transit from) {
        TransitSettings settings = new TransitSettings(
                from.address(), from.mount(), from.key(), from.namespace(), from.snapshotsKept(), from.timeout());
        try {
            return TransitRootKey.open(settings, () -> token(from.tokenFile()));
        } catch (VaultRefused unfit) {
            throw new StartProblem(
                    "the key `" + from.key() + "` at " + from.address() + " cannot be the root key",
                    unfit.getMessage() + "; see docs/key-ceremony.md");
        } catch (RootUnavailable away) {
            throw new StartProblem(
                    "the key service at " + from.address() + " cannot be used: " + away.getMessage(),
                    "unseal it, check `root.address` and the token's file, then start again");
        }
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException gone) {
            throw new RootUnavailable("the file with the token for the key service cannot be read");
        }
    }
}
