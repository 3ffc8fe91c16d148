package confidant.core.keys;

import confidant.core.House;
import confidant.store.KeyStore;
import confidant.store.KeyStore.Denied;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * What other nodes destroyed. Every node reads the list again and again; one that has not read it for a while uses no key
 * that it holds until it has. So after {@link #FRESH} no node opens anything with a key that was destroyed, without anybody
 * having to know which nodes there are.
 */
final class Denials {
    /** For so long a reading counts. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final Duration SPAN = Duration.ofMinutes(1);
    /** Who slept for longer than this holds nothing any more. */
    private static final long MOST_SPANS = 30;

    private final House house;
    private final KeyStore store;
    private final Consumer<Denied> drop;
    private final Runnable dropAll;
    private volatile Instant read = Instant.MIN;

    Denials(House house, Consumer<Denied> drop, Runnable dropAll) {
        this.house = house;
        this.store = house.stores().keys();
        this.drop = drop;
        this.dropAll = dropAll;
    }

    boolean isFresh() {
        Instant last = read;
        return last != Instant.MIN && house.now().isBefore(last.plus(FRESH));
    }

    /** Tells all nodes. */
    Future<Void> tell(Denied denied) {
        return store.deny(span(house.now()), denied);
    }

    /** Reads what came since the last reading, and a span more on both sides, as clocks differ. */
    Future<Void> follow() {
        Instant began = house.now();
        long to = span(began) + 1;
        long from = read == Instant.MIN ? span(began) - 1 : span(read) - 1;
        if (to - from > MOST_SPANS) {
            dropAll.run();
            from = to - 2;
        }
        return Future.all(LongStream.rangeClosed(from, to)
                        .mapToObj(span -> store.denied(span).onSuccess(rows -> rows.forEach(drop)))
                        .toList())
                .onSuccess(all -> read = began)
                .mapEmpty();
    }

    private static long span(Instant at) {
        return at.toEpochMilli() / SPAN.toMillis();
    }
}
