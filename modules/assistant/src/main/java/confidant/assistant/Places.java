package confidant.assistant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Known place names and the region codes of the house's island. Immutable. */
final class Places {
    private final Map<String, Known> known = new HashMap<>();
    private final Pattern names;

    private record Known(Optional<String> code, Optional<String> english) {}

    /**
     * A place that a text names.
     *
     * @param code {@code north}, {@code central}, {@code south}, {@code east} or {@code abroad}
     * @param name as the client wrote it, in the usual spelling where that is English
     */
    record Place(int start, int end, Optional<String> code, String name) {}

    Places() {
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        for (String line : Shelf.lines("places.tsv")) {
            String[] cells = line.split("\t");
            Optional<String> code = cells[0].equals("-") ? Optional.empty() : Optional.of(cells[0]);
            for (String name : cells[1].split(",")) {
                known.put(name.toLowerCase(Locale.ROOT), new Known(code, Optional.of(name)));
                english.add(name.toLowerCase(Locale.ROOT));
            }
            Arrays.stream(cells[2].split(",")).map(Folding::fold).forEach(name -> {
                known.put(name, new Known(code, Optional.empty()));
                chinese.add(name);
            });
        }
        names = Pattern.compile("\\b(?:" + either(english) + ")\\b|" + either(chinese));
    }

    /** Adds every name to {@code lexicon} under {@code label}. */
    void teach(Lexicon lexicon, String label) {
        known.keySet().stream()
                .filter(name -> !name.equals("la") && !name.equals("us"))
                .forEach(name -> lexicon.add(name, label));
    }

    private static String either(List<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** @param plain the text as written; {@code folded} the same text folded, offset by offset */
    List<Place> find(String plain, String folded) {
        List<Place> found = new ArrayList<>();
        Matcher name = names.matcher(folded);
        while (name.find()) {
            Known place = known.get(name.group());
            String written = plain.substring(name.start(), name.end());
            // `la`, `us` and `uk` are words too; they are places in capitals only.
            boolean shouted = name.group().replace("the ", "").length() > 2
                    || written.replace("the ", "")
                            .equals(written.replace("the ", "").toUpperCase(Locale.ROOT));
            if (place != null && shouted) {
                found.add(new Place(
                        name.start(), name.end(), place.code(), place.english().orElse(written)));
            }
        }
        return found;
    }
}
