package confidant.core.conversation;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.attachment.FileLine;
import confidant.core.conversation.Writer.Words;
import confidant.core.people.Directory;
import confidant.model.Author;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.Delivery;
import confidant.model.Lang;
import confidant.model.MessageId;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Conversations as the concierge and the client see them. Every page read passes the gate and leaves one entry. */
public final class Conversations {
    private static final int MOST = 200;
    private static final int LONGEST = 5000;
    private static final Duration REMEMBER = Duration.ofDays(8);

    private final House house;
    private final Directory directory;
    private final Views views;
    private final Writer writer;
    private final InboxList inbox;

    public Conversations(House house, Directory directory, Views views, Writer writer, InboxList inbox) {
        this.house = house;
        this.directory = directory;
        this.views = views;
        this.writer = writer;
        this.inbox = inbox;
    }

    /**
     * @param purpose why it is kept
     * @param kind see {@code NewMessage.kind}; {@code ref} is the purpose of a consent request or the id of a shared piece or file
     * @param text empty when it can no longer be opened
     * @param clientKey what the sender's page called the message ({@code clientMessageId} or idempotency key); empty if none
     */
    public record Line(
            long seq,
            MessageId id,
            Author author,
            Channel channel,
            Purpose purpose,
            String kind,
            String ref,
            Instant at,
            Optional<Personal<String>> text,
            String clientKey,
            Delivery state,
            Optional<FileLine> file) {}

    /** A page of a conversation with the rule that let it be read. */
    public record Page(List<Line> lines, long lastSeq, String rule) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

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

    /** What became of a reply. {@code duplicate} says that this idempotency key was used before. */
    public record Accepted(long seq, MessageId id, Delivery state, boolean duplicate) {}

    /** @param waiting number of clients who wait in the whole pool; {@code next} is empty on the last page */
    public record Inbox(List<InboxRow> rows, int waiting, String next) {}

    /**
     * The inbox, longest wait first, then latest first.
     *
     * @param cursor empty for the first page, then what the last page returned
     */
    public Future<Inbox> inbox(Desk desk, String cursor, int limit) {
        return inbox.page(desk, cursor, Math.min(limit, MOST));
    }

    /** Lines after (rising) a number; {@code NotFound} for a client of another pool. */
    public Future<Answer<Page>> after(Desk desk, ClientId client, long after, int limit) {
        return directory
                .require(desk.pool(), client)
                .compose(ref -> house.stores()
                        .conversations()
                        .after(ref, after, Math.min(limit, MOST))
                        .compose(messages -> page(desk, ref, messages)));
    }

    /** Lines before a number (rising within the page). */
    public Future<Answer<Page>> before(Desk desk, ClientId client, long before, int limit) {
        return directory
                .require(desk.pool(), client)
                .compose(ref -> house.stores()
                        .conversations()
                        .before(ref, before, Math.min(limit, MOST))
                        .compose(messages -> {
                            List<StoredMessage> rising = new ArrayList<>(messages);
                            Collections.reverse(rising);
                            return page(desk, ref, rising);
                        }));
    }

    /** The concierge's reply: stored together with its outbox row; the assistant is silent from here on. */
    public Future<Answer<Accepted>> reply(Desk desk, ClientId client, String idempotencyKey, Personal<String> text) {
        if (text.reveal().isBlank() || text.reveal().length() > LONGEST) {
            return Future.failedFuture(new BadRequest("a message has 1 to 5,000 characters"));
        }
        return directory.require(desk.pool(), client).compose(ref -> {
            Once once = new Once("reply/" + idempotencyKey, Optional.of(REMEMBER));
            Words words = Words.of(Author.CONCIERGE, Purpose.SERVICE, "text", text, once);
            return writer.write(desk.actor(), ref, words)
                    .onSuccess(done -> inbox.answered(ref))
                    .compose(answer -> accepted(ref, answer));
        });
    }

    /**
     * The client's own view: what they wrote and what has been sent to them. A message that is still leaving ends the page,
     * so that nothing is skipped by a reader who goes on from the last number.
     */
    public Future<Page> after(Guest guest, long after, int limit) {
        Ref ref = guest.ref();
        return house.stores()
                .conversations()
                .after(ref, after, Math.min(limit, MOST))
                .map(Conversations::arrived)
                .compose(messages -> messages.isEmpty()
                        ? Future.succeededFuture(List.<Line>of())
                        : views.open(guest.actor(), ref, messages))
                .compose(lines -> lastSeq(guest).map(last -> new Page(lines, last, "")));
    }

    public Future<Long> lastSeq(Guest guest) {
        return house.stores()
                .conversations()
                .head(guest.ref())
                .map(head -> head.map(ConversationStore.Head::lastSeq).orElse(0L));
    }

    private Future<Answer<Page>> page(Desk desk, Ref ref, List<StoredMessage> messages) {
        return views.rule(desk.actor(), ref)
                .compose(answer -> answer.match(
                        pass -> views.open(desk.actor(), ref, messages)
                                .compose(lines -> house.stores()
                                        .conversations()
                                        .head(ref)
                                        .map(head -> {
                                            long last = head.map(ConversationStore.Head::lastSeq)
                                                    .orElse(0L);
                                            return (Answer<Page>) new Answer.Done<>(new Page(lines, last, pass.rule()));
                                        })),
                        refused -> Future.succeededFuture(new Answer.Refused<Page>(refused.rule(), refused.remedy()))));
    }

    private static List<StoredMessage> arrived(List<StoredMessage> messages) {
        List<StoredMessage> arrived = new ArrayList<>();
        for (StoredMessage message : messages) {
            switch (message.state()) {
                case NONE, SENT, DELIVERED, READ -> arrived.add(message);
                case QUEUED, SENDING -> {
                    return arrived;
                }
                case FAILED, UNKNOWN, CANCELLED -> {
                    // It never reached the client, so it is no part of their view.
                }
            }
        }
        return arrived;
    }

    /** What the sender hears of something that was to be written. */
    Future<Answer<Accepted>> accepted(Ref ref, Answer<Writer.Written> answer) {
        return answer.match(
                written -> accepted(ref, written).map(Answer.Done::new),
                refused -> Future.succeededFuture(new Answer.Refused<Accepted>(refused.rule(), refused.remedy())));
    }

    // A repeated key gets the answer of its first use, as far as the message has come by now.
    private Future<Accepted> accepted(Ref ref, Writer.Written written) {
        if (written.appended() instanceof Appended.Stored stored) {
            return Future.succeededFuture(new Accepted(stored.seq(), written.id(), Delivery.QUEUED, false));
        }
        if (written.appended() instanceof Appended.Taken taken) {
            return before(ref, taken.seq(), written.id());
        }
        throw new IllegalStateException("a reply sets no condition on the last number");
    }

    /** What became of the message that a key was used for first; {@code id} where it is there no more. */
    Future<Accepted> before(Ref ref, long seq, MessageId id) {
        return house.stores()
                .conversations()
                .after(ref, seq - 1, 1)
                .map(found -> found.stream()
                        .filter(one -> one.seq() == seq)
                        .findFirst()
                        .map(first -> new Accepted(first.seq(), first.id(), first.state(), true))
                        .orElseGet(() -> new Accepted(seq, id, Delivery.UNKNOWN, true)));
    }
}
