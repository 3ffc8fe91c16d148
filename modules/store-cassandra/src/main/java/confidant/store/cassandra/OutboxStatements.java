package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import confidant.model.Delivery;
import confidant.store.ConversationStore.OutboxRow;
import confidant.store.ConversationStore.Ref;
import java.time.Instant;
import java.util.UUID;

/** The conditional batches of the outbox, each of the outbox row and its message. */
final class OutboxStatements {
    private final String house;
    private final Query lease;
    private final Query stillQueued;
    private final Query again;
    private final Query end;
    private final Query show;
    private final Query cancel;

    OutboxStatements(Queries queries, String house) {
        this.house = house;
        String row = " WHERE house = ? AND pool = ? AND client = ? AND kind = 1 AND seq = ? AND key = ''";
        String message = " WHERE house = ? AND pool = ? AND client = ? AND kind = 0 AND seq = ? AND key = ''";
        // State and attempts together never come twice, so they name the row as it was read.
        String asRead = " IF state = ? AND attempts = ?";
        this.lease = queries.conditional("UPDATE {data}.conversation"
                + " SET state = 'SENDING', owner = ?, lease_until = ?, lease_token = ?, attempts = ?" + row + asRead);
        this.stillQueued = queries.conditional(
                "UPDATE {data}.conversation SET state = 'QUEUED'" + message + " IF state = 'QUEUED'");
        String held = " IF state = 'SENDING' AND owner = ?";
        this.again = queries.conditional("UPDATE {data}.conversation"
                + " SET state = 'QUEUED', owner = '', lease_until = null, lease_token = null, not_before = ?" + row
                + held);
        this.end = queries.conditional("DELETE FROM {data}.conversation" + row + held);
        this.show =
                queries.conditional("UPDATE {data}.conversation SET state = ?, reason = ?, settled_by = ?" + message);
        this.cancel = queries.conditional("DELETE FROM {data}.conversation" + row + asRead);
    }

    BatchStatement lease(OutboxRow row, String owner, Instant until, UUID token) {
        Ref ref = row.conversation();
        UUID pool = ref.pool().value();
        UUID client = ref.client().value();
        return batch(
                lease.bind(
                        owner,
                        until,
                        token,
                        row.attempts() + 1,
                        house,
                        pool,
                        client,
                        row.seq(),
                        row.state().name(),
                        row.attempts()),
                stillQueued.bind(house, pool, client, row.seq()));
    }

    BatchStatement settle(Ref ref, long seq, String owner, Outbox.End how) {
        UUID pool = ref.pool().value();
        UUID client = ref.client().value();
        BoundStatement change = how.state() == Delivery.QUEUED
                ? again.bind(how.notBefore(), house, pool, client, seq, owner)
                : end.bind(house, pool, client, seq, owner);
        return batch(change, show(ref, seq, how.state(), how.reason(), owner));
    }

    BatchStatement cancel(OutboxRow row, String reason) {
        Ref ref = row.conversation();
        return batch(
                cancel.bind(
                        house,
                        ref.pool().value(),
                        ref.client().value(),
                        row.seq(),
                        row.state().name(),
                        row.attempts()),
                show(ref, row.seq(), Delivery.CANCELLED, reason, ""));
    }

    private BoundStatement show(Ref ref, long seq, Delivery state, String reason, String by) {
        return show.bind(
                state.name(),
                reason,
                by,
                house,
                ref.pool().value(),
                ref.client().value(),
                seq);
    }

    private static BatchStatement batch(BoundStatement one, BoundStatement two) {
        return BatchStatement.newInstance(BatchType.LOGGED, one, two).setIdempotent(false);
    }
}
