package confidant.store;

import confidant.model.Author;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.Delivery;
import confidant.model.MessageId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Conversations: one per client, an append-only run of messages numbered 1, 2, 3 ... without gaps, and in the same
 * partition the markers that make an act happen once and the outbox rows of what is to leave.
 */
public interface ConversationStore {

    /** Where a conversation lives. */
    record Ref(PoolId pool, ClientId client) {}

    /**
     * Something that may happen once.
     *
     * @param key for example {@code line/main/01HX...}, {@code greeting/birthday/2026}, {@code share/<piece>}, {@code cap/share/2026-11-22}
     * @param keep how long it is remembered; empty for ever
     */
    record Once(String key, Optional<Duration> keep) {}

    /**
     * A message to append.
     *
     * @param purpose whose key seals {@code text} (slot {@code message}/{@code text}/message id, version 0)
     * @param kind a fixed word: {@code text}, {@code other}, {@code notice}, {@code consent-request}, {@code greeting}, {@code share}
     * @param ref what {@code kind} refers to, not personal: a purpose for a consent request, a piece id for a share; or empty
     * @param once all of these must be new, or nothing is stored
     * @param leaves whether it has to be carried out over {@code channel}: it then starts {@link Delivery#QUEUED}
     * @param notBefore when it may leave at the earliest
     * @param onlyAfter if present, the append happens only while the last number of the conversation is this one
     */
    record NewMessage(
            MessageId id,
            Author author,
            Channel channel,
            Purpose purpose,
            String kind,
            String ref,
            Instant at,
            Sealed text,
            List<Once> once,
            boolean leaves,
            Instant notBefore,
            OptionalLong onlyAfter) {
        public NewMessage {
            once = List.copyOf(once);
        }
    }

    /** What became of an append. */
    sealed interface Appended {
        /** Stored under this number. */
        record Stored(long seq) implements Appended {}

        /** {@code key} had happened before, with the message of this number; nothing was stored. */
        record Taken(String key, long seq) implements Appended {}

        /** {@code onlyAfter} did not hold: the conversation is at {@code lastSeq} now; nothing was stored. */
        record Overtaken(long lastSeq) implements Appended {}
    }

    /**
     * Appends atomically: number, message, once-markers and outbox row come into being together or not at all. Two
     * concurrent appends get different numbers; the caller never has to retry for that. A repeat with the same message id
     * (within 30 days, and while its once-keys are remembered if it has any) stores nothing and answers
     * {@link Appended.Stored} with the first try's number.
     */
    Future<Appended> append(Ref conversation, NewMessage message);

    /**
     * A stored message.
     *
     * @param clientKey the once-key of index 0, if any: what the sender called it
     * @param state never goes backwards
     */
    record StoredMessage(
            long seq,
            MessageId id,
            Author author,
            Channel channel,
            Purpose purpose,
            String kind,
            String ref,
            Instant at,
            Sealed text,
            String clientKey,
            Delivery state) {}

    /** The number of the message with which {@code key} happened, while it is remembered; empty if it did not. */
    Future<Optional<Long>> happened(Ref conversation, String key);

    /**
     * Puts {@code text}, sealed for another purpose, in the place of a message's words.
     *
     * @param id of the message {@code seq}
     * @return false, and nothing is changed, when the message is not, or no longer, kept for {@code from}
     */
    Future<Boolean> reseal(Ref conversation, long seq, MessageId id, Purpose from, Purpose to, Sealed text);

    /**
     * Takes away the messages with numbers up to {@code upTo}, and the outbox rows of their way out. Later ones keep their
     * numbers, the next one goes on after the last, and what happened once stays remembered. Repeating it is harmless.
     */
    Future<Void> forget(Ref conversation, long upTo);

    /** Messages with numbers above {@code after}, rising, at most {@code limit}. */
    Future<List<StoredMessage>> after(Ref conversation, long after, int limit);

    /** Messages with numbers below {@code before}, falling, at most {@code limit}. */
    Future<List<StoredMessage>> before(Ref conversation, long before, int limit);

    /**
     * How a conversation stands.
     *
     * @param lastSeq 0 when nothing was said
     * @param humanAt when a concierge last wrote
     * @param clientAt when the client last wrote
     */
    record Head(
            ClientId client,
            long lastSeq,
            Author lastAuthor,
            Channel channel,
            Instant lastAt,
            Optional<Instant> humanAt,
            Optional<Instant> clientAt) {}

    /** Empty when nothing was ever said. */
    Future<Optional<Head>> head(Ref conversation);

    /** The heads of all conversations of a pool in which something was said. */
    Future<Void> heads(PoolId pool, Slices<Head> slices);

    /**
     * An outbox row.
     *
     * @param attempts how often a worker has taken it
     * @param leaseUntil until when {@code owner} holds it; in state {@link Delivery#SENDING} only
     */
    record OutboxRow(
            Ref conversation,
            long seq,
            MessageId id,
            Channel channel,
            Purpose purpose,
            Delivery state,
            int attempts,
            String owner,
            Instant notBefore,
            Optional<Instant> leaseUntil) {}

    /** The rows of one conversation that have not come to an end (queued or sending), rising by number. */
    Future<List<OutboxRow>> pending(Ref conversation);

    /** Conversations that may have pending rows, from all nodes; some may turn out to have none. */
    Future<List<Ref>> mayBePending(int shard);

    /** Number of shards for {@link #mayBePending}. */
    int shards();

    /**
     * Takes a row to send it: succeeds if it is queued, or if it is {@link Delivery#SENDING} and its lease ran out before
     * {@code now}.
     *
     * @return the row as taken, or empty if somebody else has it or it has ended
     */
    Future<Optional<OutboxRow>> lease(Ref conversation, long seq, String owner, Instant now, Instant until);

    /**
     * Ends a try: {@code state} is {@link Delivery#QUEUED} (again, not before {@code notBefore}), {@link Delivery#SENT},
     * {@link Delivery#FAILED}, {@link Delivery#UNKNOWN} or {@link Delivery#CANCELLED}. The message shows the same state.
     *
     * @param reason a fixed word for the last three; otherwise empty
     * @return false when {@code owner} no longer holds it; nothing was changed
     */
    Future<Boolean> settle(Ref conversation, long seq, String owner, Delivery state, String reason, Instant notBefore);

    /**
     * Cancels every queued row of one purpose.
     *
     * @return how many were cancelled
     */
    Future<Integer> cancel(Ref conversation, Purpose purpose, String reason);
}
