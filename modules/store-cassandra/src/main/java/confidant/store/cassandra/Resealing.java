package confidant.store.cassandra;

import confidant.model.MessageId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;

/** Puts the words of a message under another purpose, by one condition. */
final class Resealing {
    private final Cql cql;
    private final Turns turns;
    private final String house;
    private final Query reseal;
    private final Query words;

    Resealing(Cql cql, Queries queries, Turns turns, String house) {
        this.cql = cql;
        this.turns = turns;
        this.house = house;
        String message = " WHERE house = ? AND pool = ? AND client = ? AND kind = 0 AND seq = ? AND key = ''";
        this.reseal = queries.conditional(
                "UPDATE {data}.conversation SET purpose = ?, content = ?" + message + " IF id = ? AND purpose = ?");
        this.words = queries.serialRead("SELECT purpose, content FROM {data}.conversation" + message);
    }

    Future<Boolean> reseal(Ref ref, long seq, MessageId id, Purpose from, Purpose to, Sealed text) {
        return turns.take(
                ref,
                () -> cql.attempt(reseal.bind(
                                to.id(),
                                Cells.buffer(text),
                                house,
                                ref.pool().value(),
                                ref.client().value(),
                                seq,
                                id.value(),
                                from.id()))
                        .compose(attempt -> attempt.applied() || !attempt.doubtful()
                                ? Future.succeededFuture(attempt.applied())
                                : stands(ref, seq, to, text)));
    }

    private Future<Boolean> stands(Ref ref, long seq, Purpose to, Sealed text) {
        return cql.one(
                        words.bind(house, ref.pool().value(), ref.client().value(), seq),
                        row -> Cells.purpose(row).equals(to)
                                && Cells.sealed(row, "content").equals(text))
                .map(found -> found.orElse(false));
    }
}
