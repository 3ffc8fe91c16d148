package confidant.app;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets the thread that starts and stops the house wait for what runs on event loops. Never called on one. */
final class Waiting {
    private Waiting() {}

    /**
     * The future's result.
     *
     * @throws StartProblem when it takes longer than {@code atMost}
     */
    static <T> T on(Future<T> future, Duration atMost, String what) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IllegalStateException(what, failed.getCause());
        } catch (TimeoutException late) {
            throw new StartProblem(
                    what + " takes longer than " + atMost.toSeconds() + " s", "look into the log and try again");
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new StartProblem("the start was interrupted while " + what, "start again");
        }
    }
}
