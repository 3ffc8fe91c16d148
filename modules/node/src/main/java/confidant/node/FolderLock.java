package confidant.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A lock file that the system releases when its holder dies, however it dies. */
final class FolderLock implements AutoCloseable {
    // Closing a second channel of a file would release the first one's lock, so one process opens it once only.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();
    private static final Duration POLL = Duration.ofMillis(100);

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty when this or another process holds it. */
    static Optional<FolderLock> take(Path file) throws IOException {
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            taken = lock != null;
            return taken ? Optional.of(new FolderLock(file, channel)) : Optional.empty();
        } finally {
            if (!taken) {
                closeQuietly(channel);
                HELD.remove(file);
            }
        }
    }

    /** Whether the lock could be had within the limit; it is free again afterwards. */
    static boolean awaitFree(Path file, Duration limit, Runnable onWait) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        boolean told = false;
        while (true) {
            Optional<FolderLock> lock = take(file);
            if (lock.isPresent()) {
                lock.get().close();
                return true;
            }
            if (System.nanoTime() > end) {
                return false;
            }
            if (!told) {
                onWait.run();
                told = true;
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
        HELD.remove(file);
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException alreadyGone) {
            // The system releases the lock with the process.
        }
    }
}
