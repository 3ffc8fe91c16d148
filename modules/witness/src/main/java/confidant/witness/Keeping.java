package confidant.witness;

import confidant.ledger.Cosigner;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The witness's folder, taken for one process. */
final class Keeping implements AutoCloseable {
    private static final String KEY = "key";

    private final Path folder;
    private final FileChannel lock;

    private Keeping(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws IOException also when another process has it */
    static Keeping take(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(channel) == null) {
            channel.close();
            throw new IOException("another witness is at work in this folder");
        }
        return new Keeping(folder, channel);
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    /** The key of the folder, made at the first start. A folder serves one name. */
    Cosigner cosigner(String name) throws IOException {
        Path named = folder.resolve("name");
        if (Files.exists(named) && !Files.readString(named).equals(name)) {
            throw new IOException("the key in this folder belongs to the name " + Files.readString(named));
        }
        Path file = folder.resolve(KEY);
        if (!Files.exists(file)) {
            Cosigner fresh = Cosigner.generate(name, new SecureRandom());
            Seen.write(named, name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Path empty = folder.resolve(KEY + ".new");
            Files.deleteIfExists(empty);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.createFile(
                        empty, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Seen.write(file, fresh.seed());
        }
        return Cosigner.ofSeed(name, Files.readAllBytes(file));
    }

    Seen seen() {
        return new Seen(folder);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
