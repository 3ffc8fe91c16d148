package confidant.bench;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/** The result of a future, for tests' main threads. */
public final class Awaited {
    private Awaited() {}

    public static <T> T of(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(240, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
