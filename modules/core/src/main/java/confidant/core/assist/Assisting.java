package confidant.core.assist;

import confidant.core.Answer;
import confidant.core.Desk;
import confidant.core.House;
import confidant.core.conversation.Conversations.Line;
import confidant.core.conversation.Views;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.core.port.Advisor;
import confidant.core.tagging.CardView;
import confidant.core.tagging.Tagging.Shown;
import confidant.model.Author;
import confidant.model.ClientId;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The assistant beside the concierge. It falls silent in a conversation the moment a concierge writes there. */
public final class Assisting {
    private static final int LOOK_BACK = 20;
    private static final int HELPS = 3;

    private final House house;
    private final Directory directory;
    private final Views views;
    private final CardView cards;
    private final Advisor advisor;
    private final Focus focus;

    public Assisting(House house, Directory directory, Views views, CardView cards, Advisor advisor, Focus focus) {
        this.house = house;
        this.directory = directory;
        this.views = views;
        this.cards = cards;
        this.advisor = advisor;
        this.focus = focus;
    }

    /** A fact that helps now, with the purpose that lets it be used. */
    public record Help(String kind, Personal<String> value, Purpose purpose) {}

    /** A draft for the concierge. {@code source} is an FAQ entry's id or {@code intent}. */
    public record Draft(String id, Personal<String> text, String source) {}

    /** Three lines that bring a person up to date: last words, open question, what helps. */
    public record Brief(
            Optional<Personal<String>> lastWords,
            Optional<Personal<String>> openQuestion,
            List<Help> helps,
            Optional<Draft> draft) {}

    /** The brief of one conversation, from its latest words and what the client agreed to be known. */
    public Future<Answer<Brief>> brief(Desk desk, ClientId client) {
        return directory
                .require(desk.pool(), client)
                .compose(ref -> views.rule(desk.actor(), ref)
                        .compose(answer -> answer.match(
                                pass -> make(desk, ref).map(Answer.Done::new),
                                refused -> Future.succeededFuture(
                                        new Answer.Refused<Brief>(refused.rule(), refused.remedy())))));
    }

    private Future<Brief> make(Desk desk, Ref ref) {
        Future<Heard> lines = house.stores()
                .conversations()
                .before(ref, Long.MAX_VALUE, LOOK_BACK)
                .compose(messages -> heard(desk, ref, messages));
        Future<List<CardView.Part>> known = cards.parts(desk.actor(), ref);
        Future<Profile> profile = directory.profile(desk.actor(), ref);
        return Future.all(lines, known, profile)
                .compose(done -> house.worker()
                        .run(() -> brief(
                                lines.result(),
                                helps(known.result()),
                                profile.result().lang())));
    }

    /** @param confided whether the client's latest words are between them and the concierge */
    private record Heard(List<Line> lines, boolean confided) {}

    private Future<Heard> heard(Desk desk, Ref ref, List<StoredMessage> falling) {
        boolean confided = falling.stream()
                .filter(message -> message.author() == Author.CLIENT)
                .findFirst()
                .filter(Assisting::betweenUs)
                .isPresent();
        // What was said between us is not even opened for a brief.
        List<StoredMessage> rising = new ArrayList<>(
                falling.stream().filter(message -> !betweenUs(message)).toList());
        Collections.reverse(rising);
        return rising.isEmpty()
                ? Future.succeededFuture(new Heard(List.of(), confided))
                : views.open(desk.actor(), ref, rising).map(lines -> new Heard(lines, confided));
    }

    private static boolean betweenUs(StoredMessage message) {
        return message.purpose().equals(Purpose.CONFIDENCE);
    }

    private Brief brief(Heard heardSoFar, List<Help> helps, Lang usual) {
        List<Line> spoken = heardSoFar.lines.stream()
                .filter(line -> line.text().isPresent())
                .toList();
        // What people said; the assistant's "one moment" neither answers a question nor is worth repeating.
        List<Line> people = spoken.stream()
                .filter(line -> line.author() == Author.CLIENT || line.author() == Author.CONCIERGE)
                .toList();
        List<Advisor.Line> heard = people.stream()
                .map(line -> new Advisor.Line(
                        line.author() == Author.CLIENT, line.text().orElseThrow()))
                .toList();
        Optional<Personal<String>> last = people.isEmpty()
                ? Optional.empty()
                : people.get(people.size() - 1).text();
        Optional<Personal<String>> open =
                advisor.openQuestion(heard).map(at -> heard.get(at).text());
        return new Brief(last, open, helps, heardSoFar.confided ? Optional.empty() : draft(spoken, usual));
    }

    // A draft only while the client has the last word, or only automated words came after theirs.
    private Optional<Draft> draft(List<Line> spoken, Lang usual) {
        for (int i = spoken.size() - 1; i >= 0; i--) {
            Line line = spoken.get(i);
            if (line.author() == Author.CONCIERGE) {
                return Optional.empty();
            }
            if (line.author() == Author.CLIENT) {
                Personal<String> words = line.text().orElseThrow();
                Lang lang = advisor.language(words, usual);
                String id = "draft-" + line.seq();
                Optional<Advisor.Answer> known = advisor.answer(words, lang);
                // The draft first: the answer says that it is automated, which the concierge is not.
                return advisor.draft(words, lang)
                        .draft()
                        .or(() -> known.map(Advisor.Answer::text))
                        .map(text -> new Draft(
                                id,
                                Personal.of(text),
                                known.map(Advisor.Answer::faq).orElse("intent")));
            }
        }
        return Optional.empty();
    }

    private static List<Help> helps(List<CardView.Part> parts) {
        List<Shown> tags = parts.stream().flatMap(part -> part.tags().stream()).toList();
        return tags.stream()
                .filter(tag -> tag.value().isPresent())
                .sorted((a, b) -> b.since().compareTo(a.since()))
                .limit(HELPS)
                .map(tag -> new Help(tag.kind(), tag.value().orElseThrow(), tag.purpose()))
                .toList();
    }

    /**
     * Says which conversation a device of the concierge shows in front; the assistant leaves that one to the concierge.
     * Fails with {@code NotFound} for a client of another pool, who is not touched by it.
     */
    public Future<Void> focus(Desk desk, ClientId client, String device, boolean inFront) {
        // At once, so that what a device says counts in the order in which it was said.
        focus.set(desk, client, device, inFront);
        return directory
                .require(desk.pool(), client)
                .onFailure(unknown -> focus.set(desk, client, device, false))
                .mapEmpty();
    }

    /** The device is gone: nothing is in front there any more. */
    public void gone(Desk desk, String device) {
        focus.gone(desk, device);
    }
}
