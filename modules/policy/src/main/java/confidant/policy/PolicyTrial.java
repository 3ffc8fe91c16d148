package confidant.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs the golden tables in {@code tests/} of a policies folder: each row says what must come out, and together they must
 * speak of every case there is.
 */
public final class PolicyTrial {
    /** More of the same would bury the rest. */
    private static final int SHOWN = 50;

    private final PolicySet policies;
    private final DecisionTable table;
    private final Set<Cell> named = new HashSet<>();
    private final List<String> failures = new ArrayList<>();

    private PolicyTrial(PolicySet policies) {
        this.policies = policies;
        this.table = policies.table();
    }

    /**
     * Reads the folder and runs its tables; takes about a second.
     *
     * @return failures in words, empty when every case is decided as the tables say
     * @throws PolicyInvalid if the folder cannot be used
     */
    public static List<String> run(Path folder) {
        return run(PolicySet.read(folder), folder);
    }

    /** Runs the tables of a folder on a set that was read before. */
    static List<String> run(PolicySet policies, Path folder) {
        return new PolicyTrial(policies).failures(folder.resolve("tests"));
    }

    /** The cells that the tables of a folder speak of. */
    static Set<Cell> named(Path folder) {
        PolicyTrial trial = new PolicyTrial(PolicySet.read(folder));
        trial.failures(folder.resolve("tests"));
        return trial.named;
    }

    private List<String> failures(Path tables) {
        try (Stream<Path> files = Files.list(tables)) {
            Words words = Words.read(tables);
            for (Path file : files.filter(one -> one.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                read(file, words);
            }
        } catch (IOException e) {
            return List.of("the golden tables cannot be read (check the folder `tests`)");
        }
        Trial.alike(Cell.all(policies).stream().filter(one -> !named.contains(one)), table::decide)
                .forEach(words -> failures.add("no table speaks of: " + words));
        return failures.size() <= SHOWN ? failures : shortened();
    }

    private void read(Path file, Words words) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).equals(Trial.HEADER)) {
            failures.add(file.getFileName() + ": the first line is not `" + Trial.HEADER + "`");
            return;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                row(file.getFileName() + " line " + (i + 1), lines.get(i), words);
            }
        }
    }

    private void row(String place, String line, Words words) {
        try {
            Trial trial = Trial.read(place, line, policies, words);
            named.addAll(trial.cells());
            trial.failures(table::decide).forEach(failures::add);
        } catch (IllegalArgumentException e) {
            failures.add(place + ": " + e.getMessage());
        }
    }

    private List<String> shortened() {
        List<String> shown = new ArrayList<>(failures.subList(0, SHOWN));
        shown.add("and " + (failures.size() - SHOWN) + " more");
        return shown;
    }
}
