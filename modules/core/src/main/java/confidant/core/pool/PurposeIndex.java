package confidant.core.pool;

import confidant.policy.TagKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/**
 * What one purpose knows of a pool. A client is in it from the moment their consent is known to be valid until it ends;
 * whatever ends (consent or tag) takes the client out, to be read again. Not thread-safe: used behind the lock of its pool.
 */
final class PurposeIndex {
    /** Clients whose consent to the purpose is valid. */
    final RoaringBitmap valid = new RoaringBitmap();

    private final Map<String, Column> columns = new HashMap<>();
    private int[] stamps = new int[0];
    private long[] ends = new long[0];
    private long nextEnd = Long.MAX_VALUE;

    /** How often the client's data under this purpose changed since the pool began to open. */
    int stamp(int client) {
        return client < stamps.length ? stamps[client] : 0;
    }

    int touch(int client) {
        room(client);
        return ++stamps[client];
    }

    /** Lets a client in, until {@code end} in milliseconds. */
    void admit(int client, long end) {
        room(client);
        valid.add(client);
        ends[client] = end;
        nextEnd = Math.min(nextEnd, end);
    }

    /** Notes the tags of an opened card that are not over. */
    void note(int client, byte[] plain, Function<String, Optional<TagKind>> kinds, long now) {
        CardScan.scan(plain, (kind, value, until) -> {
            if (until <= now) {
                return;
            }
            Column column = columns.get(kind);
            if (column == null) {
                Optional<TagKind> known = kinds.apply(kind);
                if (known.isEmpty()) {
                    return;
                }
                column = Column.of(known.get());
                columns.put(kind, column);
            }
            column.add(client, value);
            ends[client] = Math.min(ends[client], until);
            nextEnd = Math.min(nextEnd, until);
        });
    }

    void clear(int client) {
        valid.remove(client);
        columns.values().forEach(column -> column.clear(client));
    }

    Optional<Column> column(String kind) {
        return Optional.ofNullable(columns.get(kind));
    }

    /** Clients for whom something has ended by {@code now}. */
    RoaringBitmap ended(long now) {
        if (now < nextEnd) {
            return new RoaringBitmap();
        }
        RoaringBitmapWriter<RoaringBitmap> ended = RoaringBitmapWriter.writer().get();
        long[] next = {Long.MAX_VALUE};
        valid.forEach((org.roaringbitmap.IntConsumer) client -> {
            if (ends[client] <= now) {
                ended.add(client);
            } else {
                next[0] = Math.min(next[0], ends[client]);
            }
        });
        nextEnd = next[0];
        return ended.get();
    }

    private void room(int client) {
        if (client >= stamps.length) {
            int size = Math.max(client + 1, stamps.length * 2);
            stamps = Arrays.copyOf(stamps, size);
            ends = Arrays.copyOf(ends, size);
        }
    }
}
