package confidant.bench.replay;

import java.util.Arrays;
import java.util.Collection;

/** Durations in nanoseconds, sorted. */
@SuppressWarnings("ArrayRecordComponent")
public record Quantiles(long[] sorted) {
    public static Quantiles of(Collection<Long> nanos) {
        return new Quantiles(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    public static Quantiles of(long[] nanos) {
        long[] copy = nanos.clone();
        Arrays.sort(copy);
        return new Quantiles(copy);
    }

    public int count() {
        return sorted.length;
    }

    /** The smallest value that so large a share does not exceed, nearest rank; 0 when there is none. */
    public long nanos(double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    public double millis(double share) {
        return nanos(share) / 1e6;
    }

    public double micros(double share) {
        return nanos(share) / 1e3;
    }

    @Override
    public String toString() {
        return "Quantiles[" + count() + "]";
    }
}
