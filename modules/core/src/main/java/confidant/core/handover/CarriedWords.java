package confidant.core.handover;

import confidant.core.Answer;
import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.attachment.Attachments;
import confidant.core.attachment.FileLines;
import confidant.core.audit.Notes;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.model.Actor;
import confidant.model.AttachmentId;
import confidant.model.Author;
import confidant.model.DataClass;
import confidant.model.Delivery;
import confidant.model.MessageId;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Takes messages along, opened and sealed anew for who the client is next. Only what was said for the service by people and
 * the assistant, and arrived: nothing that is between us, no greeting, no share, no notice of the house. Repeatable.
 */
final class CarriedWords {
    private static final int PAGE = 100;
    private static final Duration REMEMBER = Duration.ofDays(30);
    private static final Set<Author> PEOPLE = Set.of(Author.CLIENT, Author.CONCIERGE, Author.ASSISTANT);
    private static final Set<Delivery> ARRIVED =
            Set.of(Delivery.NONE, Delivery.SENT, Delivery.DELIVERED, Delivery.READ, Delivery.UNKNOWN);

    private final House house;
    private final Gate gate;
    private final Notes notes;
    private final Attachments attachments;

    CarriedWords(House house, Gate gate, Notes notes, Attachments attachments) {
        this.house = house;
        this.gate = gate;
        this.notes = notes;
        this.attachments = attachments;
    }

    /** The number of the last message. */
    Future<Long> last(Ref client) {
        return house.stores()
                .conversations()
                .head(client)
                .map(head -> head.map(one -> one.lastSeq()).orElse(0L));
    }

    /**
     * Takes what was said after a number along.
     *
     * @param all whether also what others said; else the client's own words only
     * @return the number of the last message that was looked at
     */
    Future<Long> carry(Ref from, Ref to, long after, boolean all) {
        return house.stores().conversations().after(from, after, PAGE).compose(page -> {
            if (page.isEmpty()) {
                return Future.succeededFuture(after);
            }
            long last = page.get(page.size() - 1).seq();
            List<StoredMessage> along =
                    page.stream().filter(message -> goes(message, all)).toList();
            return page(from, to, along).compose(done -> carry(from, to, last, all));
        });
    }

    private static boolean goes(StoredMessage message, boolean all) {
        return message.purpose().equals(Purpose.SERVICE)
                && PEOPLE.contains(message.author())
                && ARRIVED.contains(message.state())
                && (all || message.author() == Author.CLIENT);
    }

    private Future<Void> page(Ref from, Ref to, List<StoredMessage> along) {
        if (along.isEmpty()) {
            return Future.succeededFuture();
        }
        Actor before = Actor.of(from.client());
        Actor after = Actor.of(to.client());
        List<DataClass> words = List.of(DataClass.MESSAGE);
        return pass(before, Act.READ, DataClass.MESSAGE, from)
                .compose(reading -> pass(after, Act.RECEIVE, DataClass.MESSAGE, to)
                        .compose(keeping -> notes.passed("read", before, reading, words, along.size())
                                .compose(noted -> notes.passed("receive", after, keeping, words, along.size()))
                                .compose(noted -> each(reading, keeping, along, 0))));
    }

    // One after the other: their order is the conversation.
    private Future<Void> each(Pass reading, Pass keeping, List<StoredMessage> along, int at) {
        return at == along.size()
                ? Future.succeededFuture()
                : one(reading, keeping, along.get(at)).compose(done -> each(reading, keeping, along, at + 1));
    }

    private Future<Appended> one(Pass reading, Pass keeping, StoredMessage message) {
        return file(reading.client(), keeping.client(), message).compose(carried -> words(reading, keeping, message));
    }

    private Future<Void> file(Ref from, Ref to, StoredMessage message) {
        Optional<AttachmentId> file = FileLines.of(message);
        return file.isEmpty()
                ? Future.succeededFuture()
                : pass(Actor.of(from.client()), Act.READ, DataClass.ATTACHMENT, from)
                        .compose(reading -> pass(Actor.of(to.client()), Act.RECEIVE, DataClass.ATTACHMENT, to)
                                .compose(keeping -> attachments.carry(reading, keeping, file.get())));
    }

    private Future<Appended> words(Pass reading, Pass keeping, StoredMessage message) {
        MessageId id = MessageId.random();
        return gate.open(reading, "message", "text", message.id().toString(), 0, message.text())
                .compose(plain -> plain.isEmpty()
                        ? Future.succeededFuture(new Appended.Overtaken(0))
                        : gate.seal(keeping, "message", "text", id.toString(), 0, plain.get())
                                .map(box -> new NewMessage(
                                        id,
                                        message.author(),
                                        message.channel(),
                                        Purpose.SERVICE,
                                        message.kind(),
                                        message.ref(),
                                        message.at(),
                                        box,
                                        once(message),
                                        false,
                                        message.at(),
                                        OptionalLong.empty()))
                                .compose(fresh -> house.stores().conversations().append(keeping.client(), fresh)));
    }

    // What its sender called it comes along, so that it is known when it is sent again.
    private static List<Once> once(StoredMessage message) {
        List<Once> once = new ArrayList<>();
        if (!message.clientKey().isEmpty()) {
            once.add(new Once(message.clientKey(), Optional.of(REMEMBER)));
        }
        once.add(new Once("handover/" + message.seq(), Optional.of(REMEMBER)));
        return once;
    }

    private Future<Pass> pass(Actor actor, Act act, DataClass what, Ref client) {
        return gate.ask(actor, act, what, Purpose.SERVICE, client)
                .map((Answer<Pass> answer) -> answer.match(pass -> pass, refused -> {
                    throw new Conflict("the policy for keeping what clients say");
                }));
    }
}
