package confidant.app.command;

import confidant.app.Running;
import confidant.node.NodeProblem;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the house open until the process is asked to end (Ctrl-C, SIGTERM) or its node is gone for good, and holds the
 * process until the house is closed. Asked while the house still starts, it gives up starting.
 */
final class Stay implements AutoCloseable {
    private final CompletableFuture<Optional<NodeProblem>> end = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread main = Thread.currentThread();
    private final Thread hook = new Thread(this::asked, "confidant-stop");
    private boolean starting = true;
    private volatile boolean clean;

    Stay() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void asked() {
        synchronized (this) {
            end.complete(Optional.empty());
            if (starting) {
                main.interrupt();
            }
        }
        boolean interrupted = true;
        while (interrupted) {
            try {
                closed.await();
                interrupted = false;
            } catch (InterruptedException again) {
                // The process must not end before the house has.
            }
        }
        if (clean) {
            // Asked to stop and stopped in order: that is success, not the signal's own exit code.
            Runtime.getRuntime().halt(0);
        }
    }

    void lost(NodeProblem problem) {
        end.complete(Optional.of(problem));
    }

    /**
     * Returns when the house is closed again.
     *
     * @throws NodeProblem if that was because of its node
     */
    void open(Supplier<Running> start, Consumer<Running> opened) {
        try (Running running = start.get()) {
            started();
            opened.accept(running);
            end.join().ifPresent(problem -> {
                throw problem;
            });
        } catch (RuntimeException failed) {
            if (!givenUp()) {
                throw failed;
            }
        }
        clean = true;
    }

    private synchronized void started() {
        starting = false;
        // Asked just now: the flag must not disturb the orderly stop.
        boolean unused = Thread.interrupted();
    }

    /** Whether a start only failed because it was asked to give up. */
    private synchronized boolean givenUp() {
        boolean asked = starting && end.isDone();
        starting = false;
        return asked;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
