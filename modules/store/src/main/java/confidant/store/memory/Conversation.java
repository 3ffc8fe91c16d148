package confidant.store.memory;

import confidant.model.Author;
import confidant.model.Delivery;
import confidant.model.MessageId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.OutboxRow;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** One conversation in memory. Not thread-safe: used behind the gate. */
final class Conversation {
    private record Marker(long seq, Optional<Instant> expires) {}

    private final Ref ref;
    private final NavigableMap<Long, StoredMessage> messages = new TreeMap<>();
    private Optional<StoredMessage> last = Optional.empty();
    private final Map<MessageId, Long> numbers = new HashMap<>();
    private final Map<String, Marker> markers = new HashMap<>();
    private final NavigableMap<Long, OutboxRow> outbox = new TreeMap<>();
    private final Map<Long, String> settledBy = new HashMap<>();
    private Optional<Instant> humanAt = Optional.empty();
    private Optional<Instant> clientAt = Optional.empty();

    Conversation(Ref ref) {
        this.ref = ref;
    }

    Appended append(NewMessage message, Instant now) {
        Long before = numbers.get(message.id());
        if (before != null) {
            return new Appended.Stored(before);
        }
        for (Once once : message.once()) {
            Optional<Long> taken = happened(once.key(), now);
            if (taken.isPresent()) {
                return new Appended.Taken(once.key(), taken.get());
            }
        }
        long lastSeq = last.map(StoredMessage::seq).orElse(0L);
        if (message.onlyAfter().isPresent() && message.onlyAfter().getAsLong() != lastSeq) {
            return new Appended.Overtaken(lastSeq);
        }
        long seq = lastSeq + 1;
        numbers.put(message.id(), seq);
        StoredMessage stored = stored(seq, message, message.leaves() ? Delivery.QUEUED : Delivery.NONE);
        messages.put(seq, stored);
        last = Optional.of(stored);
        message.once()
                .forEach(once ->
                        markers.put(once.key(), new Marker(seq, once.keep().map(now::plus))));
        if (message.leaves()) {
            outbox.put(seq, queued(seq, message));
        }
        note(message);
        return new Appended.Stored(seq);
    }

    Optional<Long> happened(String key, Instant now) {
        return Optional.ofNullable(markers.get(key))
                .filter(marker -> marker.expires().map(now::isBefore).orElse(true))
                .map(Marker::seq);
    }

    boolean reseal(long seq, MessageId id, Purpose from, Purpose to, Sealed text) {
        StoredMessage message = messages.get(seq);
        if (message == null || !message.id().equals(id) || !message.purpose().equals(from)) {
            return false;
        }
        messages.put(seq, with(message, to, text, message.state()));
        return true;
    }

    void forget(long upTo) {
        messages.headMap(upTo, true).clear();
        outbox.headMap(upTo, true).clear();
        settledBy.keySet().removeIf(seq -> seq <= upTo);
    }

    private void note(NewMessage message) {
        if (message.author() == Author.CONCIERGE) {
            humanAt = Optional.of(message.at());
        }
        if (message.author() == Author.CLIENT) {
            clientAt = Optional.of(message.at());
        }
    }

    private static StoredMessage stored(long seq, NewMessage message, Delivery state) {
        String clientKey = message.once().isEmpty() ? "" : message.once().get(0).key();
        return new StoredMessage(
                seq,
                message.id(),
                message.author(),
                message.channel(),
                message.purpose(),
                message.kind(),
                message.ref(),
                message.at(),
                message.text(),
                clientKey,
                state);
    }

    private OutboxRow queued(long seq, NewMessage message) {
        return new OutboxRow(
                ref,
                seq,
                message.id(),
                message.channel(),
                message.purpose(),
                Delivery.QUEUED,
                0,
                "",
                message.notBefore(),
                Optional.empty());
    }

    Collection<StoredMessage> messages() {
        return messages.values();
    }

    Optional<Head> head() {
        return last.map(message -> new Head(
                ref.client(), message.seq(), message.author(), message.channel(), message.at(), humanAt, clientAt));
    }

    List<OutboxRow> pending() {
        return List.copyOf(outbox.values());
    }

    Optional<OutboxRow> lease(long seq, String owner, Instant now, Instant until) {
        OutboxRow row = outbox.get(seq);
        boolean free = row != null
                && (row.state() == Delivery.QUEUED
                        || row.leaseUntil().map(end -> end.isBefore(now)).orElse(false));
        if (row == null || !free) {
            return Optional.empty();
        }
        OutboxRow taken = with(row, Delivery.SENDING, row.attempts() + 1, owner, row.notBefore(), Optional.of(until));
        outbox.put(seq, taken);
        return Optional.of(taken);
    }

    boolean settle(long seq, String owner, Delivery state, Instant notBefore) {
        OutboxRow row = outbox.get(seq);
        if (row == null || row.state() != Delivery.SENDING || !row.owner().equals(owner)) {
            boolean before = owner.equals(settledBy.get(seq)) && state == stateOf(seq);
            return before && (row == null || row.state() == Delivery.QUEUED);
        }
        settledBy.put(seq, owner);
        if (state == Delivery.QUEUED) {
            outbox.put(seq, with(row, Delivery.QUEUED, row.attempts(), "", notBefore, Optional.empty()));
        } else {
            end(seq, state);
        }
        return true;
    }

    int cancel(Purpose purpose) {
        List<OutboxRow> meant = outbox.values().stream()
                .filter(row -> row.state() == Delivery.QUEUED && row.purpose().equals(purpose))
                .toList();
        meant.forEach(row -> end(row.seq(), Delivery.CANCELLED));
        return meant.size();
    }

    private void end(long seq, Delivery state) {
        outbox.remove(seq);
        messages.computeIfPresent(seq, (number, message) -> with(message, message.purpose(), message.text(), state));
    }

    private Delivery stateOf(long seq) {
        StoredMessage message = messages.get(seq);
        return message == null ? Delivery.NONE : message.state();
    }

    private static StoredMessage with(StoredMessage message, Purpose purpose, Sealed text, Delivery state) {
        return new StoredMessage(
                message.seq(),
                message.id(),
                message.author(),
                message.channel(),
                purpose,
                message.kind(),
                message.ref(),
                message.at(),
                text,
                message.clientKey(),
                state);
    }

    private static OutboxRow with(
            OutboxRow row, Delivery state, int attempts, String owner, Instant notBefore, Optional<Instant> until) {
        return new OutboxRow(
                row.conversation(),
                row.seq(),
                row.id(),
                row.channel(),
                row.purpose(),
                state,
                attempts,
                owner,
                notBefore,
                until);
    }
}
