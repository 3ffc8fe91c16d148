package confidant.core;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Work that is done once a day in the house, on one node, however often it is rung. The day is written down when the work is
 * through, so that a failure is made good at the next ring and a restart does not begin again.
 */
public final class Daily {
    private static final Duration LEASE = Duration.ofHours(1);
    /** Longer than any two clocks of a house differ: a mark says something for its own day only. */
    private static final Duration REMEMBERED = Duration.ofDays(3);

    private final House house;
    private final String name;

    /** @param name of the work; its marks begin with it */
    public Daily(House house, String name) {
        this.house = house;
        this.name = name;
    }

    /**
     * Does {@code work} at this moment, unless the day is done or another node is at it: then it is {@code idle} at once.
     *
     * @param through of the outcome: whether that was all there is to do today
     */
    public <T> Future<T> run(Function<Instant, Future<T>> work, Predicate<T> through, T idle) {
        Instant now = house.now();
        String mark = name + "-" + LocalDate.ofInstant(now, ZoneOffset.UTC);
        return house.stores()
                .house()
                .value(mark)
                .compose(done -> done.isPresent()
                        ? Future.succeededFuture(idle)
                        : house.stores()
                                .ledger()
                                .lease(name, house.node(), now, now.plus(LEASE))
                                .compose(ours -> ours
                                        ? work.apply(now)
                                                .compose(outcome -> through.test(outcome)
                                                        ? mark(mark).map(outcome)
                                                        : Future.succeededFuture(outcome))
                                        : Future.succeededFuture(idle)));
    }

    private Future<Void> mark(String mark) {
        return house.stores()
                .house()
                .putOnce(mark, house.node().getBytes(StandardCharsets.UTF_8), REMEMBERED)
                .mapEmpty();
    }
}
