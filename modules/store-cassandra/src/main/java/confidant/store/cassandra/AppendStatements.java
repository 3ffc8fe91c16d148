package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import confidant.model.Author;
import confidant.model.Delivery;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import java.time.Duration;
import java.util.List;

/** The statements of one append's batch. */
final class AppendStatements {
    /** For so long a repeat of an append is known by its message id. */
    private static final Duration KNOWN = Duration.ofDays(30);

    private final String house;
    private final Query advance;
    private final Query message;
    private final Query marker;
    private final Query outbox;

    AppendStatements(Queries queries, String house) {
        this.house = house;
        this.advance = queries.conditional("UPDATE {data}.conversation"
                + " SET last_seq = ?, last_author = ?, last_channel = ?, last_at = ?, human_at = ?, client_at = ?"
                + " WHERE house = ? AND pool = ? AND client = ? IF last_seq = ?");
        this.message = queries.conditional("INSERT INTO {data}.conversation (house, pool, client, kind, seq, key,"
                + " id, author, channel, purpose, word, ref, at, content, client_key, state)"
                + " VALUES (?, ?, ?, 0, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.marker = queries.conditional("INSERT INTO {data}.conversation"
                + " (house, pool, client, kind, seq, key, id, at_seq) VALUES (?, ?, ?, 2, 0, ?, ?, ?)"
                + " IF NOT EXISTS USING TTL ?");
        this.outbox = queries.conditional("INSERT INTO {data}.conversation (house, pool, client, kind, seq, key,"
                + " id, channel, purpose, state, attempts, owner, not_before)"
                + " VALUES (?, ?, ?, 1, ?, '', ?, ?, ?, 'QUEUED', 0, '', ?)");
    }

    /** Moves the last number on from {@code last}, if it is still that. */
    BoundStatement advance(Ref ref, NewMessage message, long last) {
        BoundStatement bound = advance.bind()
                .setLong(0, last + 1)
                .setString(1, message.author().name())
                .setString(2, message.channel().name())
                .setInstant(3, message.at())
                .setString(6, house)
                .setUuid(7, ref.pool().value())
                .setUuid(8, ref.client().value());
        bound = last == 0 ? bound.setToNull(9) : bound.setLong(9, last);
        if (message.author() == Author.CONCIERGE) {
            return bound.setInstant(4, message.at());
        }
        return message.author() == Author.CLIENT ? bound.setInstant(5, message.at()) : bound;
    }

    BoundStatement message(Ref ref, NewMessage of, long seq) {
        return message.bind(
                house,
                ref.pool().value(),
                ref.client().value(),
                seq,
                of.id().value(),
                of.author().name(),
                of.channel().name(),
                of.purpose().id(),
                of.kind(),
                of.ref(),
                of.at(),
                Cells.buffer(of.text()),
                of.once().isEmpty() ? "" : of.once().get(0).key(),
                (of.leaves() ? Delivery.QUEUED : Delivery.NONE).name());
    }

    /**
     * The markers of a message, one at least: each names the message that set it, so that a repeated append knows its own
     * first try. A message that happens any number of times is marked by its id alone.
     */
    List<BoundStatement> markers(Ref ref, NewMessage message, long seq) {
        if (message.once().isEmpty()) {
            return List.of(marker(ref, identity(message), message, seq, Cells.ttl(KNOWN)));
        }
        return message.once().stream()
                .map(once -> marker(
                        ref,
                        key(once),
                        message,
                        seq,
                        once.keep().map(Cells::ttl).orElse(0)))
                .toList();
    }

    private BoundStatement marker(Ref ref, String key, NewMessage message, long seq, int ttl) {
        return marker.bind(
                house,
                ref.pool().value(),
                ref.client().value(),
                key,
                message.id().value(),
                seq,
                ttl);
    }

    BoundStatement outbox(Ref ref, NewMessage of, long seq) {
        return outbox.bind(
                house,
                ref.pool().value(),
                ref.client().value(),
                seq,
                of.id().value(),
                of.channel().name(),
                of.purpose().id(),
                of.notBefore());
    }

    static String identity(NewMessage message) {
        return "id/" + message.id();
    }

    static String key(Once once) {
        return key(once.key());
    }

    static String key(String once) {
        return "once/" + once;
    }
}
