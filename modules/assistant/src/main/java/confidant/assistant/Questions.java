package confidant.assistant;

import confidant.core.port.Advisor.Line;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells questions from statements, and finds the one that still waits for an answer. Pure. */
final class Questions {
    private static final Pattern MARK = Pattern.compile("[?？]");
    private static final Pattern CHINESE = Pattern.compile("(?:吗|呢)(?=[\\s!。.~～,，]|$)|么[\\s!。.~]*$|请问|有没有|是不是|能不能|可不可以"
            + "|可否|能否|是否|什么|为何|为什么|怎么|如何|多少|几点|几号|几天|几位|哪里|哪儿|哪个|哪些|哪一|在哪|谁|多久|多长|何时|要不要|好不好|行不行|会不会|想请教");
    private static final Pattern ENGLISH = Pattern.compile(
            "^(?:(?:hi|hello|hey|so|and|but|ok|okay|also|please|well|sorry|good \\w+|dear \\w+)[,!. ]+)*"
                    + "(?:what|when|where|who|whom|whose|which|why|how|is|are|am|was|were|do|does|did|can|could|will"
                    + "|would|shall|should|may|might|has|have|any chance|any news|is there|are there)\\b"
                    + "(?! (?:a|an) (?:nice|good|great|lovely))"
                    + "|\\b(?:can|could|would|will|may|do|did) (?:you|i|we) (?!not\\b)\\w+.*$"
                    + "|\\b(?:i wonder|wondering|let me know|tell me|do you know)\\b");
    private static final Pattern SUBORDINATE = Pattern.compile("^(?:when|while|what a|how nice|how lovely|have a)\\b");

    private static final int LONGEST = 2_000;

    private Questions() {}

    /** Whether a whole message asks something, with or without a question mark. */
    static boolean asks(String text) {
        String folded = Folding.fold(text.substring(0, Math.min(text.length(), LONGEST)))
                .strip();
        for (String sentence : folded.split("(?<=[.!。！\\n])\\s*")) {
            if (asksOne(sentence.strip())) {
                return true;
            }
        }
        return false;
    }

    private static boolean asksOne(String sentence) {
        if (MARK.matcher(sentence).find() || CHINESE.matcher(sentence).find()) {
            return true;
        }
        return ENGLISH.matcher(sentence).find()
                && !SUBORDINATE.matcher(sentence).find();
    }

    /** The index of the client's last question that no line of the house follows. */
    static Optional<Integer> open(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0 && lines.get(i).fromClient(); i--) {
            if (asks(lines.get(i).text().reveal())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
