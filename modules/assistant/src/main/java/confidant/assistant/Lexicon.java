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
    /** By its first unit the most units that a phrase has. */
    private final Map<String, Integer> lengths = new HashMap<>();

    private final Map<String, String> stems = new HashMap<>();

    /** One piece of a text: a known phrase with its label, or one unit that nobody listed. */
    record Piece(String text, Optional<String> label, boolean han) {}

    void add(String phrase, String label) {
        List<String> units = units(phrase);
        if (units.isEmpty()) {
            return;
        }
        String key = key(units);
        labels.put(key, label);
        lengths.merge(units.get(0), units.size(), Math::max);
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
            int length = Math.max(1, longest(units, at));
            String phrase = key(units.subList(at, at + length));
            Optional<String> label = Optional.ofNullable(labels.get(phrase));
            pieces.add(label.isPresent() ? new Piece(phrase, label, isHan(phrase)) : unlisted(phrase));
            at += length;
        }
        return pieces;
    }

    /** Of how many units the longest phrase is that starts at {@code at}; 0 where none does. */
    private int longest(List<String> units, int at) {
        int most = Math.min(LONGEST, lengths.getOrDefault(units.get(at), 0));
        for (int length = Math.min(most, units.size() - at); length > 0; length--) {
            if (labels.containsKey(key(units.subList(at, at + length)))) {
                return length;
            }
        }
        return 0;
    }

    private Piece unlisted(String unit) {
        // Endings of number and tense only: `personality` is not a person.
        return INFLECTED.matcher(unit).matches()
                ? new Piece(unit, Optional.ofNullable(stems.get(Terms.stem(unit))), false)
                : new Piece(unit, Optional.empty(), isHan(unit));
    }

    static List<String> units(String text) {
        String folded = Folding.fold(text);
        if (folded.indexOf('\'') >= 0) {
            folded = CLITIC.matcher(not(folded)).replaceAll("");
        }
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
