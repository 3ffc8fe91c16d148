package confidant.core.conversation;

import confidant.core.Answer;
import confidant.core.Conflict;
import confidant.core.Desk;
import confidant.core.consent.Consents;
import confidant.core.consent.Consents.Given;
import confidant.core.consent.Consents.State;
import confidant.core.consent.StepRefused;
import confidant.core.conversation.Conversations.Accepted;
import confidant.core.conversation.Writer.Words;
import confidant.core.people.Directory;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Consent as it is talked about: what is asked in the chat, and what a client told their concierge aloud. A step is stored
 * before its message is written, each step has one message, and a step that is repeated makes good a message that is missing.
 */
public final class ConsentTalk {
    private static final Given ALOUD = new Given("aloud", "", Optional.empty());

    private final Conversations conversations;
    private final Directory directory;
    private final Writer writer;
    private final Consents consents;
    private final Phrases phrases;

    public ConsentTalk(
            Conversations conversations, Directory directory, Writer writer, Consents consents, Phrases phrases) {
        this.conversations = conversations;
        this.directory = directory;
        this.writer = writer;
        this.consents = consents;
        this.phrases = phrases;
    }

    /** Sends the request for one purpose into the chat. */
    public Future<Answer<Accepted>> ask(Desk desk, ClientId client, Purpose purpose) {
        return directory
                .require(desk.pool(), client)
                .compose(ref -> consents.request(ref, purpose, desk.actor())
                        .compose(event -> question(desk.actor(), ref, event, phrases::consentRequest))
                        .compose(answer -> conversations.accepted(ref, answer))
                        .recover(ConsentTalk::notNow));
    }

    /**
     * The client said yes aloud. It counts for nothing until they confirm it in their channel, where they are asked to: as the
     * answer to any other question, or on their page.
     */
    public Future<Answer<Accepted>> saidYes(Desk desk, ClientId client, Purpose purpose) {
        return directory
                .require(desk.pool(), client)
                .compose(ref -> consents.noteYes(ref, purpose, desk.actor(), ALOUD)
                        .compose(event -> question(desk.actor(), ref, event, phrases::confirmYes))
                        .compose(answer -> conversations.accepted(ref, answer))
                        .recover(failure -> notAloud(ref, purpose, failure)));
    }

    /**
     * The client took a yes back aloud, or said no: it counts at once, and then they are told so in their chat. Where it was a
     * no already, nothing is written.
     */
    public Future<State> saidNo(Desk desk, ClientId client, Purpose purpose) {
        return directory
                .require(desk.pool(), client)
                .compose(ref -> consents.withdrawTold(ref, purpose, desk.actor(), ALOUD)
                        .compose(event -> told(desk.actor(), ref, event)
                                .map(new State(purpose, event.status(), Optional.of(event.at()), event.until()))));
    }

    /** Asks the client anew after an officer's step {@code event}, since the notice has changed. */
    public Future<Void> askedAnew(Ref client, ConsentEvent event) {
        return question(Actor.assistant(), client, event, phrases::askedAnew).mapEmpty();
    }

    private Future<Answer<Writer.Written>> question(
            Actor actor, Ref ref, ConsentEvent event, BiFunction<Purpose, Lang, Personal<String>> words) {
        return write(actor, ref, event, "consent-request", words);
    }

    private Future<Void> told(Actor actor, Ref ref, ConsentEvent event) {
        return event.by() == Expressed.CONCIERGE
                ? write(actor, ref, event, "notice", phrases::notedNo).mapEmpty()
                : Future.succeededFuture();
    }

    private Future<Answer<Writer.Written>> write(
            Actor actor, Ref ref, ConsentEvent event, String kind, BiFunction<Purpose, Lang, Personal<String>> words) {
        Purpose purpose = event.purpose();
        Once once = new Once("consent-request/" + purpose.id() + "/" + event.seq(), Optional.empty());
        return directory
                .manner(ref)
                .map(manner -> words.apply(purpose, manner.lang()))
                .compose(text -> writer.write(
                        actor,
                        ref,
                        new Words(
                                Author.HOUSE,
                                Purpose.SERVICE,
                                kind,
                                purpose.id(),
                                text,
                                List.of(once),
                                OptionalLong.empty())));
    }

    // An open question, or a yes that stands, is no rule against asking but the state that the consent is in.
    private static Future<Answer<Accepted>> notNow(Throwable failure) {
        if (!(failure instanceof StepRefused refused)) {
            return Future.failedFuture(failure);
        }
        return Set.of("already-asked", "already-given").contains(refused.rule())
                ? Future.failedFuture(new Conflict("the consent for this purpose"))
                : Future.succeededFuture(new Answer.Refused<>(refused.rule(), refused.remedy()));
    }

    // After a no nobody may ask for a while. The client may still say so themselves, in their chat or on their page.
    private Future<Answer<Accepted>> notAloud(Ref ref, Purpose purpose, Throwable failure) {
        if (!(failure instanceof StepRefused refused)) {
            return Future.failedFuture(failure);
        }
        return refused.remedy().equals("ask-consent")
                ? consents.mayAsk(ref, purpose)
                        .map(may -> new Answer.Refused<>(refused.rule(), may ? refused.remedy() : "client-says"))
                : Future.succeededFuture(new Answer.Refused<>(refused.rule(), refused.remedy()));
    }
}
