package confidant.core.port;

import io.vertx.core.Future;
import java.util.concurrent.Callable;

/** Runs work that may block or take long off the event loop; the future completes on the caller's context. */
@FunctionalInterface
public interface Worker {
    <T> Future<T> run(Callable<T> work);
}
