package confidant.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;

/**
 * A development root: a Tink keyset in a file that its owner alone can read. Each epoch is one key, its number the key's
 * id. Overwriting a file proves nothing, so {@link #erasureFinal()} is false. Thread-safe; several processes of one
 * machine may share the file, which is read again at every use: what one of them destroyed is gone for all.
 */
public final class FileRootKey implements RootKey {
    private final Path file;

    private record State(KeysetHandle keys, Aead aead) {
        static State of(KeysetHandle keys) throws GeneralSecurityException {
            return new State(keys, keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
        }

        @Override
        public String toString() {
            return "(root key)";
        }
    }

    private FileRootKey(Path file) {
        this.file = file;
    }

    /**
     * Reads the file, or makes it (readable by its owner alone) where it is missing.
     *
     * @throws VaultRefused if the file is no keyset, or others than its owner can read it
     * @throws java.io.UncheckedIOException if it cannot be read or written
     */
    public static FileRootKey at(Path file) {
        try {
            AeadConfig.register();
            if (Files.notExists(file)) {
                KeysetHandle fresh =
                        KeysetHandle.newBuilder().addEntry(entry(1)).build();
                RootFile.write(file, fresh);
            }
        } catch (GeneralSecurityException e) {
            throw new VaultRefused("the root key file cannot be made");
        }
        FileRootKey root = new FileRootKey(file);
        root.reread();
        return root;
    }

    // INVARIANT: what Tink writes begins with 0x01 and the key's id in four bytes, which is the head that the port asks
    // for.
    @Override
    public byte[] wrap(byte[] key, byte[] associated) {
        try {
            return reread().aead().encrypt(key, associated);
        } catch (GeneralSecurityException e) {
            throw new VaultRefused("the root key cannot wrap");
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associated) {
        RootKey.epochOf(wrapped);
        try {
            return reread().aead().decrypt(wrapped, associated);
        } catch (GeneralSecurityException e) {
            throw new VaultRefused("the wrapped key does not open under this root");
        }
    }

    @Override
    public int epoch() {
        return current(reread());
    }

    private static int current(State of) {
        return of.keys().getPrimary().getId();
    }

    /** The file as it is now: another process may have begun or destroyed an epoch. */
    private State reread() {
        try {
            return State.of(RootFile.read(file));
        } catch (GeneralSecurityException e) {
            throw new VaultRefused("the root key file is not a keyset, restore it from its backup");
        }
    }

    @Override
    public Duration lingers() {
        return Duration.ZERO;
    }

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public boolean erasureFinal() {
        return false;
    }

    @Override
    public synchronized int newEpoch() {
        return RootFile.alone(file, () -> {
            State now = reread();
            int next = current(now) + 1;
            change(KeysetHandle.newBuilder(now.keys()).addEntry(entry(next)));
            return next;
        });
    }

    @Override
    public synchronized Destroyed destroyEpoch(int epoch, Instant now) {
        return RootFile.alone(file, () -> {
            State read = reread();
            if (epoch >= current(read)) {
                throw new VaultRefused("only an earlier epoch can be destroyed");
            }
            change(after(read.keys(), epoch));
            return new Destroyed(epoch, now, false);
        });
    }

    private static KeysetHandle.Builder after(KeysetHandle keys, int epoch) {
        KeysetHandle.Builder kept = KeysetHandle.newBuilder();
        for (int i = 0; i < keys.size(); i++) {
            KeysetHandle.Entry entry = keys.getAt(i);
            if (entry.getId() > epoch) {
                KeysetHandle.Builder.Entry copy = KeysetHandle.importKey(entry.getKey())
                        .withFixedId(entry.getId())
                        .setStatus(KeyStatus.ENABLED);
                kept.addEntry(entry.isPrimary() ? copy.makePrimary() : copy);
            }
        }
        return kept;
    }

    private void change(KeysetHandle.Builder builder) {
        try {
            RootFile.write(file, builder.build());
        } catch (GeneralSecurityException e) {
            throw new VaultRefused("the root key file cannot be changed");
        }
    }

    private static KeysetHandle.Builder.Entry entry(int epoch) {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withFixedId(epoch)
                .makePrimary();
    }

    @Override
    public String toString() {
        return "(root key)";
    }
}
