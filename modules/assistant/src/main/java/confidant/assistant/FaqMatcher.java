package confidant.assistant;

import java.util.Optional;

/** Finds the entry that a question is about. Other ways to match can stand behind it. Thread-safe. */
interface FaqMatcher {

    /** The best entry however weak; empty when nothing in the text was recognised. */
    Optional<Match> best(String text);

    /**
     * @param score 0 to 1
     * @param sure whether the house may answer by itself
     */
    record Match(FaqEntry entry, double score, boolean sure) {}
}
