package confidant.assistant;

import confidant.core.port.Advisor;
import confidant.model.Lang;
import confidant.model.Personal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The assistant on OpenNLP and ICU4J. Trains its small models from the project's own lines when it is made, which takes
 * a second or two: make one per process, off the event loop. Afterwards immutable, thread-safe and deterministic;
 * a call takes milliseconds. Keeps and logs nothing of what it reads.
 */
public final class OpenNlpAdvisor implements Advisor {
    /** What is longer is a document, not talk: its start must do, and nothing is answered from a book. */
    private static final int LONGEST = 2_000;

    private final Languages languages = new Languages();
    private final Replies replies = new Replies();
    private final Intents intents = new Intents();
    private final HandOver handOver = new HandOver(intents);
    private final FaqMatcher faq;
    private final TagSpotter spotter;

    /**
     * @param faq what the house answers by itself, for example {@link Faq#sample()} or {@link Faq#read}
     * @param zone where the house is: says which day `tomorrow` is
     */
    public OpenNlpAdvisor(Faq faq, ZoneId zone) {
        Places places = new Places();
        this.faq = new EvidenceMatcher(faq, new Terms(places));
        this.spotter = new TagSpotter(places, zone);
    }

    @Override
    public Lang language(Personal<String> text, Lang usual) {
        return languages.of(start(text), usual);
    }

    @Override
    public Optional<Answer> answer(Personal<String> text, Lang lang) {
        String words = start(text);
        if (words.length() < text.reveal().length()) {
            return Optional.empty();
        }
        return faq.best(words)
                .filter(FaqMatcher.Match::sure)
                .filter(match -> !handOver.needsPerson(words))
                .map(match -> new Answer(
                        match.entry().id(),
                        replies.automated(match.entry().answer(lang), lang),
                        Math.min(1, match.score())));
    }

    @Override
    public Draft draft(Personal<String> text, Lang lang) {
        String words = start(text);
        return replies.draft(faq.best(words), intents.of(words), lang);
    }

    @Override
    public List<Spotted> spot(Personal<String> text, Lang lang, Instant now) {
        return spotter.spot(text.reveal(), lang, now);
    }

    @Override
    public Optional<Integer> openQuestion(List<Line> lines) {
        return Questions.open(lines);
    }

    private static String start(Personal<String> text) {
        String words = text.reveal();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }
}
