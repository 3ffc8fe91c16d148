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

/**
 * A development root: a Tink keyset in a file that its owner alone can read. Each epoch is one key, its number the key's
 * id. Overwriting a file proves nothing, so {@link #erasureFinal()} is false. Thread-safe; one process at a time.
 */
public final class FileRootKey implements RootKey {
    private final Path file;
    private volatile State state;

    private record State(KeysetHandle keys, Aead aead) {
        static State of(KeysetHandle keys) throws GeneralSecurityException {
            return new State(keys, keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
        }

        @Override
        public String toString() {
            return "(root key)";
        }
    }

    private FileRootKey(Path file, State state) {
        this.file = file;
        this.state = state;
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
            return new FileRootKey(file, State.of(RootFile.read(file)));
        } catch (GeneralSecurityException e) {
            throw new VaultRefused("the root key file is not a keyset, restore it from its backup");
        }
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associated) {
        try {
            return state.aead().encrypt(key, associated);
        } catch (GeneralSecurityException e) {
            throw new VaultRefused("the root key cannot wrap");
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associated) {
        try {
            return state.aead().decrypt(wrapped, associated);
        } catch (GeneralSecurityException e) {
            throw new VaultRefused("the wrapped key does not open under this root");
        }
    }

    @Override
    public int epoch() {
        return state.keys().getPrimary().getId();
    }

    @Override
    public boolean erasureFinal() {
        return false;
    }

    /** Starts the next epoch and returns its number; earlier ones still unwrap until they are destroyed. */
    public synchronized int nextEpoch() {
        int next = epoch() + 1;
        change(KeysetHandle.newBuilder(state.keys()).addEntry(entry(next)));
        return next;
    }

    /**
     * Forgets an epoch; whatever only it wrapped can never be unwrapped again by this file.
     *
     * @throws VaultRefused if it is the current epoch or unknown
     */
    public synchronized void destroyEpoch(int epoch) {
        KeysetHandle.Builder kept = KeysetHandle.newBuilder();
        boolean found = false;
        for (int i = 0; i < state.keys().size(); i++) {
            KeysetHandle.Entry entry = state.keys().getAt(i);
            if (entry.getId() == epoch && !entry.isPrimary()) {
                found = true;
                continue;
            }
            KeysetHandle.Builder.Entry copy = KeysetHandle.importKey(entry.getKey())
                    .withFixedId(entry.getId())
                    .setStatus(KeyStatus.ENABLED);
            kept.addEntry(entry.isPrimary() ? copy.makePrimary() : copy);
        }
        if (!found) {
            throw new VaultRefused("only an earlier epoch can be destroyed");
        }
        change(kept);
    }

    private void change(KeysetHandle.Builder builder) {
        try {
            KeysetHandle keys = builder.build();
            RootFile.write(file, keys);
            state = State.of(keys);
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
