package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built distribution on the Javas of this machine: starts, serves, signs in, stops, and leaves nothing behind. */
class SmokeIT {
    private static final Path RUNNING = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void house_isTheSame_afterAStopAndAfterAKill_andNothingIsLeftOfEither() throws Exception {
        String before = visit(RUNNING);
        try (Distribution killed =
                Distribution.run(RUNNING, folder.resolve("data"), output()).open()) {
            assertThat(killed.children()).isEqualTo(1);
            killed.kill();
            killed.awaitNothingLeft();
        }

        assertThat(visit(RUNNING)).isEqualTo(before).contains("mei");
    }

    @Test
    void newerJava_servesToo() throws Exception {
        Optional<Path> newer = newerJava();
        assumeThat(newer)
                .as("not run: no JDK 24 or newer in JAVA_HOME_25 or /usr/lib/jvm")
                .isPresent();

        assertThat(visit(newer.get())).contains("mei");
    }

    @Test
    void folderInUse_isOneSentenceAndARemedy() throws Exception {
        Path data = folder.resolve("data");
        Files.createDirectories(data);
        try (FileChannel file = FileChannel.open(
                        data.resolve("confidant.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock();
                Distribution second = Distribution.run(RUNNING, data, output())) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.text()).contains("is in use by another server\n  stop that one");
            assertThat(held.isValid()).isTrue();
        }
    }

    /** Starts, looks in, signs in and stops. @return what the house says of its concierges */
    private String visit(Path java) throws Exception {
        try (Distribution house =
                Distribution.run(java, folder.resolve("data"), output()).open()) {
            String base = house.said("welcome page +(http://localhost:[0-9]+)/");
            assertThat(get(base + "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(base + "/").body()).contains("<html");
            HttpResponse<String> signedIn = signIn(base, house.said("desk of mei +\\S+#code=(\\S+)"));
            assertThat(signedIn.statusCode()).isEqualTo(201);
            String staff = get(base + "/v1/concierges").body();
            assertThat(house.stop()).isZero();
            house.awaitNothingLeft();
            // No warning of a newer Java, and nothing that nobody foresaw.
            assertThat(house.text()).doesNotContain("WARNING:").doesNotContain("\tat ");
            return staff;
        }
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String base, String code) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v1/sessions"))
                .header("Content-Type", "application/json")
                .header("Origin", base)
                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code + "\"}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Path output() throws IOException {
        return Files.createTempFile(folder, "output", ".txt");
    }

    private static Optional<Path> newerJava() throws IOException {
        Stream<Path> named = Optional.ofNullable(System.getenv("JAVA_HOME_25")).map(Path::of).stream();
        Path usual = Path.of("/usr/lib/jvm");
        List<Path> found;
        try (Stream<Path> all = Files.isDirectory(usual) ? Files.list(usual) : Stream.empty()) {
            found = all.sorted(Comparator.reverseOrder()).toList();
        }
        return Stream.concat(named, found.stream()).filter(SmokeIT::isNewer).findFirst();
    }

    private static boolean isNewer(Path java) {
        try {
            return Files.isExecutable(java.resolve("bin/java"))
                    && Files.readAllLines(java.resolve("release")).stream()
                            .filter(line -> line.startsWith("JAVA_VERSION="))
                            .anyMatch(line -> Integer.parseInt(line.replaceAll("\\D+(\\d+).*", "$1")) >= 24);
        } catch (IOException none) {
            return false;
        }
    }
}
