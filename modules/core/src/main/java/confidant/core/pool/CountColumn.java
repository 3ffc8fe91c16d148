package confidant.core.pool;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/** Whole numbers, one for each client. */
final class CountColumn extends Column {
    private long[] counts = new long[0];

    @Override
    boolean note(int client, String value) {
        try {
            long count = Long.parseLong(value);
            if (client >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(client + 1, counts.length * 2));
            }
            counts[client] = count;
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    void forget(int client) {
        counts[client] = 0;
    }

    RoaringBitmap atLeast(long count, RoaringBitmap asked) {
        return where(asked, client -> counts[client] >= count);
    }

    @Override
    RoaringBitmap equal(String value, RoaringBitmap asked) {
        try {
            long count = Long.parseLong(value.strip());
            return where(asked, client -> counts[client] == count);
        } catch (NumberFormatException e) {
            return new RoaringBitmap();
        }
    }
}
