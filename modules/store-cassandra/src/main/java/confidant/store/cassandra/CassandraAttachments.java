package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.AttachmentId;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.AttachmentStore;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Attachments: the row of each by conditions, its parts by plain writes, as their ids are never used twice. */
final class CassandraAttachments implements AttachmentStore {
    private record Partition(PoolId pool, ClientId client) {}

    private final Cql cql;
    private final Turns turns;
    private final String house;
    private final Query putPart;
    private final Query part;
    private final Query forgetBody;
    private final Query forgetParts;
    private final Query put;
    private final Query one;
    private final Query all;
    private final Query rekey;
    private final Query forget;
    private final Query begin;
    private final Query pending;
    private final Query ended;

    CassandraAttachments(Cql cql, Queries queries, Turns turns, String house) {
        this.cql = cql;
        this.turns = turns;
        this.house = house;
        String parts = "{data}.attachment_part";
        this.putPart = queries.write("INSERT INTO " + parts + " (house, id, body, no, sealed) VALUES (?, ?, ?, ?, ?)");
        this.part = queries.read("SELECT sealed FROM " + parts + " WHERE house = ? AND id = ? AND body = ? AND no = ?");
        this.forgetBody = queries.write("DELETE FROM " + parts + " WHERE house = ? AND id = ? AND body = ?");
        this.forgetParts = queries.write("DELETE FROM " + parts + " WHERE house = ? AND id = ?");
        String client = " WHERE house = ? AND pool = ? AND client = ?";
        this.put = queries.conditional("INSERT INTO {data}.attachment"
                + " (house, pool, client, id, at, body, parts, commitment, about, keys)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        this.one = queries.serialRead("SELECT * FROM {data}.attachment" + client + " AND id = ?");
        this.all = queries.serialRead("SELECT * FROM {data}.attachment" + client);
        this.rekey = queries.conditional("UPDATE {data}.attachment SET keys = ?" + client + " AND id = ? IF keys = ?");
        this.forget = queries.conditional("DELETE FROM {data}.attachment" + client + " AND id = ? IF EXISTS");
        this.begin = queries.write("INSERT INTO {data}.attachment_pending"
                + " (house, id, pool, client, at, once, channel, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        this.pending = queries.read("SELECT * FROM {data}.attachment_pending WHERE house = ?");
        this.ended = queries.write("DELETE FROM {data}.attachment_pending WHERE house = ? AND id = ?");
    }

    @Override
    public Future<Void> putPart(AttachmentId id, UUID body, int no, byte[] sealed) {
        return cql.write(putPart.bind(house, id.value(), body, no, ByteBuffer.wrap(sealed)));
    }

    @Override
    public Future<Optional<byte[]>> part(AttachmentId id, UUID body, int no) {
        return cql.one(part.bind(house, id.value(), body, no), row -> Cells.bytes(row.getByteBuffer("sealed")));
    }

    @Override
    public Future<Boolean> put(Attachment of) {
        return turn(
                of.pool(),
                of.client(),
                () -> cql.attempt(put.bind(
                                house,
                                of.pool().value(),
                                of.client().value(),
                                of.id().value(),
                                of.at(),
                                of.body(),
                                of.parts(),
                                of.commitment(),
                                Cells.buffer(of.about()),
                                cells(of.keys())))
                        .compose(attempt -> attempt.applied()
                                ? Future.succeededFuture(true)
                                : attachment(of.pool(), of.client(), of.id())
                                        .map(stored -> stored.filter(of::equals).isPresent())));
    }

    @Override
    public Future<Optional<Attachment>> attachment(PoolId pool, ClientId client, AttachmentId id) {
        return cql.one(one.bind(house, pool.value(), client.value(), id.value()), CassandraAttachments::attachment);
    }

    @Override
    public Future<List<Attachment>> attachments(PoolId pool, ClientId client) {
        return cql.all(all.bind(house, pool.value(), client.value()), CassandraAttachments::attachment);
    }

    @Override
    public Future<Boolean> rekey(Attachment before, Map<Purpose, Sealed> keys) {
        return turn(
                before.pool(),
                before.client(),
                () -> cql.attempt(rekey.bind(
                                cells(keys),
                                house,
                                before.pool().value(),
                                before.client().value(),
                                before.id().value(),
                                cells(before.keys())))
                        .compose(attempt -> attempt.applied()
                                ? Future.succeededFuture(true)
                                : attachment(before.pool(), before.client(), before.id())
                                        .map(stored -> stored.filter(
                                                        one -> one.keys().equals(keys))
                                                .isPresent())));
    }

    @Override
    public Future<Void> forget(PoolId pool, ClientId client, AttachmentId id) {
        return turn(
                pool,
                client,
                () -> cql.attempt(forget.bind(house, pool.value(), client.value(), id.value()))
                        .mapEmpty());
    }

    @Override
    public Future<Void> forgetBody(AttachmentId id, UUID body) {
        return cql.write(forgetBody.bind(house, id.value(), body));
    }

    @Override
    public Future<Void> forgetParts(AttachmentId id) {
        return cql.write(forgetParts.bind(house, id.value()));
    }

    @Override
    public Future<Void> begin(Pending of) {
        return cql.write(begin.bind(
                house,
                of.id().value(),
                of.pool().value(),
                of.client().value(),
                of.at(),
                of.once(),
                of.channel(),
                of.content()));
    }

    @Override
    public Future<List<Pending>> pending() {
        return cql.all(
                pending.bind(house),
                row -> new Pending(
                        id(row),
                        Cells.pool(row),
                        Cells.client(row),
                        row.getInstant("at"),
                        Cells.text(row, "once"),
                        Cells.text(row, "channel"),
                        Cells.text(row, "content")));
    }

    @Override
    public Future<Void> ended(AttachmentId id) {
        return cql.write(ended.bind(house, id.value()));
    }

    private <T> Future<T> turn(PoolId pool, ClientId client, Supplier<Future<T>> work) {
        return turns.take(new Partition(pool, client), work);
    }

    private static AttachmentId id(Row row) {
        return new AttachmentId(Objects.requireNonNull(row.getUuid("id")));
    }

    private static Attachment attachment(Row row) {
        Map<Purpose, Sealed> keys = new HashMap<>();
        Map<String, ByteBuffer> cells =
                Objects.requireNonNullElse(row.getMap("keys", String.class, ByteBuffer.class), Map.of());
        cells.forEach((purpose, wrap) -> keys.put(Cells.purpose(purpose), new Sealed(Cells.bytes(wrap))));
        return new Attachment(
                Cells.pool(row),
                Cells.client(row),
                id(row),
                row.getInstant("at"),
                Objects.requireNonNull(row.getUuid("body")),
                row.getInt("parts"),
                Cells.text(row, "commitment"),
                Cells.sealed(row, "about"),
                keys);
    }

    private static Map<String, ByteBuffer> cells(Map<Purpose, Sealed> keys) {
        Map<String, ByteBuffer> cells = new HashMap<>();
        keys.forEach((purpose, wrap) -> cells.put(purpose.id(), Cells.buffer(wrap)));
        return cells;
    }
}
