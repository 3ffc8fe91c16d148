package confidant.core.assist;

import confidant.core.House;
import confidant.core.conversation.InboxList;
import confidant.core.conversation.Writer;
import confidant.core.conversation.Writer.Words;
import confidant.core.people.Directory;
import confidant.core.people.Recent;
import confidant.core.port.Advisor;
import confidant.core.port.Advisor.Spotted;
import confidant.core.port.Bell;
import confidant.core.tagging.Proposals;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the assistant does with a new message: proposes tags; and where the concierge is not at hand answers what the house's
 * own FAQ covers, or says that somebody will come. Its words are stored only while the client's message is still the last
 * one, so a concierge who writes at the same moment, on whatever device, is never talked over.
 */
public final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final Duration REMEMBER = Duration.ofDays(8);
    // One «one moment» is kind, two in a row are not.
    private static final Duration HOLDING = Duration.ofMinutes(15);

    private final House house;
    private final Directory directory;
    private final Writer writer;
    private final Advisor advisor;
    private final Proposals proposals;
    private final InboxList inbox;
    private final Focus focus;
    private final Bell bell;
    /** When this node last said that somebody will come. */
    private final Recent<Ref, Instant> held = new Recent<>(20_000);

    public Answering(
            House house,
            Directory directory,
            Writer writer,
            Advisor advisor,
            Proposals proposals,
            InboxList inbox,
            Focus focus,
            Bell bell) {
        this.house = house;
        this.directory = directory;
        this.writer = writer;
        this.advisor = advisor;
        this.proposals = proposals;
        this.inbox = inbox;
        this.focus = focus;
        this.bell = bell;
    }

    /** A client has written something that is not for the assistant. */
    public void waits(Ref client) {
        inbox.waits(client, house.now());
    }

    /** Never fails: what goes wrong here costs a convenience, not a message. */
    public Future<Void> heard(Ref client, long seq, Personal<String> text) {
        inbox.waits(client, house.now());
        return directory
                .manner(client)
                .compose(manner -> house.worker().run(() -> read(manner.lang(), text)))
                .compose(read ->
                        proposals.propose(client, seq, read.spotted).compose(done -> speak(client, seq, text, read)))
                .recover(failure -> {
                    LOG.warn(
                            "assist.failed client={} cause={}",
                            client.client(),
                            failure.getClass().getSimpleName());
                    return Future.succeededFuture();
                });
    }

    private record Read(Lang lang, List<Spotted> spotted, Optional<Advisor.Answer> answer) {}

    private Read read(Lang usual, Personal<String> text) {
        Lang lang = advisor.language(text, usual);
        return new Read(lang, advisor.spot(text, lang, house.now()), advisor.answer(text, lang));
    }

    private Future<Void> speak(Ref client, long seq, Personal<String> text, Read read) {
        if (focus.on(client)) {
            bell.desk(client.pool(), client.client(), Bell.What.DRAFT, seq);
            return Future.succeededFuture();
        }
        if (read.answer.isEmpty() && heldLately(client)) {
            // The store would say no as well; not asking spares it a conditional write for every message of a burst.
            bell.desk(client.pool(), client.client(), Bell.What.DRAFT, seq);
            return Future.succeededFuture();
        }
        return house.stores().conversations().head(client).compose(head -> {
            if (head.isEmpty() || silent(head.get(), house.now())) {
                bell.desk(client.pool(), client.client(), Bell.What.DRAFT, seq);
                return Future.succeededFuture();
            }
            return read.answer.isPresent()
                    ? answer(client, seq, read.answer.get())
                    : hold(client, seq, text, read.lang);
        });
    }

    private Future<Void> answer(Ref client, long seq, Advisor.Answer answer) {
        Once once = new Once("assist/" + seq, Optional.of(REMEMBER));
        return say(client, seq, "answer", answer.faq(), Personal.of(answer.text()), once)
                .onSuccess(stored -> {
                    if (stored) {
                        inbox.answered(client);
                        bell.desk(client.pool(), client.client(), Bell.What.INBOX, seq);
                    }
                })
                .mapEmpty();
    }

    private Future<Void> hold(Ref client, long seq, Personal<String> text, Lang lang) {
        return house.worker()
                .run(() -> advisor.draft(text, lang))
                .compose(draft -> say(
                        client,
                        seq,
                        "holding",
                        "",
                        Personal.of(draft.holding()),
                        new Once("holding", Optional.of(HOLDING))))
                .onSuccess(stored -> {
                    if (stored) {
                        held.put(client, house.now());
                    }
                    bell.desk(client.pool(), client.client(), Bell.What.DRAFT, seq);
                })
                .mapEmpty();
    }

    private boolean heldLately(Ref client) {
        return held.get(client)
                .filter(at -> house.now().isBefore(at.plus(HOLDING)))
                .isPresent();
    }

    private Future<Boolean> say(Ref client, long seq, String kind, String ref, Personal<String> text, Once once) {
        Words words =
                new Words(Author.ASSISTANT, Purpose.SERVICE, kind, ref, text, List.of(once), OptionalLong.of(seq));
        return writer.write(Actor.assistant(), client, words)
                .map(answer ->
                        answer.match(written -> written.appended() instanceof Appended.Stored, refused -> false));
    }

    private static boolean silent(Head head, Instant now) {
        return InboxList.silent(head, now);
    }
}
