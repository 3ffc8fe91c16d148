package confidant.bench.replay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/** Lets so many through in a second, evenly. Thread-safe. */
public final class Pace {
    private final Vertx vertx;
    private final double nanosEach;
    private double next = System.nanoTime();

    /** @param perSecond 0 for no limit */
    public Pace(Vertx vertx, double perSecond) {
        this.vertx = vertx;
        this.nanosEach = perSecond > 0 ? 1e9 / perSecond : 0;
    }

    /** Succeeds when it is the caller's turn. */
    public Future<Void> turn() {
        long millis = TimeUnit.NANOSECONDS.toMillis(reserve() - System.nanoTime());
        return millis < 1
                ? Future.succeededFuture()
                : vertx.timer(millis, TimeUnit.MILLISECONDS).mapEmpty();
    }

    private synchronized long reserve() {
        next = Math.max(next, System.nanoTime()) + nanosEach;
        return (long) (next - nanosEach);
    }
}
