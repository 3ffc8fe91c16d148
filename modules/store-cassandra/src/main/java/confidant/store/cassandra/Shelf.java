package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.Bucket;
import confidant.store.cassandra.ShelfTable.Mark;
import confidant.store.cassandra.ShelfTable.Place;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packed copies of the buckets of one kind of rows, because reading ten thousands of rows one by one costs a hundred times what
 * a few blobs cost. A copy is never trusted further than it goes:
 *
 * <ul>
 *   <li>A writer notes a change in the open slot before making it, and goes on only when that slot is still open afterwards.
 *   <li>A packer opens the next slot, then reads the notes and the rows. Notes of changes that are not in the rows yet move to
 *       the next slot before the shelf comes into force.
 *   <li>A reader asks for the rows of the clients that are noted, newer than on the shelf. Old parts go before their notes, so
 *       whoever finds the notes gone finds the shelf broken too, and reads the rows.
 * </ul>
 *
 * So no order of them hides an acknowledged change.
 */
final class Shelf<T> {
    /** With so many clients noted, reading the bucket row by row costs less than asking for each. */
    private static final int MOST_ASKED = 16;
    /** So few notes are not worth writing some megabytes anew. */
    private static final int FEW = 4;

    private static final int LANES = 4;

    /**
     * The rows themselves.
     *
     * @param bucket reads those of (house, pool, bucket)
     * @param client reads those of (house, pool, bucket, client)
     */
    record Rows<T>(Cql cql, String house, Query bucket, Query client, Function<Row, T> row) {
        Future<Stream<T>> bucket(PoolId pool, int number) {
            return cql.stream(bucket.bind(house, pool.value(), number), row);
        }

        Future<List<T>> client(PoolId pool, ClientId id) {
            return cql.all(client.bind(house, pool.value(), Bucket.of(id), id.value()), row);
        }
    }

    private final Cql cql;
    private final ShelfTable table;
    private final Packing<T> packing;
    private final Function<T, Mark> marked;
    private final Rows<T> rows;
    private final Map<Place, UUID> open = new ConcurrentHashMap<>();

    Shelf(Cql cql, ShelfTable table, Packing.Form<T> form, Function<T, Mark> marked, Rows<T> rows) {
        this.cql = cql;
        this.table = table;
        this.packing = new Packing<>(form);
        this.marked = marked;
        this.rows = rows;
    }

    /** Notes a change that is about to be made. */
    Future<Void> note(PoolId pool, T row) {
        Mark mark = marked.apply(row);
        Place place = Place.of(pool, mark.client());
        return note(place, mark, open.getOrDefault(place, ShelfHead.NONE.open()));
    }

    private Future<Void> note(Place place, Mark mark, UUID slot) {
        return table.note(place, slot, mark).compose(noted -> table.head(place)).compose(head -> {
            if (head.open().equals(slot)) {
                return Future.succeededFuture();
            }
            open.put(place, head.open());
            return note(place, mark, head.open());
        });
    }

    /** All rows of a bucket. */
    Future<Stream<T>> read(PoolId pool, int bucket) {
        Place place = new Place(pool, bucket);
        return table.head(place)
                .compose(head -> head.id().isEmpty()
                        ? rows.bucket(pool, bucket)
                        : notes(place, head)
                                .compose(noted -> noted.stream()
                                                        .map(Mark::client)
                                                        .distinct()
                                                        .count()
                                                > MOST_ASKED
                                        ? rows.bucket(pool, bucket)
                                        : read(place, head, noted)));
    }

    private Future<List<Mark>> notes(Place place, ShelfHead head) {
        List<Future<List<Mark>>> all =
                head.slots().stream().map(slot -> table.notes(place, slot)).toList();
        return Future.all(all)
                .map(read -> all.stream().flatMap(one -> one.result().stream()).toList());
    }

    private Future<Stream<T>> read(Place place, ShelfHead head, List<Mark> noted) {
        Set<ClientId> clients = noted.stream().map(Mark::client).collect(Collectors.toSet());
        Future<List<ByteBuffer>> parts = table.parts(place, head.id().orElseThrow());
        List<Future<List<T>>> changed = clients.stream()
                .map(client -> rows.client(place.pool(), client))
                .toList();
        return Future.all(Stream.concat(Stream.of(parts), changed.stream()).toList())
                .compose(read -> {
                    List<ByteBuffer> packed = parts.result();
                    if (packed.size() != head.parts() || !packed.stream().allMatch(Packing::readable)) {
                        // Another shelf came into force meanwhile, or this one is of another version of the program.
                        return rows.bucket(place.pool(), place.bucket());
                    }
                    Stream<T> same = packed.stream()
                            .flatMap(packing::unpack)
                            .filter(row -> clients.isEmpty()
                                    || !clients.contains(marked.apply(row).client()));
                    return Future.succeededFuture(
                            Stream.concat(same, changed.stream().flatMap(one -> one.result().stream())));
                });
    }

    /** Packs the buckets in which much changed. Cut off anywhere it does no harm, also by two nodes at once. */
    Future<Void> pack(PoolId pool) {
        return Lanes.each(Bucket.ALL, LANES, bucket -> {
            Place place = new Place(pool, bucket);
            return table.head(place)
                    .compose(head -> notes(place, head)
                            .compose(noted -> (head.id().isPresent() || noted.isEmpty()) && noted.size() <= FEW
                                    ? Future.<Void>succeededFuture()
                                    : pack(place, head)));
        });
    }

    private Future<Void> pack(Place place, ShelfHead before) {
        UUID id = UUID.randomUUID();
        // Listed before the new one is in force: whatever is here by then can never come into force after it.
        return table.ids(place)
                .compose(old -> table.begin(place, before)
                        .compose(head -> head.next()
                                .map(next -> table.notes(place, head.slot())
                                        .compose(noted -> packed(place)
                                                .compose(packed -> Future.all(Stream.concat(
                                                                        Stream.of(table.put(place, id, packed.parts)),
                                                                        packed.missing(noted).stream()
                                                                                .map(mark ->
                                                                                        table.note(place, next, mark)))
                                                                .toList())
                                                        .compose(put ->
                                                                table.enforce(place, head, id, packed.parts.size()))))
                                        .compose(inForce -> inForce
                                                ? Lanes.each(old, 1, one -> table.drop(place, one))
                                                        .compose(dropped -> table.forget(place, head.slot()))
                                                : table.drop(place, id)))
                                // Another node was faster.
                                .orElseGet(Future::succeededFuture)));
    }

    private Future<Packed> packed(Place place) {
        return rows.bucket(place.pool(), place.bucket())
                .compose(found -> cql.aside(() -> Packed.of(found.toList(), marked, packing)));
    }

    private record Packed(List<byte[]> parts, Map<Pair, Long> latest) {
        private record Pair(ClientId client, Purpose purpose) {}

        static <T> Packed of(List<T> rows, Function<T, Mark> marked, Packing<T> packing) {
            Map<Pair, Long> latest = rows.stream()
                    .map(marked)
                    .collect(Collectors.toMap(
                            mark -> new Pair(mark.client(), mark.purpose()), Mark::version, Math::max));
            return new Packed(packing.pack(rows), latest);
        }

        /** The notes of changes that were not there to be read: they are on their way, or were given up. */
        List<Mark> missing(List<Mark> noted) {
            return noted.stream()
                    .filter(mark -> latest.getOrDefault(new Pair(mark.client(), mark.purpose()), 0L) < mark.version())
                    .toList();
        }
    }
}
