package confidant.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.ledger.Cosigner;
import confidant.ledger.NoteSignature;
import confidant.ledger.WitnessKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started, over real HTTP. */
class MainTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Server start(Keeping keeping) throws IOException {
        Cosigner cosigner = keeping.cosigner("auditor.example/w1");
        return Server.start(
                new Witness(cosigner, List.of(Log.SIGNER.verifier()), keeping.seen(), Clock.systemUTC()),
                new InetSocketAddress("127.0.0.1", 0));
    }

    private HttpResponse<String> send(Server server, String method, String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void checkpoint_isCosigned_andAForkIsRefused_afterARestart() throws Exception {
        Log log = new Log().add("a", "b");
        Log forked = log.fork().add("c'");
        log.add("c");
        WitnessKey key;
        try (Keeping keeping = Keeping.take(folder);
                Server server = start(keeping)) {
            key = keeping.cosigner("auditor.example/w1").witness();
            HttpResponse<String> answer = send(server, "POST", "/add-checkpoint", log.request(0));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(key.cosigned(log.head()
                            .with(NoteSignature.parseLines(answer.body()))
                            .note()))
                    .isPresent();
        }
        try (Keeping keeping = Keeping.take(folder);
                Server server = start(keeping)) {
            assertThat(keeping.cosigner("auditor.example/w1").witness()).isEqualTo(key);
            HttpResponse<String> answer = send(server, "POST", "/add-checkpoint", forked.request(0));
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.headers().firstValue("content-type")).hasValue("text/x.tlog.size");
            assertThat(answer.body()).isEqualTo("3\n");
        }
    }

    @Test
    void otherRequests_areRefused() throws Exception {
        try (Keeping keeping = Keeping.take(folder);
                Server server = start(keeping)) {
            assertThat(send(server, "GET", "/add-checkpoint", "").statusCode()).isEqualTo(405);
            assertThat(send(server, "POST", "/other", "").statusCode()).isEqualTo(404);
            assertThat(send(server, "POST", "/add-checkpoint", "x".repeat(70_000))
                            .statusCode())
                    .isEqualTo(413);
            assertThat(send(server, "POST", "/add-checkpoint", "old 0\n").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void folder_servesOneProcessAndOneName_andItsKeyIsTheOwnersAlone() throws Exception {
        try (Keeping keeping = Keeping.take(folder)) {
            keeping.cosigner("auditor.example/w1");
            assertThatThrownBy(() -> Keeping.take(folder)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> keeping.cosigner("auditor.example/w2")).isInstanceOf(IOException.class);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void options_areReadOrRefusedWithASentence() {
        String log = Log.SIGNER.verifier().vkey();
        Options options = Options.read("--name", "w", "--log", log, "--port", "0");
        assertThat(options.logs()).containsExactly(Log.SIGNER.verifier());
        assertThat(options.listen().getPort()).isZero();
        for (String[] words : List.of(
                new String[] {"--name", "w"},
                new String[] {"--name"},
                new String[] {"--name", "w", "--log", "x"},
                new String[] {"--name", "w", "--log", log, "--port", "70000"},
                new String[] {"--what", "w"})) {
            assertThatThrownBy(() -> Options.read(words)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
