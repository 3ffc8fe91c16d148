package confidant.assistant;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The gate before every proposal: what touches health, religion, politics, sexuality, ethnicity, union membership or a
 * criminal record, and what was said in confidence. Broad on purpose: a tag missed costs little, a sensitive tag costs
 * trust. Immutable.
 */
final class Sensitive {
    private static final String ASIDE = "aside";

    private final Pattern special;
    private final Pattern aside;

    Sensitive() {
        var sections = Shelf.sections("sensitive.txt");
        aside = pattern(sections.getOrDefault(ASIDE, List.of()));
        special = pattern(sections.entrySet().stream()
                .filter(section -> !section.getKey().equals(ASIDE))
                .flatMap(section -> section.getValue().stream())
                .toList());
    }

    private static Pattern pattern(List<String> rows) {
        String english = words(rows, 0);
        String chinese = words(rows, 1);
        return Pattern.compile("(?<![a-z])(?:" + english + ")(?:s|'s)?(?![a-z])|" + chinese);
    }

    private static String words(List<String> rows, int side) {
        return rows.stream()
                .flatMap(row -> List.of(row.split("\\|")[side].split(",")).stream())
                .map(word -> Folding.fold(word.strip()))
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** Whether a clause touches a special kind of data. */
    boolean special(String folded) {
        return find(special.matcher(folded));
    }

    /** Whether a message asks for confidence, which covers all of it. */
    boolean confided(String folded) {
        return find(aside.matcher(folded));
    }

    private static boolean find(Matcher matcher) {
        return matcher.find();
    }
}
