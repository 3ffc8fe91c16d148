package confidant.assistant;

import confidant.core.port.Advisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The tables of the tests, the outside data sets, and one advisor for all tests: training takes a second. */
final class Tables {
    static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    static final Instant SUNDAY = Instant.parse("2026-11-22T04:00:00Z");
    static final Advisor ADVISOR = new OpenNlpAdvisor(Faq.sample(), TAIPEI);

    private Tables() {}

    static List<String> lines(String name) {
        return Shelf.lines(name);
    }

    static List<String[]> rows(String name) {
        return lines(name).stream().map(line -> line.split("\t")).toList();
    }

    /** One line of an outside data set. */
    record Sample(String lang, String speaker, String text, List<String> intents) {}

    /** Reads a set of the shared data folder; the test does not run where the folder is absent, and fails on CI. */
    static List<Sample> shared(String name) {
        Path file = shared().map(folder -> folder.resolve("data").resolve(name)).orElse(Path.of("absent"));
        if (!Files.exists(file)) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("the shared data set `" + name + "` is missing; set CONFIDANT_SHARED");
            }
            Assumptions.abort("not run: the shared data set `" + name + "` is not here");
        }
        try {
            return Files.readAllLines(file).stream().map(Tables::sample).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> shared() {
        String named = System.getProperty("CONFIDANT_SHARED", System.getenv("CONFIDANT_SHARED"));
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("../shared/data"))) {
                return Optional.of(at.resolve("../shared").normalize());
            }
        }
        return Optional.empty();
    }

    private static Sample sample(String json) {
        // A line of JSON is a line of YAML, and the reader is here anyway.
        java.util.Map<String, Object> map = new Yaml(new SafeConstructor(new LoaderOptions())).load(json);
        List<?> intents = map.get("intent") instanceof List<?> list ? list : List.of();
        return new Sample(
                (String) map.get("lang"),
                (String) map.get("speaker"),
                (String) map.get("text"),
                intents.stream().map(String::valueOf).toList());
    }
}
