package confidant.store.memory;

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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Conversations in memory. */
final class MemoryConversations implements ConversationStore {
    private static final int SHARDS = 16;

    private final Gate gate;
    private final Clock clock;
    private final Map<Ref, Conversation> conversations = new LinkedHashMap<>();

    MemoryConversations(Gate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Future<Appended> append(Ref conversation, NewMessage message) {
        return gate.pass(() ->
                conversations.computeIfAbsent(conversation, Conversation::new).append(message, clock.instant()));
    }

    @Override
    public Future<Optional<Long>> happened(Ref conversation, String key) {
        return in(conversation, found -> found.happened(key, clock.instant()));
    }

    @Override
    public Future<Boolean> reseal(Ref conversation, long seq, MessageId id, Purpose from, Purpose to, Sealed text) {
        return in(conversation, found -> found.reseal(seq, id, from, to, text));
    }

    @Override
    public Future<Void> forget(Ref conversation, long upTo) {
        return in(conversation, found -> {
                    found.forget(upTo);
                    return true;
                })
                .mapEmpty();
    }

    @Override
    public Future<List<StoredMessage>> after(Ref conversation, long after, int limit) {
        return in(
                conversation,
                found -> found.messages().stream()
                        .filter(message -> message.seq() > after)
                        .limit(limit)
                        .toList());
    }

    @Override
    public Future<List<StoredMessage>> before(Ref conversation, long before, int limit) {
        return in(
                conversation,
                found -> found.messages().stream()
                        .filter(message -> message.seq() < before)
                        .sorted(Comparator.comparing(StoredMessage::seq).reversed())
                        .limit(limit)
                        .toList());
    }

    @Override
    public Future<Optional<Head>> head(Ref conversation) {
        return in(conversation, Conversation::head);
    }

    @Override
    public Future<Void> heads(PoolId pool, Slices<Head> slices) {
        return gate.pour(
                () -> conversations.entrySet().stream()
                        .filter(entry -> entry.getKey().pool().equals(pool))
                        .flatMap(entry -> entry.getValue().head().stream())
                        .toList(),
                slices);
    }

    @Override
    public Future<List<OutboxRow>> pending(Ref conversation) {
        return in(conversation, Conversation::pending);
    }

    @Override
    public Future<List<Ref>> mayBePending(int shard) {
        return gate.pass(() -> conversations.entrySet().stream()
                .filter(entry -> Math.floorMod(entry.getKey().client().hashCode(), SHARDS) == shard)
                .filter(entry -> !entry.getValue().pending().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
    }

    @Override
    public int shards() {
        return SHARDS;
    }

    @Override
    public Future<Optional<OutboxRow>> lease(Ref conversation, long seq, String owner, Instant now, Instant until) {
        return in(conversation, found -> found.lease(seq, owner, now, until));
    }

    @Override
    public Future<Boolean> settle(
            Ref conversation, long seq, String owner, Delivery state, String reason, Instant notBefore) {
        return in(conversation, found -> found.settle(seq, owner, state, notBefore));
    }

    @Override
    public Future<Integer> cancel(Ref conversation, Purpose purpose, String reason) {
        return in(conversation, found -> found.cancel(purpose));
    }

    private <T> Future<T> in(Ref conversation, Function<Conversation, T> act) {
        return gate.pass(() -> act.apply(conversations.getOrDefault(conversation, new Conversation(conversation))));
    }
}
