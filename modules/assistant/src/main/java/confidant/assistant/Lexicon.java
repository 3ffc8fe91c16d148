package confidant.assistant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds known phrases in text, longest first, from left to right. A unit is one Han character or one word of another
 * script, so one table serves both languages and text that mixes them. Immutable after building.
 */
final class Lexicon {
    private static final Pattern UNIT = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{M}&&[^\\p{IsHan}]]+|\\p{N}+");
    private static final Pattern NOT = Pattern.compile("\\b(?:(can)'t|(wo)n't|(\\w+)n't)\\b");
    private static final Pattern CLITIC = Pattern.compile("'(?:s|re|ve|ll|d|m)\\b");
    private static final Pattern INFLECTED = Pattern.compile("[a-z]{2,}(?:s|ed|ing)");
    private static final int LONGEST = 8;

    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    /** One piece of a text: a known phrase with its label, or one unit that nobody listed. */
    record Piece(String text, Optional<String> label, boolean han) {}

    void add(String phrase, String label) {
        String key = key(units(phrase));
        labels.put(key, label);
        if (!hasHan(key) && key.indexOf(' ') < 0) {
            stems.putIfAbsent(Terms.stem(key), label);
        }
    }

    /** Adds {@code English, English | Chinese, Chinese}. */
    void addRow(String row, String label) {
        for (String phrase : row.split("[|,]")) {
            if (!phrase.isBlank()) {
                add(phrase.strip(), label);
            }
        }
    }

    List<Piece> read(String text) {
        List<String> units = units(text);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < units.size()) {
            Piece piece = longest(units, at);
            pieces.add(piece);
            at += Math.max(1, piece.label().isPresent() ? units(piece.text()).size() : 1);
        }
        return pieces;
    }

    private Piece longest(List<String> units, int at) {
        for (int length = Math.min(LONGEST, units.size() - at); length > 0; length--) {
            String key = key(units.subList(at, at + length));
            String label = labels.get(key);
            if (label != null) {
                return new Piece(key, Optional.of(label), isHan(key));
            }
        }
        String unit = units.get(at);
        // Endings of number and tense only: `personality` is not a person.
        return INFLECTED.matcher(unit).matches()
                ? new Piece(unit, Optional.ofNullable(stems.get(Terms.stem(unit))), false)
                : new Piece(unit, Optional.empty(), isHan(unit));
    }

    static List<String> units(String text) {
        String folded = CLITIC.matcher(not(Folding.fold(text))).replaceAll("");
        List<String> units = new ArrayList<>();
        Matcher unit = UNIT.matcher(folded);
        while (unit.find()) {
            units.add(unit.group());
        }
        return units;
    }

    private static String not(String folded) {
        return NOT.matcher(folded).replaceAll(found -> {
            if (found.group(1) != null) {
                return "can not";
            }
            return found.group(2) != null ? "will not" : found.group(3) + " not";
        });
    }

    static boolean isHan(String unit) {
        return Character.UnicodeScript.of(unit.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static String key(List<String> units) {
        StringBuilder key = new StringBuilder();
        for (String unit : units) {
            // A blank only between two words; Han characters stand together.
            if (key.length() > 0 && !isHan(unit)) {
                key.append(' ');
            }
            key.append(unit);
        }
        return key.toString();
    }
}
