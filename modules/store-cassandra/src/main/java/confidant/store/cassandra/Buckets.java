package confidant.store.cassandra;

import confidant.store.Bucket;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Each bucket of a pool is a partition, so that reading all of it is sixteen reads side by side. */
final class Buckets {
    private Buckets() {}

    /** Does something to all buckets side by side. */
    static Future<Void> each(Function<Integer, Future<Void>> work) {
        return Lanes.each(Bucket.ALL, Bucket.COUNT, work);
    }

    /** Reads all buckets side by side, handing out one slice at a time even where there is no context to see to that. */
    static <T> Future<Void> pour(Slices<T> slices, BiFunction<Integer, Slices<T>, Future<Void>> read) {
        Object one = new Object();
        Slices<T> safe = slice -> {
            synchronized (one) {
                slices.take(slice);
            }
        };
        return Lanes.each(Bucket.ALL, Bucket.COUNT, bucket -> read.apply(bucket, safe));
    }
}
