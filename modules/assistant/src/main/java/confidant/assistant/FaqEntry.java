package confidant.assistant;

import confidant.model.Lang;
import java.util.List;
import java.util.Map;

/**
 * One thing that clients ask the house, and its answer.
 *
 * @param id lower-case letters, digits and hyphens
 * @param questions several ways to ask it, English and Chinese, in no order
 * @param answers one for every language of the house
 */
public record FaqEntry(String id, List<String> questions, Map<Lang, String> answers) {
    public FaqEntry {
        questions = List.copyOf(questions);
        answers = Map.copyOf(answers);
        if (answers.size() != Lang.values().length) {
            throw new IllegalArgumentException("an entry needs an answer in each language of the house");
        }
    }

    /** The answer in {@code lang}; there is always one. */
    public String answer(Lang lang) {
        return answers.getOrDefault(lang, "");
    }
}
