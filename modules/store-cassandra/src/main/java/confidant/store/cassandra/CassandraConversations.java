package confidant.store.cassandra;

import confidant.model.Delivery;
import confidant.model.MessageId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.ConversationStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Conversations: one partition each, changed by one conditional batch at a time. */
final class CassandraConversations implements ConversationStore {
    private final Appends appends;
    private final Messages messages;
    private final Resealing resealing;
    private final Forgetting forgetting;
    private final Heads heads;
    private final Outbox outbox;
    private final Hints hints;

    CassandraConversations(Cql cql, Queries queries, Turns turns, String house, Clock clock) {
        this.messages = new Messages(cql, queries, house);
        this.resealing = new Resealing(cql, queries, turns, house);
        this.heads = new Heads(cql, queries, house);
        this.forgetting = new Forgetting(cql, queries, turns, house, heads);
        this.hints = new Hints(cql, queries, house, clock);
        this.outbox = new Outbox(cql, queries, turns, house, messages, hints);
        this.appends = new Appends(cql, queries, turns, house, heads, hints);
    }

    @Override
    public Future<Appended> append(Ref conversation, NewMessage message) {
        return appends.append(conversation, message);
    }

    @Override
    public Future<Optional<Long>> happened(Ref conversation, String key) {
        return messages.happened(conversation, key);
    }

    @Override
    public Future<Boolean> reseal(Ref conversation, long seq, MessageId id, Purpose from, Purpose to, Sealed text) {
        return resealing.reseal(conversation, seq, id, from, to, text);
    }

    @Override
    public Future<Void> forget(Ref conversation, long upTo) {
        return forgetting.forget(conversation, upTo);
    }

    @Override
    public Future<List<StoredMessage>> after(Ref conversation, long after, int limit) {
        return messages.after(conversation, after, limit);
    }

    @Override
    public Future<List<StoredMessage>> before(Ref conversation, long before, int limit) {
        return messages.before(conversation, before, limit);
    }

    @Override
    public Future<Optional<Head>> head(Ref conversation) {
        return heads.head(conversation);
    }

    @Override
    public Future<Void> heads(PoolId pool, Slices<Head> slices) {
        return heads.heads(pool, slices);
    }

    @Override
    public Future<List<OutboxRow>> pending(Ref conversation) {
        return outbox.pending(conversation);
    }

    @Override
    public Future<List<Ref>> mayBePending(int shard) {
        return hints.mayBePending(shard, outbox::pendingForSure);
    }

    @Override
    public int shards() {
        return Hints.SHARDS;
    }

    @Override
    public Future<Optional<OutboxRow>> lease(Ref conversation, long seq, String owner, Instant now, Instant until) {
        return outbox.lease(conversation, seq, owner, now, until);
    }

    @Override
    public Future<Boolean> settle(
            Ref conversation, long seq, String owner, Delivery state, String reason, Instant notBefore) {
        return outbox.settle(conversation, seq, owner, new Outbox.End(state, reason, notBefore));
    }

    @Override
    public Future<Integer> cancel(Ref conversation, Purpose purpose, String reason) {
        return outbox.cancel(conversation, purpose, reason);
    }
}
