package confidant.store.cassandra;

import confidant.store.StoreUnavailable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets the conditional writes of this process to one partition happen one after the other. Correctness does not rest on
 * it, the conditions see to that; it saves the retries that writers of one partition cost each other.
 */
final class Turns {
    static final int MOST_WAITING = 8192;

    private final ConcurrentMap<Object, Future<Void>> tails = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /** Runs {@code work} on the caller's context when everything that came before it for {@code partition} has ended. */
    <T> Future<T> take(Object partition, Supplier<Future<T>> work) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(new StoreUnavailable("the store is over capacity", null));
        }
        Promise<Void> end = Promise.promise();
        Promise<T> result = Promise.promise();
        Future<Void> before = tails.put(partition, end.future());
        Runnable turn = () -> started(work).onComplete(outcome -> {
            waiting.decrementAndGet();
            tails.remove(partition, end.future());
            end.complete();
            if (outcome.succeeded()) {
                result.complete(outcome.result());
            } else {
                result.fail(outcome.cause());
            }
        });
        if (before == null) {
            turn.run();
        } else {
            Context context = Vertx.currentContext();
            before.onComplete(ended -> {
                if (context == null) {
                    turn.run();
                } else {
                    context.runOnContext(now -> turn.run());
                }
            });
        }
        return result.future();
    }

    private static <T> Future<T> started(Supplier<Future<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
