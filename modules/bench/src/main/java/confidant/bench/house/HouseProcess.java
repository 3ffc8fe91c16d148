package confidant.bench.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The application in a process of its own, which may be killed. It ends with this process, however that ends. Methods
 * block.
 */
public final class HouseProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** As the launcher starts a house. */
    private static final List<String> FLAGS = List.of("-Xms64m", "-Xmx1g", "-Xss512k", "-XX:+UseSerialGC");

    /** Faster to start and slower afterwards: for tests that start many houses. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

    private final Process process;
    private final JsonNode told;
    private final Duration toReady;

    private HouseProcess(Process process, JsonNode told, Duration toReady) {
        this.process = process;
        this.told = told;
        this.toReady = toReady;
    }

    /** Opens a house and returns when it serves. {@code log} gets what it writes besides. */
    public static HouseProcess open(Blueprint blueprint, Path log) {
        return open(blueprint, log, List.of());
    }

    /** The same for a house that is not measured and soon gone. */
    public static HouseProcess openBriefly(Blueprint blueprint, Path log) {
        return open(blueprint, log, SHORT_LIVED);
    }

    private static HouseProcess open(Blueprint blueprint, Path log, List<String> flags) {
        long begin = System.nanoTime();
        try {
            Process process = new ProcessBuilder(command(flags))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().write((blueprint.line() + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            JsonNode told = ready(process, log);
            return new HouseProcess(process, told, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(more);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("confidant."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(OpenHouse.class.getName());
        return command;
    }

    private static JsonNode ready(Process process, Path log) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(OpenHouse.READY)) {
                drain(output);
                return JSON.readTree(line.substring(OpenHouse.READY.length()));
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the house did not open; it wrote last: " + last(log));
    }

    private static String last(Path log) throws IOException {
        if (!Files.isRegularFile(log)) {
            return "nothing";
        }
        List<String> lines = Files.readAllLines(log);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }

    private static void drain(BufferedReader output) {
        Thread thread = new Thread(() -> output.lines().forEach(line -> {}), "house-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it serves. */
    public URI server() {
        return URI.create("http://127.0.0.1:" + told.path("port").asInt());
    }

    public int port() {
        return told.path("port").asInt();
    }

    /** A one-time link for the concierge of the LINE account. */
    public String deskLink() {
        return told.path("desk").asText();
    }

    /** A one-time link for the officer. */
    public String officerLink() {
        return told.path("officer").asText();
    }

    public long pid() {
        return process.pid();
    }

    /** From the start of the process to its first word that it serves. */
    public Duration toReady() {
        return toReady;
    }

    /** SIGKILL; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        gone();
    }

    /** Lets it close in order. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // As wanted.
        }
        gone();
    }

    private void gone() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
