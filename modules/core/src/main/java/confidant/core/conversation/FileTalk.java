package confidant.core.conversation;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.attachment.Attachments;
import confidant.core.attachment.FileLines;
import confidant.core.attachment.Upload;
import confidant.core.conversation.Conversations.Accepted;
import confidant.core.conversation.Writer.Words;
import confidant.core.conversation.Writer.Written;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.people.Directory;
import confidant.model.AttachmentId;
import confidant.model.Author;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.MessageId;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.AttachmentStore.Pending;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A concierge sends a picture or file. In the web chat it is part of the conversation; over a messaging app the client gets a
 * link to their own page instead, so that the file is not left with the app.
 */
public final class FileTalk {
    private static final int LONGEST = 5_000;
    private static final Duration REMEMBER = Duration.ofDays(8);

    private final House house;
    private final Gate gate;
    private final Directory directory;
    private final Writer writer;
    private final Conversations conversations;
    private final Attachments attachments;
    private final Phrases phrases;
    private final Function<Guest, Future<String>> link;

    /** @param link makes a link to a client's own page */
    public FileTalk(
            House house,
            Gate gate,
            Directory directory,
            Writer writer,
            Conversations conversations,
            Attachments attachments,
            Phrases phrases,
            Function<Guest, Future<String>> link) {
        this.house = house;
        this.gate = gate;
        this.directory = directory;
        this.writer = writer;
        this.conversations = conversations;
        this.attachments = attachments;
        this.phrases = phrases;
        this.link = link;
    }

    /**
     * Sends a file with words beside it, which may be empty. The same key again gives the answer of its first use.
     *
     * @return {@code NotFound} for a client of another pool
     */
    public Future<Answer<Accepted>> send(
            Desk desk, ClientId client, String idempotencyKey, Personal<String> words, Upload upload) {
        if (words.reveal().length() > LONGEST) {
            return Future.failedFuture(new BadRequest("the words beside a file have up to 5,000 characters"));
        }
        Once once = new Once("reply/" + idempotencyKey, Optional.of(REMEMBER));
        return directory
                .require(desk.pool(), client)
                .compose(ref -> house.stores()
                        .conversations()
                        .happened(ref, once.key())
                        .compose(before -> before.isPresent()
                                ? conversations
                                        .before(ref, before.get(), MessageId.random())
                                        .map(Answer.Done::new)
                                : gate.ask(desk.actor(), Act.SEND, DataClass.ATTACHMENT, Purpose.SERVICE, ref)
                                        .compose(answer -> answer.match(
                                                pass -> send(desk, pass, ref, once, words, upload),
                                                refused -> Future.succeededFuture(new Answer.Refused<Accepted>(
                                                        refused.rule(), refused.remedy()))))));
    }

    private Future<Answer<Accepted>> send(
            Desk desk, Pass pass, Ref client, Once once, Personal<String> words, Upload upload) {
        AttachmentId id = AttachmentId.random();
        Pending pending = new Pending(id, client.pool(), client.client(), house.now(), once.key(), "", "");
        return attachments
                .begin(pending)
                .compose(begun -> attachments.keep(pass, id, upload))
                .compose(kept -> shown(client, words))
                .compose(text -> writer.write(
                        desk.actor(),
                        client,
                        new Words(
                                Author.CONCIERGE,
                                Purpose.SERVICE,
                                FileLines.KIND,
                                id.toString(),
                                text,
                                List.of(once),
                                OptionalLong.empty())))
                .compose(answer -> ended(client, id, answer).compose(done -> conversations.accepted(client, answer)));
    }

    private Future<Void> ended(Ref client, AttachmentId id, Answer<Written> answer) {
        boolean stored = answer.match(written -> written.appended() instanceof Appended.Stored, refused -> false);
        return stored ? attachments.ended(id) : attachments.discard(client, id);
    }

    private static Personal<String> together(Personal<String> words, Personal<String> told) {
        return Personal.of(words.reveal() + "\n\n" + told.reveal());
    }

    /** What the client reads: the words, and over an app where the file can be seen. */
    private Future<Personal<String>> shown(Ref client, Personal<String> words) {
        return directory
                .channel(client)
                .compose(channel -> channel == Channel.WEBCHAT
                        ? Future.succeededFuture(words)
                        : directory
                                .manner(client)
                                .compose(manner -> link.apply(new Guest(client.pool(), client.client()))
                                        .map(at -> phrases.file(manner.lang(), at))
                                        .map(told -> words.reveal().isBlank() ? told : together(words, told))));
    }
}
