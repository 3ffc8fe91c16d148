package confidant.channel.line;

/** Java's texts may hold what UTF-8 cannot carry; the platform's JSON escapes can bring such texts in. */
final class Utf16 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf16() {}

    /** The same text with every lone surrogate and every NUL replaced by U+FFFD. */
    static String clean(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            var lone = point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
            clean.appendCodePoint(lone ? REPLACEMENT : point);
        });
        return clean.toString();
    }
}
