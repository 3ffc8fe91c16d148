package confidant.core.pool;

import java.util.Arrays;
import java.util.function.LongPredicate;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

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

    RoaringBitmap atLeast(long count) {
        return where(own -> own >= count);
    }

    @Override
    RoaringBitmap equal(String value) {
        try {
            long count = Long.parseLong(value.strip());
            return where(own -> own == count);
        } catch (NumberFormatException e) {
            return new RoaringBitmap();
        }
    }

    private RoaringBitmap where(LongPredicate wanted) {
        RoaringBitmapWriter<RoaringBitmap> found = RoaringBitmapWriter.writer().get();
        present.forEach((org.roaringbitmap.IntConsumer) client -> {
            if (wanted.test(counts[client])) {
                found.add(client);
            }
        });
        return found.get();
    }
}
