package confidant.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that one house of one process writes to. Taken from {@link #take} to {@link #close}; the operating system
 * gives it back however the process ends.
 */
final class DataFolder implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Makes the folder, for its owner only, where it is missing. */
    static void make(Path folder) {
        try {
            if (Files.notExists(folder)
                    && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(folder);
        } catch (IOException unusable) {
            throw new StartProblem(
                    "the folder " + folder + " cannot be made", "choose another with `--data`, or change its rights");
        }
    }

    /** @throws StartProblem if another process has it */
    static DataFolder take(Path folder) {
        make(folder);
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve("confidant.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartProblem(
                        "the data folder " + folder + " is in use by another server",
                        "stop that one, or choose another folder with `--data`");
            }
            return new DataFolder(channel, lock);
        } catch (IOException unusable) {
            throw new StartProblem(
                    "the data folder " + folder + " cannot be written to",
                    "choose another with `--data`, or change its rights");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException byThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
