package confidant.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there: a promise of the README leads to the test that shows it. */
class LinksTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");
    private static final Pattern SHOWN = Pattern.compile("\\[`([A-Z][A-Za-z]+(?:Test|IT))`\\]\\(([^)]+)\\)");

    @Test
    void links_leadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                String to = link.group(1);
                if (!to.contains(":") && !Files.exists(document.resolveSibling(to))) {
                    broken.add(ROOT.relativize(document) + " points at " + to);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void promisesOfTheReadme_leadToTheTestsThatShowThem() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String unlinked = SHOWN.matcher(readme).replaceAll("");
        assertThat(NAMED_TEST.matcher(unlinked).results().map(found -> found.group(1)))
                .as("tests that are named without a link")
                .isEmpty();
        List<String> others = SHOWN.matcher(readme)
                .results()
                .filter(found -> !found.group(2).endsWith("/" + found.group(1) + ".java"))
                .map(found -> found.group(1) + " leads to " + found.group(2))
                .toList();
        assertThat(others).isEmpty();
        assertThat(SHOWN.matcher(readme).results().count()).isGreaterThan(60);
    }

    private static List<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> policies = Files.walk(ROOT.resolve("policies"));
                Stream<Path> modules = Files.walk(ROOT.resolve("modules"), 2)) {
            Stream.of(top, docs, policies, modules)
                    .flatMap(all -> all)
                    .filter(path -> path.toString().endsWith(".md"))
                    .forEach(found::add);
        }
        return found;
    }
}
