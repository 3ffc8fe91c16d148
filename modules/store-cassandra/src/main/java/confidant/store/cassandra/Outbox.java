package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.Delivery;
import confidant.model.MessageId;
import confidant.model.Purpose;
import confidant.store.ConversationStore.OutboxRow;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Leases and ends outbox rows. INVARIANT: a row is taken only while its message still counts as queued, so that an outbox
 * row which a long-lost replica brings back can never be sent again.
 */
final class Outbox {
    /** How a try ended. */
    record End(Delivery state, String reason, Instant notBefore) {}

    private record Entry(OutboxRow row, Optional<UUID> token) {}

    private final Cql cql;
    private final Turns turns;
    private final String house;
    private final Messages messages;
    private final Hints hints;
    private final OutboxStatements statements;
    private final Query pending;
    private final Query pendingForSure;
    private final Query one;
    private final Query oneForSure;

    Outbox(Cql cql, Queries queries, Turns turns, String house, Messages messages, Hints hints) {
        this.cql = cql;
        this.turns = turns;
        this.house = house;
        this.messages = messages;
        this.hints = hints;
        this.statements = new OutboxStatements(queries, house);
        String select = "SELECT seq, id, channel, purpose, state, attempts, owner, not_before, lease_until, lease_token"
                + " FROM {data}.conversation WHERE house = ? AND pool = ? AND client = ? AND kind = 1";
        this.pending = queries.read(select);
        this.pendingForSure = queries.serialRead(select);
        this.one = queries.read(select + " AND seq = ?");
        this.oneForSure = queries.serialRead(select + " AND seq = ?");
    }

    /** Sees every acknowledged append. */
    Future<List<OutboxRow>> pending(Ref ref) {
        return rows(pending, ref);
    }

    /** Also decides appends that went unanswered: none of them can appear after this. */
    Future<List<OutboxRow>> pendingForSure(Ref ref) {
        return rows(pendingForSure, ref);
    }

    private Future<List<OutboxRow>> rows(Query query, Ref ref) {
        return cql.all(
                query.bind(house, ref.pool().value(), ref.client().value()),
                row -> entry(ref, row).row());
    }

    private static Entry entry(Ref ref, Row row) {
        OutboxRow outbox = new OutboxRow(
                ref,
                row.getLong("seq"),
                new MessageId(row.getUuid("id")),
                Cells.channel(row),
                Cells.purpose(row),
                Delivery.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("owner"),
                row.getInstant("not_before"),
                Cells.instant(row, "lease_until"));
        return new Entry(outbox, Optional.ofNullable(row.getUuid("lease_token")));
    }

    private Future<Optional<Entry>> entry(Query query, Ref ref, long seq) {
        return cql.one(query.bind(house, ref.pool().value(), ref.client().value(), seq), row -> entry(ref, row));
    }

    Future<Optional<OutboxRow>> lease(Ref ref, long seq, String owner, Instant now, Instant until) {
        return turns.take(
                ref,
                () -> entry(one, ref, seq)
                        .compose(found -> found.map(Entry::row)
                                .filter(row -> free(row, now))
                                .map(row -> take(row, owner, until))
                                .orElseGet(() -> Future.succeededFuture(Optional.empty()))));
    }

    private static boolean free(OutboxRow row, Instant now) {
        return row.state() == Delivery.QUEUED
                || row.leaseUntil().map(end -> end.isBefore(now)).orElse(false);
    }

    private Future<Optional<OutboxRow>> take(OutboxRow row, String owner, Instant until) {
        UUID token = UUID.randomUUID();
        return cql.attempt(statements.lease(row, owner, until, token)).compose(attempt -> {
            if (attempt.applied()) {
                return Future.succeededFuture(Optional.of(taken(row, owner, until)));
            }
            return attempt.doubtful()
                    ? entry(oneForSure, row.conversation(), row.seq())
                            .map(entry -> entry.filter(now -> now.token().equals(Optional.of(token)))
                                    .map(Entry::row))
                    : Future.succeededFuture(Optional.empty());
        });
    }

    private static OutboxRow taken(OutboxRow row, String owner, Instant until) {
        return new OutboxRow(
                row.conversation(),
                row.seq(),
                row.id(),
                row.channel(),
                row.purpose(),
                Delivery.SENDING,
                row.attempts() + 1,
                owner,
                row.notBefore(),
                Optional.of(until));
    }

    Future<Boolean> settle(Ref ref, long seq, String owner, End end) {
        return turns.take(
                ref,
                () -> messages.id(ref, seq)
                        .compose(id ->
                                id.isEmpty() ? Future.succeededFuture(false) : settle(ref, seq, owner, end, id.get())));
    }

    private Future<Boolean> settle(Ref ref, long seq, String owner, End end, MessageId id) {
        return cql.attempt(statements.settle(ref, seq, owner, end))
                .compose(attempt ->
                        attempt.applied() ? Future.succeededFuture(true) : settledBefore(ref, seq, owner, end.state()))
                .compose(settled -> settled && end.state() != Delivery.QUEUED
                        ? hints.remove(ref, id).map(true)
                        : Future.succeededFuture(settled));
    }

    /** A repeat by the same owner is told the same again. */
    private Future<Boolean> settledBefore(Ref ref, long seq, String owner, Delivery state) {
        return messages.way(ref, seq).compose(way -> {
            boolean same = way.isPresent()
                    && way.get().state() == state
                    && way.get().settledBy().equals(Optional.of(owner));
            return same
                    ? entry(oneForSure, ref, seq)
                            .map(entry -> entry.map(found -> found.row().state() == Delivery.QUEUED)
                                    .orElse(true))
                    : Future.succeededFuture(false);
        });
    }

    Future<Integer> cancel(Ref ref, Purpose purpose, String reason) {
        return turns.take(
                ref,
                () -> pending(ref).compose(rows -> {
                    Future<Integer> cancelled = Future.succeededFuture(0);
                    for (OutboxRow row : rows) {
                        if (row.state() == Delivery.QUEUED && row.purpose().equals(purpose)) {
                            cancelled =
                                    cancelled.compose(sum -> cancel(row, reason).map(one -> sum + one));
                        }
                    }
                    return cancelled;
                }));
    }

    private Future<Integer> cancel(OutboxRow row, String reason) {
        return cql.attempt(statements.cancel(row, reason))
                .compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : messages.way(row.conversation(), row.seq())
                                .map(way -> way.filter(found -> found.state() == Delivery.CANCELLED)
                                        .isPresent()))
                .compose(done ->
                        done ? hints.remove(row.conversation(), row.id()).map(1) : Future.succeededFuture(0));
    }
}
