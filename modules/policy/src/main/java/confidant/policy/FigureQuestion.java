package confidant.policy;

import confidant.model.Lang;
import confidant.model.Purpose;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A question that managers may ask.
 *
 * @param of the purpose that is counted, for what is counted by purpose
 * @param purpose under which the house counts; never one that rests on consent
 * @param title per language, never empty
 */
public record FigureQuestion(
        String id, Counted counted, Optional<Purpose> of, Purpose purpose, Map<Lang, String> title) {

    /** What the program can count. INVARIANT: each client stands in one cell of it at most. */
    public enum Counted {
        CONCIERGE,
        CHANNEL,
        LAST_WORD,
        CONSENT,
        SENT,
        OPEN;

        /** The word in {@code figures.yaml}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean byPurpose() {
            return this == CONSENT || this == SENT;
        }
    }

    /** What is asked, whatever it is called: under another id it is the same question, with the same answer. */
    public String what() {
        return counted.word() + of.map(purpose -> "." + purpose.id()).orElse("");
    }
}
