package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.Author;
import confidant.model.Delivery;
import confidant.model.MessageId;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads messages. */
final class Messages {
    private final Cql cql;
    private final String house;
    private final Query after;
    private final Query before;
    private final Query id;
    private final Query way;
    private final Query happened;

    Messages(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        String select = "SELECT seq, id, author, channel, purpose, word, ref, at, content, client_key, state"
                + " FROM {data}.conversation WHERE house = ? AND pool = ? AND client = ? AND kind = 0";
        this.after = queries.read(select + " AND seq > ? LIMIT ?");
        this.before = queries.read(select + " AND seq < ? ORDER BY kind DESC, seq DESC, key DESC LIMIT ?");
        String one = " FROM {data}.conversation WHERE house = ? AND pool = ? AND client = ? AND kind = 0 AND seq = ?";
        this.id = queries.read("SELECT id" + one);
        this.happened = queries.serialRead("SELECT at_seq FROM {data}.conversation"
                + " WHERE house = ? AND pool = ? AND client = ? AND kind = 2 AND seq = 0 AND key = ?");
        this.way = queries.serialRead("SELECT state, settled_by" + one);
    }

    Future<List<StoredMessage>> after(Ref ref, long number, int limit) {
        return cql.all(after.bind(house, ref.pool().value(), ref.client().value(), number, limit), Messages::message);
    }

    Future<List<StoredMessage>> before(Ref ref, long number, int limit) {
        return cql.all(before.bind(house, ref.pool().value(), ref.client().value(), number, limit), Messages::message);
    }

    private static StoredMessage message(Row row) {
        return new StoredMessage(
                row.getLong("seq"),
                new MessageId(row.getUuid("id")),
                Author.valueOf(row.getString("author")),
                Cells.channel(row),
                Cells.purpose(row),
                row.getString("word"),
                row.getString("ref"),
                row.getInstant("at"),
                Cells.sealed(row, "content"),
                row.getString("client_key"),
                Delivery.valueOf(row.getString("state")));
    }

    /** The id never changes, so any read that finds it is good enough. */
    Future<Optional<MessageId>> id(Ref ref, long seq) {
        return cql.one(
                id.bind(house, ref.pool().value(), ref.client().value(), seq), row -> new MessageId(row.getUuid("id")));
    }

    /** Also decides appends that went unanswered. */
    Future<Optional<Long>> happened(Ref ref, String key) {
        String marker = AppendStatements.key(key);
        return cql.one(
                happened.bind(house, ref.pool().value(), ref.client().value(), marker), row -> row.getLong("at_seq"));
    }

    /** How the way out of a message stands. */
    record Way(Delivery state, Optional<String> settledBy) {}

    Future<Optional<Way>> way(Ref ref, long seq) {
        return cql.one(
                way.bind(house, ref.pool().value(), ref.client().value(), seq),
                row -> new Way(
                        Delivery.valueOf(row.getString("state")), Optional.ofNullable(row.getString("settled_by"))));
    }
}
