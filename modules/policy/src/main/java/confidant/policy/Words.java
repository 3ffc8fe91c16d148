package confidant.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The words of {@code tests/words.txt} that stand for several at once, one {@code word = a|b|c} a line. They spell out what
 * they mean instead of taking it from the program: a table must not change its meaning when the code does.
 */
record Words(Map<String, String> meanings) {
    private static final String FILE = "words.txt";

    static Words read(Path tables) throws IOException {
        Path file = tables.resolve(FILE);
        Map<String, String> meanings = new LinkedHashMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] sides = line.split("=", 2);
            if (!line.isBlank() && !line.startsWith("#") && sides.length == 2) {
                meanings.put(sides[0].trim(), sides[1].trim());
            }
        }
        return new Words(meanings);
    }

    /**
     * The things that a cell names.
     *
     * @throws IllegalArgumentException naming the first word that nobody knows
     */
    <T> List<T> pick(String cell, List<T> all, Function<T, String> word) {
        if (cell.equals("*")) {
            return all;
        }
        return spelled(cell)
                .map(wanted -> all.stream()
                        .filter(one -> word.apply(one).equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("`" + wanted + "` is not known")))
                .toList();
    }

    private Stream<String> spelled(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .flatMap(word -> Arrays.stream(meanings.getOrDefault(word, word).split("\\|")));
    }
}
