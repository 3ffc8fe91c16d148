package confidant.assistant;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import java.util.Locale;

/** Brings text to one form for comparing: compatibility forms, case, script. Thread-safe. */
final class Folding {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Simplified-Traditional");
    // What a transliterator may touch: text without any of it needs no walk through thousands of rules.
    private static final UnicodeSet TO_SIMPLIFY = SIMPLIFIED.getSourceSet().freeze();
    private static final UnicodeSet TO_TRADITIONALISE =
            TRADITIONAL.getSourceSet().freeze();

    private Folding() {}

    /** Full width to half width, curly apostrophes to straight ones; case and script are kept. */
    static String plain(String text) {
        return NFKC.normalize(text).replace('’', '\'').replace('‘', '\'').replace('`', '\'');
    }

    /** Simplified characters, lower case, for a text that is {@link #plain} already; always of the same length. */
    static String same(String plain) {
        String folded = toSimplified(plain.toLowerCase(Locale.ROOT));
        // INVARIANT: offsets in the folded text are offsets in the plain text; both steps are one to one but for
        // rarities such as a dotted capital I, for which case and script then stay as they are.
        return folded.length() == plain.length() ? folded : plain;
    }

    /** Both steps. */
    static String fold(String text) {
        return same(plain(text));
    }

    static String toSimplified(String text) {
        return TO_SIMPLIFY.containsNone(text) ? text : SIMPLIFIED.transliterate(text);
    }

    static String toTraditional(String text) {
        return TO_TRADITIONALISE.containsNone(text) ? text : TRADITIONAL.transliterate(text);
    }
}
