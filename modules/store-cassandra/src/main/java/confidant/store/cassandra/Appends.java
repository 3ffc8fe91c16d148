package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Ref;
import confidant.store.StoreUnavailable;
import io.vertx.core.Future;
import java.time.Duration;

/**
 * Appends to conversations: one conditional batch moves the last number, stores the message, its once-markers and its
 * outbox row, or does nothing. The common append knows the last number and takes one round; one that does not learns it
 * from the refusal.
 */
final class Appends {
    /** No round begins later than this after the hint; {@link Hints} counts on it. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Cql cql;
    private final Turns turns;
    private final Heads heads;
    private final Hints hints;
    private final AppendStatements statements;
    private final LastNumbers lastNumbers = new LastNumbers();

    Appends(Cql cql, Queries queries, Turns turns, String house, Heads heads, Hints hints) {
        this.cql = cql;
        this.turns = turns;
        this.heads = heads;
        this.hints = hints;
        this.statements = new AppendStatements(queries, house);
    }

    Future<Appended> append(Ref ref, NewMessage message) {
        return turns.take(
                        ref,
                        () -> hinted(ref, message)
                                .compose(done -> round(ref, message, guess(ref, message), System.nanoTime())))
                .compose(appended -> kept(ref, message, appended));
    }

    /** A message that is to leave is announced before it is there, so that no sweep can miss it. */
    private Future<Void> hinted(Ref ref, NewMessage message) {
        return message.leaves() ? hints.put(ref, message.id()) : Future.succeededFuture();
    }

    private long guess(Ref ref, NewMessage message) {
        return message.onlyAfter().orElseGet(() -> lastNumbers.of(ref));
    }

    private Future<Appended> round(Ref ref, NewMessage message, long last, long begun) {
        return cql.attempt(batch(ref, message, last)).compose(attempt -> {
            if (attempt.applied()) {
                lastNumbers.note(ref, last + 1);
                return Future.succeededFuture(new Appended.Stored(last + 1));
            }
            return refused(ref, message, new Refusal(attempt.rows()), begun);
        });
    }

    private Future<Appended> refused(Ref ref, NewMessage message, Refusal refusal, long begun) {
        lastNumbers.note(ref, refusal.last());
        return refusal.outcome(message)
                .map(Future::succeededFuture)
                .orElseGet(() -> System.nanoTime() - begun > LONGEST.toNanos()
                        ? Future.failedFuture(
                                new StoreUnavailable("a conversation is written by too many at once", null))
                        : round(ref, message, refusal.last(), begun));
    }

    private BatchStatement batch(Ref ref, NewMessage message, long last) {
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.LOGGED)
                .addStatement(statements.advance(ref, message, last))
                .addStatement(statements.message(ref, message, last + 1));
        statements.markers(ref, message, last + 1).forEach(batch::addStatement);
        if (message.leaves()) {
            batch.addStatement(statements.outbox(ref, message, last + 1));
        }
        return batch.setIdempotence(false).build();
    }

    /** The head is a copy, so it follows; the append is acknowledged when it has, and a repeat writes it again. */
    private Future<Appended> kept(Ref ref, NewMessage message, Appended appended) {
        if (appended instanceof Appended.Stored stored) {
            return heads.put(ref, stored.seq(), message).map(appended);
        }
        return message.leaves() ? hints.remove(ref, message.id()).map(appended) : Future.succeededFuture(appended);
    }
}
