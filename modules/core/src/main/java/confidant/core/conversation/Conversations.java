package confidant.core.conversation;

import confidant.core.Answer;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.model.Author;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.Delivery;
import confidant.model.Lang;
import confidant.model.MessageId;
import confidant.model.Personal;
import confidant.model.Purpose;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Conversations as the concierge and the client see them. Every page read passes the gate and leaves one entry. */
public final class Conversations {

    /**
     * @param kind see {@code NewMessage.kind}; {@code ref} is the purpose of a consent request or the id of a shared piece
     * @param text empty when it can no longer be opened
     * @param clientKey what the sender's page called the message ({@code clientMessageId} or idempotency key); empty if none
     */
    public record Line(
            long seq,
            MessageId id,
            Author author,
            Channel channel,
            String kind,
            String ref,
            Instant at,
            Optional<Personal<String>> text,
            String clientKey,
            Delivery state) {}

    /** A page of a conversation with the rule that let it be read. */
    public record Page(List<Line> lines, long lastSeq, String rule) {}

    /** A row of the inbox. {@code waitingSince} is when the client's first unanswered word came. */
    public record InboxRow(
            ClientId client,
            Optional<Personal<String>> name,
            Channel channel,
            Lang lang,
            long lastSeq,
            Instant lastAt,
            Author lastAuthor,
            Optional<Instant> waitingSince,
            int promisedMinutes,
            boolean assistantSilent,
            boolean draftWaiting) {}

    public record Accepted(long seq, MessageId id, Delivery state, boolean duplicate) {}

    /**
     * The inbox, longest wait first, then latest first.
     *
     * @param cursor empty for the first page, then what the last page returned
     */
    public Future<Inbox> inbox(Desk desk, String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    public record Inbox(List<InboxRow> rows, int waiting, String next) {}

    /** Lines after (rising) a number; {@code NotFound} for a client of another pool. */
    public Future<Answer<Page>> after(Desk desk, ClientId client, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Lines before a number (rising within the page). */
    public Future<Answer<Page>> before(Desk desk, ClientId client, long before, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The concierge's reply: stored together with its outbox row; the assistant is silent from here on. */
    public Future<Answer<Accepted>> reply(Desk desk, ClientId client, String idempotencyKey, Personal<String> text) {
        throw new UnsupportedOperationException();
    }

    /** Sends the request for one purpose into the chat. */
    public Future<Answer<Accepted>> askConsent(Desk desk, ClientId client, Purpose purpose) {
        throw new UnsupportedOperationException();
    }

    /** The client's own view. */
    public Future<Page> after(Guest guest, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    public Future<Long> lastSeq(Guest guest) {
        throw new UnsupportedOperationException();
    }
}
