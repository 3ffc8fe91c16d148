package confidant.node.child;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The first class of the node's process. Guarantees that the process does not outlive its launcher, that it holds the
 * lock of its data folder as long as it lives, and that a Ctrl-C meant for the launcher does not end Cassandra before
 * the launcher has written its last row.
 */
public final class NodeMain {
    /** After this an orderly end counts as stuck. Nothing acknowledged is lost: the commit log is synced per write. */
    private static final Duration DRAIN = Duration.ofSeconds(30);

    private static final int DATA_FOLDER_IN_USE = 73;
    private static FileLock held;

    private NodeMain() {}

    /** Takes no arguments; the system property {@code confidant.node.lock} names the file to lock. */
    public static void main(String[] args) throws Throwable {
        leaveToTheLauncher("INT");
        leaveToTheLauncher("HUP");
        lock(Path.of(System.getProperty("confidant.node.lock")));
        startDaemon("launcher-watch", NodeMain::endWithLauncher);
        try {
            Class.forName("org.apache.cassandra.service.CassandraDaemon")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static void leaveToTheLauncher(String signal) {
        try {
            Signal.handle(new Signal(signal), SignalHandler.SIG_IGN);
        } catch (IllegalArgumentException noSuchSignalHere) {
            // Windows knows no HUP.
        }
    }

    private static void lock(Path file) throws IOException {
        held = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
        if (held == null) {
            System.err.println("another node still holds " + file);
            System.exit(DATA_FOLDER_IN_USE);
        }
    }

    /** The launcher never writes, so the only event on this stream is its end: the launcher is gone. */
    private static void endWithLauncher() {
        InputStream launcher = System.in;
        try {
            while (launcher.read() >= 0) {}
        } catch (IOException gone) {
            // A broken pipe says the same as its end.
        }
        startDaemon("drain-limit", NodeMain::haltWhenStuck);
        System.exit(0);
    }

    private static void haltWhenStuck() {
        try {
            Thread.sleep(DRAIN.toMillis());
        } catch (InterruptedException early) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void startDaemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
