package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.Author;
import confidant.model.Channel;
import confidant.model.PoolId;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Ref;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.util.Optional;

/** The heads of conversations: the truth in each conversation, and a copy of a whole pool's side by side. */
final class Heads {
    private final Cql cql;
    private final String house;
    private final Gathering<PoolId> gathering;
    private final Query put;
    private final Query head;
    private final Query heads;

    Heads(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        this.gathering = new Gathering<>(cql);
        String columns = "client, last_seq, last_author, last_channel, last_at, human_at, client_at";
        // The number is the write time: of two copies the later number's stays, whichever arrives last.
        this.put = queries.write("UPDATE {data}.conversation_head USING TIMESTAMP ?"
                + " SET last_seq = ?, last_author = ?, last_channel = ?, last_at = ?, human_at = ?, client_at = ?"
                + " WHERE house = ? AND pool = ? AND client = ?");
        this.head = queries.serialRead("SELECT DISTINCT house, pool, " + columns
                + " FROM {data}.conversation WHERE house = ? AND pool = ? AND client = ?");
        this.heads = queries.read("SELECT " + columns + " FROM {data}.conversation_head WHERE house = ? AND pool = ?");
    }

    Future<Void> put(Ref ref, long seq, NewMessage message) {
        BoundStatement bound = put.bind(
                        seq, seq, message.author().name(), message.channel().name(), message.at())
                .setString(7, house)
                .setUuid(8, ref.pool().value())
                .setUuid(9, ref.client().value());
        if (message.author() == Author.CONCIERGE) {
            bound = bound.setInstant(5, message.at());
        } else if (message.author() == Author.CLIENT) {
            bound = bound.setInstant(6, message.at());
        }
        return gathering.write(ref.pool(), bound);
    }

    Future<Optional<Head>> head(Ref ref) {
        return cql.one(head.bind(house, ref.pool().value(), ref.client().value()), row -> row)
                .map(row -> row.filter(found -> !found.isNull("last_seq")).map(Heads::head));
    }

    Future<Void> heads(PoolId pool, Slices<Head> slices) {
        return cql.pour(heads.bind(house, pool.value()), Heads::head, slices);
    }

    private static Head head(Row row) {
        return new Head(
                Cells.client(row),
                row.getLong("last_seq"),
                Author.valueOf(row.getString("last_author")),
                Channel.valueOf(row.getString("last_channel")),
                row.getInstant("last_at"),
                Cells.instant(row, "human_at"),
                Cells.instant(row, "client_at"));
    }
}
