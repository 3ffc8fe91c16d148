package confidant.schedule;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One name with its work, which is never under way twice. Thread-safe. */
final class Ringing {
    private static final Logger LOG = LoggerFactory.getLogger(QuartzAlarm.class);

    private final String name;
    private final Supplier<Future<?>> work;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile boolean stopped;

    Ringing(String name, Supplier<Future<?>> work) {
        this.name = name;
        this.work = work;
    }

    /** Starts the work on the context, unless it is under way or was stopped. */
    void ring(Context context) {
        if (stopped || !underWay.compareAndSet(false, true)) {
            return;
        }
        context.runOnContext(now -> start().onComplete(end -> {
            underWay.set(false);
            if (end.failed()) {
                // The failure's own words may be personal; its type is not.
                LOG.atWarn()
                        .addKeyValue("alarm", name)
                        .addKeyValue("failure", end.cause().getClass().getName())
                        .log("alarm.failed");
            }
        }));
    }

    /** No work starts from here on; what is under way may end. */
    void stop() {
        stopped = true;
    }

    // Composed rather than called, so that work which throws counts as work that failed.
    private Future<Object> start() {
        return Future.succeededFuture().compose(ready -> {
            Future<?> begun = stopped ? Future.succeededFuture() : Objects.requireNonNull(work.get());
            return begun.map(done -> ready);
        });
    }
}
