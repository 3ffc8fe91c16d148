package confidant.node;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Cassandra node in a process of its own, reachable from this machine only. Guarantees that a write the node
 * acknowledged survives the sudden end of the node, that one data folder is used by one node at a time, and that the
 * node ends soon after this process does, however this process ends.
 *
 * <p>All methods block and may be called from any thread except an event loop. Starting takes some 10 seconds of
 * processor time, stopping some 3 seconds.
 */
public final class LocalNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalNode.class);
    /** A node whose launcher was killed needs about 3 seconds, and gives up by itself after 30. */
    private static final Duration EARLIER_NODE = Duration.ofSeconds(60);

    private static final Duration STOP = Duration.ofSeconds(40);

    private final Process process;
    private final ContactPoint contact;
    private final FolderLock lock;
    private final CompletableFuture<NodeProblem> death = new CompletableFuture<>();
    private volatile boolean stopping;

    private LocalNode(Process process, ContactPoint contact, FolderLock lock) {
        this.process = process;
        this.contact = contact;
        this.lock = lock;
    }

    /**
     * Starts a node and returns when it answers. The data folder is taken for as long as the node is not stopped.
     *
     * @throws NodeProblem when it cannot be started; nothing is left running then
     */
    public static LocalNode start(Settings settings) {
        NodeLib lib = NodeLib.in(settings.libDirectory());
        JavaRuntime java = JavaRuntime.of(settings.java());
        DataFolder folder = DataFolder.make(settings.dataDirectory());
        try {
            FolderLock lock =
                    FolderLock.take(folder.launcherLock()).orElseThrow(() -> Problems.folderInUse(folder.path()));
            try {
                return start(settings, lib, java, folder, lock);
            } catch (IOException | InterruptedException | RuntimeException | Error failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException unusable) {
            throw Problems.folderUnusable(folder.path(), unusable);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw Problems.interrupted();
        }
    }

    private static LocalNode start(Settings settings, NodeLib lib, JavaRuntime java, DataFolder folder, FolderLock lock)
            throws IOException, InterruptedException {
        Consumer<String> progress = settings.progress();
        Runnable waiting = () -> progress.accept("waiting for the earlier node" + folder.lastNote() + " to end");
        if (!FolderLock.awaitFree(folder.nodeLock(), EARLIER_NODE, waiting)) {
            throw Problems.earlierNodeStays(folder.path(), folder.lastNote());
        }
        folder.checkSpace(DataFolder.NEEDED_MEGABYTES);
        NodePorts ports = NodePorts.choose(settings.nativePort());
        folder.checkVersion(lib, settings.throwAway());
        NodeFiles.write(folder.path(), ports, settings.heapMegabytes());
        folder.turnLogs();
        progress.accept("starting Cassandra " + lib.cassandraVersion() + " in " + folder.path());
        Process process = launch(settings, lib, java, folder);
        folder.note(process.pid(), ports);
        return new LocalNode(process, new ContactPoint(Ports.LOOPBACK, ports.forClients()), lock)
                .ready(settings, folder);
    }

    private LocalNode ready(Settings settings, DataFolder folder) throws InterruptedException {
        long begin = System.nanoTime();
        boolean answered = false;
        try {
            awaitReady(settings, folder);
            answered = true;
        } finally {
            if (!answered) {
                kill();
            }
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        LOG.info("node.ready port={} pid={} seconds={}", contact.port(), process.pid(), seconds);
        settings.progress().accept("Cassandra answers on " + contact + " after " + seconds + " s");
        watch(settings, folder);
        return this;
    }

    private static Process launch(Settings settings, NodeLib lib, JavaRuntime java, DataFolder folder)
            throws IOException {
        File output = folder.logs().resolve("node.out").toFile();
        ProcessBuilder builder = new ProcessBuilder(NodeCommand.of(settings, java, lib, folder))
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        // A heap or a debugger's port that was meant for the application would break the node.
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return builder.start();
    }

    private void awaitReady(Settings settings, DataFolder folder) throws InterruptedException {
        switch (Readiness.await(process, contact, Readiness.LIMIT)) {
            case READY -> {}
            case DIED -> throw NodeLog.explain(process.exitValue(), folder, settings, contact.port());
            case TOO_SLOW ->
                throw Problems.tooSlow(
                        Readiness.LIMIT.toSeconds(), folder.logs().resolve("node.log"));
        }
    }

    private void watch(Settings settings, DataFolder folder) {
        process.onExit().thenAccept(ended -> {
            if (!stopping) {
                LOG.error("node.died pid={} exit={}", ended.pid(), ended.exitValue());
                death.complete(NodeLog.explain(ended.exitValue(), folder, settings, contact.port()));
            }
        });
    }

    /** Where the node answers. */
    public ContactPoint contactPoint() {
        return contact;
    }

    /** The node's process id. */
    public long pid() {
        return process.pid();
    }

    /**
     * Tells the listener, once and on some other thread, when the node has ended without having been stopped; at once
     * when it already has. The data folder stays taken until {@link #stop} is called.
     */
    public void onDeath(Consumer<NodeProblem> listener) {
        death.thenAccept(listener);
    }

    /** Lets the node write what it has in memory, ends it and releases the data folder. Does nothing the second time. */
    public synchronized void stop() {
        stopping = true;
        askToEnd();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("node.stuck pid={}", process.pid());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        kill();
        lock.close();
    }

    private void askToEnd() {
        if (process.supportsNormalTermination()) {
            process.destroy();
            return;
        }
        try {
            // The end of its input means the same to the node, and works where there are no signals.
            process.getOutputStream().close();
        } catch (IOException alreadyEnded) {
            // As wanted.
        }
    }

    /** Ends the node at once. Acknowledged writes are safe, except in a throw-away node. */
    synchronized void kill() {
        stopping = true;
        process.destroyForcibly();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException hurried) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Same as {@link #stop}. */
    @Override
    public void close() {
        stop();
    }
}
