package confidant.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in reverse, each step whether or not the one before it went well. Thread-safe. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private record Step(String name, Action action) {}

    private final Deque<Step> steps = new ArrayDeque<>();

    /** What ends one thing. May block and fail. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    synchronized void add(String name, Action action) {
        steps.push(new Step(name, action));
    }

    /** Waits until everything has ended. Does nothing the second time, except to wait for the first. */
    synchronized void close() {
        boolean interrupted = Thread.interrupted();
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.action.run();
            } catch (InterruptedException hurried) {
                interrupted = true;
            } catch (Exception failed) {
                LOG.atWarn()
                        .addKeyValue("step", step.name)
                        .addKeyValue("cause", failed.getClass().getSimpleName())
                        .log("stop-failed");
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
