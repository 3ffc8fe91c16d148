package confidant.media;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Names of files without folders and without signs that nobody sees. */
final class FileNames {
    /** Signs that a name has at most. */
    static final int MOST = 120;

    /** Signs that the part from the last dot on has at most, to be kept when a name is cut. */
    private static final int MOST_EXTENSION = 16;

    /** A name longer than this is cut before anything else is done with it. */
    private static final int MOST_READ = 2_000;

    private static final Map<String, String> NEUTRAL =
            Map.of("image", "picture", "video", "video", "audio", "sound", "text", "text");

    private FileNames() {}

    /** The last part of a path as a name that is safe to show and to save; a neutral one where nothing is left of it. */
    static String clean(String given, String type, String extension) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String bounded = last.length() > MOST_READ
                ? last.substring(0, MOST_READ / 2) + last.substring(last.length() - MOST_READ / 2)
                : last;
        StringBuilder seen = new StringBuilder();
        bounded.codePoints().filter(FileNames::seen).forEach(seen::appendCodePoint);
        String name = trimmed(Normalizer.normalize(seen, Normalizer.Form.NFC));
        return name.isEmpty() ? neutral(type) + extension : cut(name);
    }

    /** Not controls, marks that turn writing around, halves of signs, what no sign is assigned to, and ends of lines. */
    private static boolean seen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // Joiners belong into words of some languages and into some pictures.
            case Character.FORMAT -> sign == 0x200C || sign == 0x200D;
            default -> true;
        };
    }

    /** Without spaces around, and without dots: at the front they hide a file, at the end some systems drop them. */
    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && edge(name.charAt(from))) {
            from++;
        }
        while (to > from && edge(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean edge(char sign) {
        return sign == '.' || Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    private static String cut(String name) {
        if (name.codePointCount(0, name.length()) <= MOST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 ? name.substring(dot) : "";
        int length = extension.codePointCount(0, extension.length());
        boolean keeps = length <= MOST_EXTENSION;
        String front = name.substring(0, name.offsetByCodePoints(0, keeps ? MOST - length : MOST));
        return trimmed(front) + (keeps ? extension : "");
    }

    private static String neutral(String type) {
        String kind = type.substring(0, type.indexOf('/')).toLowerCase(Locale.ROOT);
        return NEUTRAL.getOrDefault(kind, "file");
    }
}
