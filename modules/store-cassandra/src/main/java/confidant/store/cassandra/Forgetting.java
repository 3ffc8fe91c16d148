package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import confidant.store.ConversationStore.Ref;
import confidant.store.StoreUnavailable;
import io.vertx.core.Future;

/**
 * Takes away the first messages of a conversation. Its rows are written by conditions only, so this is one as well: the last
 * number must be what was read, and is written again as it is.
 */
final class Forgetting {
    private static final int TRIES = 20;

    private final Cql cql;
    private final Turns turns;
    private final Heads heads;
    private final String house;
    private final Query stays;
    private final Query messages;
    private final Query outbox;

    Forgetting(Cql cql, Queries queries, Turns turns, String house, Heads heads) {
        this.cql = cql;
        this.turns = turns;
        this.house = house;
        this.heads = heads;
        String where = " WHERE house = ? AND pool = ? AND client = ?";
        this.stays = queries.conditional("UPDATE {data}.conversation SET last_seq = ?" + where + " IF last_seq = ?");
        this.messages = queries.conditional("DELETE FROM {data}.conversation" + where + " AND kind = 0 AND seq <= ?");
        this.outbox = queries.conditional("DELETE FROM {data}.conversation" + where + " AND kind = 1 AND seq <= ?");
    }

    Future<Void> forget(Ref ref, long upTo) {
        return turns.take(ref, () -> round(ref, upTo, TRIES));
    }

    // An unanswered try may have been carried out: the next does the same again, and no number is taken back.
    private Future<Void> round(Ref ref, long upTo, int tries) {
        return heads.head(ref)
                .compose(head -> head.isEmpty()
                        ? Future.succeededFuture()
                        : cql.attempt(batch(ref, upTo, head.get().lastSeq())).compose(attempt -> {
                            if (attempt.applied()) {
                                return Future.succeededFuture();
                            }
                            return tries > 1
                                    ? round(ref, upTo, tries - 1)
                                    : Future.failedFuture(new StoreUnavailable(
                                            "a conversation is written by too many at once", null));
                        }));
    }

    private BatchStatement batch(Ref ref, long upTo, long last) {
        return BatchStatement.builder(BatchType.LOGGED)
                .addStatement(
                        stays.bind(last, house, ref.pool().value(), ref.client().value(), last))
                .addStatement(
                        messages.bind(house, ref.pool().value(), ref.client().value(), upTo))
                .addStatement(
                        outbox.bind(house, ref.pool().value(), ref.client().value(), upTo))
                .setIdempotence(false)
                .build();
    }
}
