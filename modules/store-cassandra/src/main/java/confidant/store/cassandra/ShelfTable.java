package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.Bucket;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of {@link Shelf}: heads, parts and notes of one kind. */
final class ShelfTable {
    /** Whose row a row is, and how often it was changed; rising within one (client, purpose). */
    record Mark(ClientId client, Purpose purpose, long version) {}

    /** One bucket of one pool. */
    record Place(PoolId pool, int bucket) {
        static Place of(PoolId pool, ClientId client) {
            return new Place(pool, Bucket.of(client));
        }
    }

    private record Slot(Place place, UUID slot) {}

    private final Cql cql;
    private final String house;
    private final String kind;
    private final Gathering<Slot> noting;
    private final Query note;
    private final Query notes;
    private final Query forget;
    private final Query head;
    private final Query begin;
    private final Query enforce;
    private final Query put;
    private final Query parts;
    private final Query ids;
    private final Query drop;

    ShelfTable(Cql cql, Queries queries, String house, String kind) {
        this.cql = cql;
        this.house = house;
        this.kind = kind;
        this.noting = new Gathering<>(cql);
        String where = " WHERE house = ? AND pool = ? AND bucket = ? AND kind = ?";
        this.note = queries.write("INSERT INTO {data}.shelf_change"
                + " (house, pool, bucket, kind, slot, client, purpose, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        String inSlot = " FROM {data}.shelf_change" + where + " AND slot = ?";
        this.notes = queries.read("SELECT client, purpose, version" + inSlot);
        this.forget = queries.write("DELETE" + inSlot);
        this.head = queries.read("SELECT DISTINCT current, parts, slot, next FROM {data}.shelf" + where);
        String update = "UPDATE {data}.shelf SET ";
        this.begin = queries.conditional(update + "slot = ?, next = ?" + where + " IF slot = ? AND next = null");
        this.enforce = queries.conditional(
                update + "current = ?, parts = ?, slot = ?, next = null" + where + " IF slot = ? AND next = ?");
        this.put = queries.write("INSERT INTO {data}.shelf (house, pool, bucket, kind, id, part, content)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        this.parts = queries.read("SELECT part, content FROM {data}.shelf" + where + " AND id = ?");
        this.ids = queries.read("SELECT id FROM {data}.shelf" + where + " GROUP BY id");
        this.drop = queries.write("DELETE FROM {data}.shelf" + where + " AND id = ?");
    }

    Future<Void> note(Place place, UUID slot, Mark mark) {
        return noting.write(
                new Slot(place, slot), bind(note, place, slot, mark.client.value(), mark.purpose.id(), mark.version));
    }

    Future<List<Mark>> notes(Place place, UUID slot) {
        return cql.all(
                bind(notes, place, slot),
                row -> new Mark(Cells.client(row), Cells.purpose(row), row.getLong("version")));
    }

    /** Deletes a slot of which no head tells any more. */
    Future<Void> forget(Place place, UUID slot) {
        return cql.write(bind(forget, place, slot));
    }

    Future<ShelfHead> head(Place place) {
        return cql.one(bind(head, place), ShelfHead::of).map(found -> found.orElse(ShelfHead.NONE));
    }

    /** Opens the next slot, whoever does so; afterwards the head says which it is. */
    Future<ShelfHead> begin(Place place, ShelfHead now) {
        if (now.next().isPresent()) {
            return Future.succeededFuture(now);
        }
        // The first slot is in no row before this.
        @Nullable UUID known = now.id().isPresent() ? now.slot() : null;
        return cql.attempt(begin.bind(with(new Object[] {now.slot(), UUID.randomUUID()}, place, known)))
                .compose(tried -> head(place));
    }

    /** Puts a shelf in force that has all changes of the slot before. @return whether it is */
    Future<Boolean> enforce(Place place, ShelfHead before, UUID id, int count) {
        UUID open = before.next().orElseThrow();
        return cql.attempt(enforce.bind(with(new Object[] {id, count, open}, place, before.slot(), open)))
                .compose(tried -> tried.applied()
                        ? Future.succeededFuture(true)
                        // An unanswered try may have been applied.
                        : head(place).map(now -> now.id().filter(id::equals).isPresent()));
    }

    Future<Void> put(Place place, UUID id, List<byte[]> content) {
        return Lanes.each(
                IntStream.range(0, content.size()).boxed().toList(),
                1,
                part -> cql.write(bind(put, place, id, part, ByteBuffer.wrap(content.get(part)))));
    }

    Future<List<ByteBuffer>> parts(Place place, UUID id) {
        // A page of parts is some megabytes at most.
        return cql.all(bind(parts, place, id).setPageSize(4), row -> Optional.ofNullable(row.getByteBuffer("content")))
                .map(all -> all.stream().flatMap(Optional::stream).toList());
    }

    Future<List<UUID>> ids(Place place) {
        return cql.all(bind(ids, place), row -> Optional.ofNullable(row.getUuid("id")))
                .map(all -> all.stream().flatMap(Optional::stream).toList());
    }

    Future<Void> drop(Place place, UUID id) {
        return cql.write(bind(drop, place, id));
    }

    private BoundStatement bind(Query query, Place place, Object... more) {
        return query.bind(with(new Object[0], place, more));
    }

    private @Nullable Object[] with(Object[] first, Place place, @Nullable Object... more) {
        @Nullable Object[] values = Arrays.copyOf(first, first.length + 4 + more.length);
        values[first.length] = house;
        values[first.length + 1] = place.pool.value();
        values[first.length + 2] = place.bucket;
        values[first.length + 3] = kind;
        System.arraycopy(more, 0, values, first.length + 4, more.length);
        return values;
    }
}
