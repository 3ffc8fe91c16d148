package confidant.core.privacy;

import confidant.core.Guest;
import confidant.core.House;
import confidant.core.assist.Answering;
import confidant.core.conversation.Phrases;
import confidant.core.conversation.Writer;
import confidant.core.people.Directory;
import confidant.core.privacy.PrivacyDesk.Letter;
import confidant.core.reception.Arrivals;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Privacy in any text channel: its words are obeyed before the message is acknowledged, all others go to the assistant. */
public final class ChatPrivacy implements Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(ChatPrivacy.class);
    private static final Duration REMEMBER = Duration.ofDays(8);

    private final House house;
    private final PrivacyDesk desk;
    private final Directory directory;
    private final Writer writer;
    private final Phrases phrases;
    private final Answering answering;

    public ChatPrivacy(
            House house, PrivacyDesk desk, Directory directory, Writer writer, Phrases phrases, Answering answering) {
        this.house = house;
        this.desk = desk;
        this.directory = directory;
        this.writer = writer;
        this.phrases = phrases;
        this.answering = answering;
    }

    @Override
    public Future<Void> before(Ref client, long seq, Optional<Personal<String>> text) {
        Optional<Words> word = text.flatMap(Words::in);
        return word.filter(w -> w == Words.STOP).isPresent()
                ? desk.stop(guest(client), "keyword").mapEmpty()
                : Future.succeededFuture();
    }

    @Override
    public void after(Ref client, long seq, Optional<Personal<String>> text) {
        if (text.isEmpty()) {
            return;
        }
        Optional<Words> word = Words.in(text.get());
        Future<?> done = word.isEmpty()
                ? answering.heard(client, seq, text.get())
                : lang(client)
                        .compose(lang -> word.get() == Words.STOP
                                ? say(client, "privacy/" + seq, phrases.stopped(lang))
                                : show(client, seq, lang));
        done.onFailure(failure -> LOG.warn(
                "privacy.answer-failed client={} cause={}",
                client.client(),
                failure.getClass().getSimpleName()));
    }

    @Override
    public Future<Void> followed(Concierge concierge, Ref client) {
        return lang(client)
                .compose(lang -> desk.link(guest(client)).map(link -> phrases.welcome(link, lang)))
                .compose(text -> say(client, "welcome", text));
    }

    private Future<Void> show(Ref client, long seq, Lang lang) {
        return desk.letter(guest(client))
                .compose(letter -> desk.link(guest(client)).map(link -> phrases.known(known(letter, lang), link, lang)))
                .compose(text -> say(client, "privacy/" + seq, text));
    }

    private String known(Letter letter, Lang lang) {
        return letter.parts().stream()
                .filter(part -> part.purpose().basis() == Basis.CONSENT)
                .map(part -> "・" + part.purpose().title().get(lang) + ": "
                        + phrases.status(part.status().valid(), lang)
                        + values(part, lang))
                .collect(Collectors.joining("\n"));
    }

    private String values(PrivacyDesk.Part part, Lang lang) {
        if (!part.status().valid() && part.status() != ConsentStatus.EXPIRED) {
            return "";
        }
        String all = part.tags().stream()
                .filter(tag -> tag.value().isPresent())
                .map(tag -> title(tag.kind(), lang) + " "
                        + tag.value().orElseThrow().reveal())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : " (" + all + ")";
    }

    private String title(String kind, Lang lang) {
        return house.policy().tagKind(kind).map(k -> k.title().get(lang)).orElse(kind);
    }

    private Future<Lang> lang(Ref client) {
        return directory.manner(client).map(Directory.Manner::lang);
    }

    private Future<Void> say(Ref client, String once, Personal<String> text) {
        Writer.Words words =
                Writer.Words.of(Author.HOUSE, Purpose.SERVICE, "notice", text, new Once(once, Optional.of(REMEMBER)));
        return writer.write(Actor.assistant(), client, words).mapEmpty();
    }

    private static Guest guest(Ref client) {
        return new Guest(client.pool(), client.client());
    }
}
