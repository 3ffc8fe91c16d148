package confidant.core.port;

import confidant.model.Lang;
import confidant.model.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The assistant: reads what it is handed, on the device, and proposes. It never writes, keeps nothing between calls and
 * is thread-safe. Calls take milliseconds of CPU: never on an event loop.
 */
public interface Advisor {

    /** The language and script of {@code text}; {@code usual} when the text does not tell. */
    Lang language(Personal<String> text, Lang usual);

    /**
     * The house's own answer to a question, if it is covered well enough.
     *
     * @return empty when no entry scores above the threshold of its language
     */
    Optional<Answer> answer(Personal<String> text, Lang lang);

    /**
     * A kind line that says that somebody will come, and that it is automated, plus a draft for the concierge where one
     * can be made.
     */
    Draft draft(Personal<String> text, Lang lang);

    /** Facts that the text states about its author. Sensitive kinds are never proposed. {@code today} resolves relative dates. */
    List<Spotted> spot(Personal<String> text, Lang lang, Instant now);

    /** The last question in the conversation that nobody has answered yet, newest message last. */
    Optional<Integer> openQuestion(List<Line> lines);

    /**
     * An answer from the house's own FAQ, already in {@code lang} and already saying that it is automated.
     *
     * @param faq the entry's id
     * @param confidence 0 to 1
     */
    record Answer(String faq, String text, double confidence) {}

    /** @param holding the "one moment" line; {@code draft} a proposal for the concierge, or empty */
    record Draft(String holding, Optional<String> draft) {}

    /**
     * @param kind a tag kind's id
     * @param value canonical form, see {@link confidant.model.Tag}
     * @param confidence 0 to 1
     */
    record Spotted(String kind, Personal<String> value, double confidence) {}

    /** One message as the assistant sees it. */
    record Line(boolean fromClient, Personal<String> text) {}
}
