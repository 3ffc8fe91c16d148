package confidant.core.pool;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/** Whole numbers, one for each client. */
final class CountColumn extends Column {
    private final int first;
    private long[] counts = new long[0];

    CountColumn(int first) {
        this.first = first;
    }

    @Override
    boolean note(int client, String value) {
        try {
            set(client, Long.parseLong(value));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    Column empty(int from) {
        return new CountColumn(from);
    }

    @Override
    void merge(Column part) {
        CountColumn other = (CountColumn) part;
        part.present.forEach((org.roaringbitmap.IntConsumer) client -> set(client, other.of(client)));
    }

    private void set(int client, long count) {
        int at = client - first;
        if (at >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(at + 1, counts.length * 2));
        }
        counts[at] = count;
    }

    private long of(int client) {
        return counts[client - first];
    }

    @Override
    void forget(int client) {
        set(client, 0);
    }

    RoaringBitmap atLeast(long count, RoaringBitmap asked) {
        return where(asked, client -> of(client) >= count);
    }

    @Override
    RoaringBitmap equal(String value, RoaringBitmap asked) {
        try {
            long count = Long.parseLong(value.strip());
            return where(asked, client -> of(client) == count);
        } catch (NumberFormatException e) {
            return new RoaringBitmap();
        }
    }
}
