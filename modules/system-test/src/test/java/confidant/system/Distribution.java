package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The built application as a process, started as a user would. */
final class Distribution implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path output;
    private List<ProcessHandle> family = List.of();

    private Distribution(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Distribution run(Path java, Path data, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "../app/target/confidant/bin/confidant",
                        "run",
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--sample",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().keySet().removeAll(List.of("CONFIDANT_HOME", "JAVA_TOOL_OPTIONS"));
        return new Distribution(builder.start(), output);
    }

    /** Waits until it says that it is open. */
    Distribution open() throws IOException {
        await(text -> text.contains("stop with Ctrl-C"));
        family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        return this;
    }

    /** The first group of what it printed. */
    String said(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(text());
        assertThat(matcher.find()).as("%s in %s", pattern, text()).isTrue();
        return matcher.group(1);
    }

    String text() throws IOException {
        return Files.exists(output) ? Files.readString(output) : "";
    }

    long children() {
        return process.descendants().count();
    }

    /** As Ctrl-C or a service manager asks. @return the exit code */
    int stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Waits until neither it nor anything it started is left. */
    void awaitNothingLeft() {
        family.forEach(one ->
                one.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
        assertThat(family).noneMatch(ProcessHandle::isAlive);
    }

    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private void await(Predicate<String> said) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!said.test(text())) {
            assertThat(process.isAlive()).as(text()).isTrue();
            assertThat(Instant.now()).as(text()).isBefore(end);
            pause();
        }
    }

    // The process has no other way to tell than its output, so it is looked at now and then.
    private void pause() {
        try {
            boolean unused = process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
