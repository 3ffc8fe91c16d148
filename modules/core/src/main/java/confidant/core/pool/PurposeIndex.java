package confidant.core.pool;

import confidant.core.tagging.CardForm;
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
    private final Map<Integer, Integer> stamps = new HashMap<>();
    private final int first;
    private long[] ends = new long[0];
    private long nextEnd = Long.MAX_VALUE;

    /** @param first the least number of a client here, so that a part of a pool takes no room for the others */
    PurposeIndex(int first) {
        this.first = first;
    }

    /** How often the client's data under this purpose changed since the pool began to open. */
    int stamp(int client) {
        return stamps.getOrDefault(client, 0);
    }

    int touch(int client) {
        return stamps.merge(client, 1, Integer::sum);
    }

    /** Lets a client in, until {@code end} in milliseconds. */
    void admit(int client, long end) {
        valid.add(client);
        end(client, end);
        nextEnd = Math.min(nextEnd, end);
    }

    /** Notes the tags of an opened card that are not over. */
    void note(int client, byte[] plain, Function<String, Optional<TagKind>> kinds, long now) {
        CardForm.scan(plain, (kind, value, until) -> {
            if (until <= now) {
                return;
            }
            Column column = columns.get(kind);
            if (column == null) {
                Optional<TagKind> known = kinds.apply(kind);
                if (known.isEmpty()) {
                    return;
                }
                column = Column.of(known.get(), first);
                columns.put(kind, column);
            }
            column.add(client, value);
            ends[client - first] = Math.min(ends[client - first], until);
            nextEnd = Math.min(nextEnd, until);
        });
    }

    /** Takes over another part of the pool, clients that are not here yet; not those who were touched here meanwhile. */
    void take(PurposeIndex part) {
        stamps.keySet().forEach(part::clear);
        part.valid.forEach((org.roaringbitmap.IntConsumer) client -> end(client, part.ends[client - part.first]));
        valid.or(part.valid);
        nextEnd = Math.min(nextEnd, part.nextEnd);
        part.columns.forEach((kind, column) ->
                columns.computeIfAbsent(kind, absent -> column.empty(first)).take(column));
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
            long end = ends[client - first];
            if (end <= now) {
                ended.add(client);
            } else {
                next[0] = Math.min(next[0], end);
            }
        });
        nextEnd = next[0];
        return ended.get();
    }

    private void end(int client, long end) {
        int at = client - first;
        if (at >= ends.length) {
            ends = Arrays.copyOf(ends, Math.max(at + 1, ends.length * 2));
        }
        ends[at] = end;
    }
}
