package confidant.core;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Works through many items with only so many under way at once. One that fails does not stop the others; the future then
 * fails with the first failure when all are through.
 */
public final class Lanes<T> {
    private final Iterator<T> items;
    private final Function<T, Future<?>> work;
    private final AtomicInteger open;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Promise<Void> all = Promise.promise();

    private Lanes(int lanes, Iterable<T> items, Function<T, Future<?>> work) {
        this.items = items.iterator();
        this.work = work;
        this.open = new AtomicInteger(lanes);
    }

    /** @param lanes how many may be under way at once, at least 1 */
    public static <T> Future<Void> each(int lanes, Iterable<T> items, Function<T, Future<?>> work) {
        Lanes<T> run = new Lanes<>(lanes, items, work);
        for (int lane = 0; lane < lanes; lane++) {
            run.lane();
        }
        return run.all.future();
    }

    // A loop, not a chain: thousands of futures that are complete at once must not pile up on the stack.
    private void lane() {
        for (Optional<T> item = next(); item.isPresent(); item = next()) {
            Future<?> under = start(item.get());
            if (!under.isComplete()) {
                under.onComplete(done -> {
                    note(under);
                    lane();
                });
                return;
            }
            note(under);
        }
        if (open.decrementAndGet() == 0) {
            failures.stream().findFirst().ifPresentOrElse(all::fail, all::complete);
        }
    }

    private Future<?> start(T item) {
        try {
            return work.apply(item);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void note(Future<?> done) {
        if (done.failed() && failures.isEmpty()) {
            failures.add(done.cause());
        }
    }

    private Optional<T> next() {
        synchronized (items) {
            return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
        }
    }
}
