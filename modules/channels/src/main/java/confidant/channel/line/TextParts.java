package confidant.channel.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a long text into the message objects of one call: at most five of at most 5,000 UTF-16 units, which is in the
 * platform's documents but not in its machine-readable contract. Joined, the parts are the text again.
 */
final class TextParts {
    static final int LONGEST = 5_000;
    static final int MOST = 5;

    /** Kinds of places to cut after, the best first. */
    private static final List<String> PLACES = List.of("\n", "。！？", " \t\u3000", "，；、");

    private TextParts() {}

    /** The parts in order; empty if the text is too long for one call or has no words at all. */
    static Optional<List<String>> of(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        var parts = new ArrayList<String>();
        int start = 0;
        while (text.length() - start > LONGEST) {
            int left = MOST - 1 - parts.size();
            // A cut this early would leave more than the parts to come can carry.
            int earliest = Math.max(start + LONGEST / 2, text.length() - left * LONGEST);
            if (left == 0 || earliest > start + LONGEST) {
                return Optional.empty();
            }
            int cut = cut(text, earliest, start + LONGEST);
            parts.add(text.substring(start, cut));
            start = cut;
        }
        parts.add(text.substring(start));
        return Optional.of(List.copyOf(parts));
    }

    private static int cut(String text, int earliest, int latest) {
        for (var marks : PLACES) {
            for (int at = latest; at >= earliest; at--) {
                if (marks.indexOf(text.charAt(at - 1)) >= 0) {
                    return at;
                }
            }
        }
        for (int at = latest; at >= earliest; at--) {
            if (!joined(text, at)) {
                return at;
            }
        }
        return splitsPair(text, latest) ? latest - 1 : latest;
    }

    /** Whether the characters before and after {@code at} are drawn as one. */
    private static boolean joined(String text, int at) {
        int next = text.codePointAt(at);
        int kind = Character.getType(next);
        return splitsPair(text, at)
                || next == 0x200D
                || text.charAt(at - 1) == 0x200D
                || (next >= 0x1F3FB && next <= 0x1F3FF)
                || kind == Character.NON_SPACING_MARK
                || kind == Character.ENCLOSING_MARK
                || kind == Character.COMBINING_SPACING_MARK;
    }

    private static boolean splitsPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
    }
}
