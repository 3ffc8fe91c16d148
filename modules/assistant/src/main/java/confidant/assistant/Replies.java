package confidant.assistant;

import confidant.core.port.Advisor.Draft;
import confidant.model.Lang;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The assistant's fixed lines in three languages. None repeats a word of the client's, so no personal value can slip
 * from a message into a draft.
 */
final class Replies {
    /** Below this, two neutral words are better than the wrong ones. */
    private static final double PLAUSIBLE_INTENT = 0.4;

    private static final double PLAUSIBLE_FAQ = 0.3;

    private final Map<String, Map<String, String>> lines =
            new Yaml(new SafeConstructor(new LoaderOptions())).load(Shelf.text("replies.yaml"));

    /** {@code answer} with the line that says who is speaking. */
    String automated(String answer, Lang lang) {
        return answer + "\n" + line("notice", lang);
    }

    Draft draft(Optional<FaqMatcher.Match> match, Intents.Read intent, Lang lang) {
        return new Draft(line("holding", lang), proposal(match, intent, lang));
    }

    private Optional<String> proposal(Optional<FaqMatcher.Match> match, Intents.Read intent, Lang lang) {
        boolean grave = intent.chance() >= PLAUSIBLE_INTENT
                && (intent.intent() == Intent.COMPLAINT
                        || intent.intent() == Intent.PRIVACY_DELETE
                        || intent.intent() == Intent.PRIVACY_STOP);
        if (!grave && match.isPresent() && match.get().score() >= PLAUSIBLE_FAQ) {
            return Optional.of(match.get().entry().answer(lang));
        }
        if (intent.chance() < PLAUSIBLE_INTENT || intent.intent() == Intent.SMALLTALK) {
            return Optional.empty();
        }
        return Optional.of(line(intent.intent().label(), lang));
    }

    private String line(String name, Lang lang) {
        String line = lines.getOrDefault(name, Map.of()).get(lang.tag());
        if (line == null) {
            throw new IllegalStateException("the line `" + name + "` is missing in " + lang.tag());
        }
        return line;
    }
}
