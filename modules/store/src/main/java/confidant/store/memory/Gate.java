package confidant.store.memory;

import confidant.store.Slices;
import confidant.store.StoreUnavailable;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;

/** Lets one act at a time through to the maps behind it, or none at all while an outage is played. */
final class Gate {
    private static final int SLICE = 500;

    private boolean open = true;

    synchronized void open(boolean open) {
        this.open = open;
    }

    /** Runs {@code work} alone; its exceptions become failed futures. */
    <T> Future<T> pass(Supplier<T> work) {
        try {
            return Future.succeededFuture(alone(work));
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    /** Runs {@code work} alone. */
    Future<Void> run(Runnable work) {
        return pass(() -> {
                    work.run();
                    return true;
                })
                .mapEmpty();
    }

    /** Collects rows alone, then hands them out with the gate free again, so that the taker may call other stores. */
    <T> Future<Void> pour(Supplier<List<T>> rows, Slices<T> slices) {
        return pass(rows).map(all -> {
            for (int from = 0; from < all.size(); from += SLICE) {
                slices.take(all.subList(from, Math.min(all.size(), from + SLICE)));
            }
            return null;
        });
    }

    private synchronized <T> T alone(Supplier<T> work) {
        if (!open) {
            throw new StoreUnavailable("the memory store plays an outage", null);
        }
        return work.get();
    }
}
