package confidant.store.cassandra;

import confidant.model.ClientId;
import confidant.model.MessageId;
import confidant.model.PoolId;
import confidant.store.ConversationStore.OutboxRow;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where something may have to leave. A hint is written before its message and removed after its message's end, so there
 * may be hints without a message but, once an append was acknowledged, no waiting message without a hint.
 */
final class Hints {
    static final int SHARDS = 16;

    /** No append takes longer between its hint and its message. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);
    private static final int LOOKS = 32;

    private record Hint(MessageId id, Ref ref, Instant at, long written) {}

    private final Cql cql;
    private final String house;
    private final Clock clock;
    private final Query put;
    private final Query remove;
    private final Query removeSeen;
    private final Query ofShard;
    private final Map<MessageId, Instant> looked = new HashMap<>();

    Hints(Cql cql, Queries queries, String house, Clock clock) {
        this.cql = cql;
        this.house = house;
        this.clock = clock;
        this.put = queries.write(
                "INSERT INTO {data}.outbox_hint (house, shard, id, pool, client, at) VALUES (?, ?, ?, ?, ?, ?)");
        String one = " WHERE house = ? AND shard = ? AND id = ?";
        this.remove = queries.write("DELETE FROM {data}.outbox_hint" + one);
        // Only what was seen goes, not what was written since.
        this.removeSeen = queries.write("DELETE FROM {data}.outbox_hint USING TIMESTAMP ?" + one);
        this.ofShard = queries.read("SELECT id, pool, client, at, writetime(at) AS written"
                + " FROM {data}.outbox_hint WHERE house = ? AND shard = ?");
    }

    static int shard(Ref ref) {
        return (int) (ref.client().value().getMostSignificantBits() >>> 32 & (SHARDS - 1));
    }

    Future<Void> put(Ref ref, MessageId id) {
        return cql.write(put.bind(
                house, shard(ref), id.value(), ref.pool().value(), ref.client().value(), clock.instant()));
    }

    Future<Void> remove(Ref ref, MessageId id) {
        return cql.write(remove.bind(house, shard(ref), id.value()));
    }

    /** The conversations of a shard that have hints; looks at some old hints by the way and removes the stale. */
    Future<List<Ref>> mayBePending(int shard, Function<Ref, Future<List<OutboxRow>>> pending) {
        return cql.all(
                        ofShard.bind(house, shard),
                        row -> new Hint(
                                new MessageId(row.getUuid("id")),
                                new Ref(new PoolId(row.getUuid("pool")), new ClientId(row.getUuid("client"))),
                                row.getInstant("at"),
                                row.getLong("written")))
                .compose(hints -> sweep(hints, pending)
                        .map(swept -> hints.stream().map(Hint::ref).distinct().toList()));
    }

    private Future<Void> sweep(List<Hint> hints, Function<Ref, Future<List<OutboxRow>>> pending) {
        Map<Ref, List<Hint>> old = toLookAt(hints).stream().collect(Collectors.groupingBy(Hint::ref));
        return Lanes.each(
                old.entrySet(),
                4,
                entry -> pending.apply(entry.getKey()).compose(rows -> {
                    Set<MessageId> waiting = rows.stream().map(OutboxRow::id).collect(Collectors.toSet());
                    List<Hint> stale = entry.getValue().stream()
                            .filter(hint -> !waiting.contains(hint.id()))
                            .toList();
                    return Lanes.each(stale, 4, this::removeSeen);
                }));
    }

    /** A message may wait for hours with good reason, so each old hint is looked at now and then only. */
    private synchronized List<Hint> toLookAt(List<Hint> hints) {
        Instant now = clock.instant();
        looked.values().removeIf(last -> last.plus(LOOK_AGAIN).isBefore(now));
        List<Hint> chosen = hints.stream()
                .filter(hint -> hint.at().plus(FRESH).isBefore(now))
                .filter(hint -> !looked.containsKey(hint.id()))
                .limit(LOOKS)
                .toList();
        chosen.forEach(hint -> looked.put(hint.id(), now));
        return chosen;
    }

    private Future<Void> removeSeen(Hint hint) {
        UUID id = hint.id().value();
        return cql.write(removeSeen.bind(hint.written(), house, shard(hint.ref()), id));
    }
}
