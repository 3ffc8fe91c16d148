package confidant.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement of a message.
 *
 * @param plain as written, folded to half width
 * @param folded the same, offset by offset, in lower case and Simplified characters
 * @param asks whether it is a question
 */
record Clause(String plain, String folded, boolean asks) {
    private static final Pattern SENTENCE = Pattern.compile("[^.!?。!?;;\\n]*(?:\\.(?=[^\\s])[^.!?。;\\n]*)*[.!?。;\\n]*");
    /** Commas part statements, except inside a date or between a city and its country. */
    private static final Pattern CUT = Pattern.compile(
            "(?:,|、)(?! ?(?:19|20)[0-9]{2}\\b)(?! (?:[A-Z][a-z]+)(?:[.!?]|$))|，|~|—|\\s-\\s"
                    + "|\\b(?:but|although|though|however)\\b|但是|不过|不過|可是|只是|而且|另外|还有|還有"
                    + "|\\band (?=(?:i|my|we|our|i'm|i've|love|like|enjoy|live|am|also)\\b)",
            Pattern.CASE_INSENSITIVE);

    static List<Clause> split(String text) {
        List<Clause> clauses = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(Folding.plain(text));
        while (sentence.find()) {
            String whole = sentence.group().strip();
            // In `I love tea, do you?` the comma keeps the statement apart from the question.
            String[] parts = CUT.split(whole);
            for (int i = 0; i < parts.length; i++) {
                String part = parts[i].strip();
                if (!part.isEmpty()) {
                    clauses.add(new Clause(part, Folding.same(part), Questions.asks(part)));
                }
            }
        }
        return clauses;
    }
}
