package confidant.core.privacy;

import confidant.core.Guest;
import confidant.core.assist.Answering;
import confidant.core.conversation.Writer;
import confidant.core.people.Directory;
import confidant.core.privacy.Obeying.Answer;
import confidant.core.reception.Arrivals;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.Channel;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.PolicyEngine;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Privacy in any text channel: what a client tells the house about their data is done before the message is acknowledged, and
 * answered after; all else goes to the assistant.
 */
public final class ChatPrivacy implements Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(ChatPrivacy.class);
    private static final Duration REMEMBER = Duration.ofDays(8);

    private final Commands commands;
    private final Obeying obeying;
    private final PrivacyDesk desk;
    private final Directory directory;
    private final Writer writer;
    private final Answering answering;
    private final Confiding confiding;

    public ChatPrivacy(
            PolicyEngine policy,
            Obeying obeying,
            PrivacyDesk desk,
            Directory directory,
            Writer writer,
            Answering answering,
            Confiding confiding) {
        this.commands = new Commands(policy);
        this.obeying = obeying;
        this.desk = desk;
        this.directory = directory;
        this.writer = writer;
        this.answering = answering;
        this.confiding = confiding;
    }

    /** A complaint is for the officer: of its words the conversation keeps only that there was one. */
    @Override
    public Kept kept(Personal<String> text) {
        Optional<Command> command = commands.in(text);
        if (command.filter(Command.Complaint.class::isInstance).isPresent()) {
            String only = text.reveal().strip().split("\\s*[:：]", 2)[0];
            return new Kept(Personal.of(only), Purpose.SERVICE);
        }
        boolean between = command.isEmpty() && BetweenUs.marks(text);
        return new Kept(text, between ? Purpose.CONFIDENCE : Purpose.SERVICE);
    }

    @Override
    public Future<Then> before(Ref client, Said said) {
        Optional<Command> command = commands.in(said.text());
        if (command.isEmpty() && BetweenUs.marksBefore(said.text())) {
            return confiding.before(client, said).map(found -> () -> {
                done(
                        client,
                        found ? confided(client, said, true) : answer(client, said, Answer.of(Replies::nothingBefore)));
            });
        }
        if (command.isEmpty() && BetweenUs.marks(said.text())) {
            // INVARIANT: what is said between us goes past the assistant: nothing of it is handed on from here.
            return Future.succeededFuture(() -> {
                answering.waits(client);
                done(client, confided(client, said, false));
            });
        }
        if (command.isEmpty()) {
            return Future.succeededFuture(() -> done(client, answering.heard(client, said.seq(), said.text())));
        }
        return obeying.obey(client, said, command.get())
                .map(answer -> () -> done(client, answer(client, said, answer)));
    }

    // Whoever took it back in the meantime is told that, and nothing of it.
    private Future<Void> confided(Ref client, Said said, boolean before) {
        return obeying.until(client, Purpose.CONFIDENCE)
                .compose(until -> until.isEmpty()
                        ? Future.succeededFuture()
                        : answer(client, said, lang -> obeying.confided(client, before, until.get(), lang)));
    }

    private Future<Void> answer(Ref client, Said said, Answer answer) {
        return directory
                .manner(client)
                .map(manner -> Tongue.of(said.text(), manner.lang(), said.channel() == Channel.WEBCHAT))
                .compose(answer::in)
                .compose(text -> say(client, "privacy/" + said.seq(), text));
    }

    private static void done(Ref client, Future<?> done) {
        done.onFailure(failure -> LOG.warn(
                "privacy.answer-failed client={} cause={}",
                client.client(),
                failure.getClass().getSimpleName()));
    }

    @Override
    public Future<Void> followed(Concierge concierge, Ref client) {
        Future<Lang> lang = directory.manner(client).map(Directory.Manner::lang);
        return lang.compose(spoken ->
                        desk.link(new Guest(client.pool(), client.client())).map(link -> Replies.welcome(link, spoken)))
                .compose(text -> say(client, "welcome", text));
    }

    private Future<Void> say(Ref client, String once, Personal<String> text) {
        Writer.Words words =
                Writer.Words.of(Author.HOUSE, Purpose.SERVICE, "notice", text, new Once(once, Optional.of(REMEMBER)));
        return writer.write(Actor.assistant(), client, words).mapEmpty();
    }
}
