package confidant.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The checker in {@code src/test/go}, built without a network from Debian's packages {@code golang-go} and
 * {@code golang-golang-x-mod-dev}. Where they are missing, tests are reported as not run, and in CI they fail.
 */
final class GoVerifier {
    private static final Path PACKAGES = Path.of(System.getProperty("confidant.gocode", "/usr/share/gocode"));
    private final Path program;

    private GoVerifier(Path program) {
        this.program = program;
    }

    /** What it said, and whether it found nothing wrong. */
    record Answer(boolean ok, String words) {}

    static GoVerifier build(Path folder) throws IOException, InterruptedException {
        boolean there = onPath("go") && Files.isDirectory(PACKAGES.resolve("src/golang.org/x/mod/sumdb/tlog"));
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("`go` or its package `golang.org/x/mod` is missing");
        }
        assumeTrue(there, "not run: Debian's golang-go and golang-golang-x-mod-dev are not installed");
        Path program = folder.resolve("verify");
        ProcessBuilder build = new ProcessBuilder("go", "build", "-o", program.toString(), "./verify");
        build.directory(sources().toFile());
        build.environment().put("GO111MODULE", "off");
        build.environment().put("GOPATH", PACKAGES.toString());
        build.environment().put("GOPROXY", "off");
        build.environment().put("GOFLAGS", "");
        build.environment().put("GOCACHE", folder.resolve("cache").toString());
        Answer answer = run(build);
        if (!answer.ok()) {
            throw new AssertionError("the checker does not build: " + answer.words());
        }
        return new GoVerifier(program);
    }

    private static boolean onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static Path sources() {
        Path here = Path.of("src/test/go");
        return Files.isDirectory(here) ? here : Path.of("modules/ledger").resolve(here);
    }

    /** Checks an unpacked log or a bundle. */
    Answer check(Path log, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(options));
        command.add(log.toString());
        return run(new ProcessBuilder(command));
    }

    private static Answer run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the checker does not end");
        }
        return new Answer(process.exitValue() == 0, words.strip());
    }
}
