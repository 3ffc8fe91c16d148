package confidant.app;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.app.config.Config;
import confidant.core.port.Witness;
import confidant.ledger.AddCheckpoint;
import confidant.ledger.Appender;
import confidant.ledger.LogState;
import confidant.ledger.NoteSignature;
import confidant.ledger.NoteSigner;
import confidant.ledger.SignedCheckpoint;
import confidant.ledger.WitnessKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house's side of the wire and the witness program itself, as a process of its own. */
class HttpWitnessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final NoteSigner SIGNER = NoteSigner.generate("desk.example/audit/test", new SecureRandom());

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Process process;

    @SuppressWarnings("NullAway.Init")
    private Witness witness;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "confidant.witness.Main",
                        "--name",
                        "auditor.example/w1",
                        "--log",
                        SIGNER.verifier().vkey(),
                        "--data",
                        folder.toString(),
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        WitnessKey key = WitnessKey.parse(out.readLine().replace("witness key: ", ""));
        URI url = URI.create(out.readLine().replace("listening at ", "") + "/");
        witness = HttpWitness.of(vertx, Config.usual(folder).withWitnesses(List.of(new Config.Witness(url, key))))
                .get(0);
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
        Waiting.on(vertx.close(), PATIENCE, "closing");
    }

    private static <T> T done(Future<T> future) {
        return Waiting.on(future, PATIENCE, "asking the witness");
    }

    @Test
    void checkpoint_isCosigned_andAForkOfItIsNot() {
        SignedCheckpoint head = head("a", "b");
        Witness.Answer answer = done(witness.add(new AddCheckpoint(0, List.of(), head)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(witness.key()
                        .cosigned(head.with(NoteSignature.parseLines(answer.body()))
                                .note()))
                .isPresent();
        assertThat(done(witness.add(new AddCheckpoint(0, List.of(), head("a", "x")))))
                .isEqualTo(new Witness.Answer(409, "2\n"));
        assertThat(done(witness.add(new AddCheckpoint(2, List.of(), head("a", "x"))))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void question_fails_whenNobodyAnswers() {
        process.destroyForcibly();
        process.onExit().join();
        assertThat(done(witness.add(new AddCheckpoint(0, List.of(), head("a")))
                        .map("answered")
                        .otherwise("away")))
                .isEqualTo("away");
    }

    private static SignedCheckpoint head(String... entries) {
        List<byte[]> bytes = java.util.Arrays.stream(entries)
                .map(entry -> entry.getBytes(StandardCharsets.UTF_8))
                .toList();
        return SignedCheckpoint.sign(
                Appender.append(LogState.empty(), bytes)
                        .state()
                        .checkpoint(SIGNER.verifier().name()),
                SIGNER);
    }
}
