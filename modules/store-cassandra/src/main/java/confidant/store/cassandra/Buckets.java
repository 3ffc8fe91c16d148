package confidant.store.cassandra;

import confidant.model.ClientId;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A pool is cut into sixteen partitions, so that reading all of it is sixteen reads side by side. */
final class Buckets {
    static final int COUNT = 16;
    private static final List<Integer> ALL = IntStream.range(0, COUNT).boxed().toList();

    private Buckets() {}

    /** INVARIANT: never changes for a client; the low bits of a random id are evenly spread. */
    static int of(ClientId client) {
        return (int) (client.value().getLeastSignificantBits() & (COUNT - 1));
    }

    /** Does something to all buckets side by side. */
    static Future<Void> each(Function<Integer, Future<Void>> work) {
        return Lanes.each(ALL, COUNT, work);
    }

    /** Reads all buckets side by side, handing out one slice at a time even where there is no context to see to that. */
    static <T> Future<Void> pour(Slices<T> slices, BiFunction<Integer, Slices<T>, Future<Void>> read) {
        Object one = new Object();
        Slices<T> safe = slice -> {
            synchronized (one) {
                slices.take(slice);
            }
        };
        return Lanes.each(ALL, COUNT, bucket -> read.apply(bucket, safe));
    }
}
