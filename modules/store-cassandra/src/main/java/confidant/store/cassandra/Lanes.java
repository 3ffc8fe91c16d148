package confidant.store.cassandra;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Does the same to many things, a few at a time. */
final class Lanes<T> {
    private final List<T> items;
    private final Function<T, ? extends Future<?>> work;
    private final Promise<Void> done = Promise.promise();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left;
    private final AtomicBoolean failed = new AtomicBoolean();

    private Lanes(Collection<T> items, Function<T, ? extends Future<?>> work) {
        this.items = new ArrayList<>(items);
        this.work = work;
        this.left = new AtomicInteger(items.size());
    }

    /** Succeeds when all are done; after a failure nothing new is begun. */
    static <T> Future<Void> each(Collection<T> items, int width, Function<T, ? extends Future<?>> work) {
        if (items.isEmpty()) {
            return Future.succeededFuture();
        }
        Lanes<T> lanes = new Lanes<>(items, work);
        for (int lane = 0; lane < Math.min(width, items.size()); lane++) {
            lanes.go();
        }
        return lanes.done.future();
    }

    /** A loop, not a call from the end of one to the next: what is done at once must not deepen the stack. */
    private void go() {
        while (!failed.get()) {
            int mine = next.getAndIncrement();
            if (mine >= items.size()) {
                return;
            }
            Future<?> item = begun(items.get(mine));
            if (!item.succeeded()) {
                item.onComplete(value -> again(), this::failed);
                return;
            }
            ended();
        }
    }

    private Future<?> begun(T item) {
        try {
            return work.apply(item);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void again() {
        ended();
        go();
    }

    private void ended() {
        if (left.decrementAndGet() == 0) {
            done.tryComplete();
        }
    }

    private void failed(Throwable failure) {
        failed.set(true);
        done.tryFail(failure);
    }
}
