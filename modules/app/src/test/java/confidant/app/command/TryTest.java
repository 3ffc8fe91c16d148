package confidant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.app.config.Home;
import confidant.core.audit.EntryText;
import confidant.ledger.Appended;
import confidant.ledger.Appender;
import confidant.ledger.Bundle;
import confidant.ledger.LogState;
import confidant.ledger.NoteSigner;
import confidant.ledger.SignedCheckpoint;
import confidant.model.Actor;
import confidant.model.LedgerEvent;
import confidant.model.Precision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other rules, tried on a ledger of two pages. */
class TryTest {
    private static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");
    private static final String AGE = "concierge-reads-birthday-age";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path bundle;

    @BeforeEach
    void write() throws IOException {
        List<byte[]> entries = new ArrayList<>();
        entries.add(entry("signin", DAY, "", "", List.of(), ""));
        for (int i = 0; i < 300; i++) {
            entries.add(entry("read", DAY, "personalisation", AGE, List.of("birthday"), "client" + i % 3));
        }
        entries.add(
                entry("read", DAY.plusSeconds(86_400), "service", "concierge-reads-service", List.of("message"), "c"));
        entries.add(entry("read", DAY, "service", "a-rule-of-last-year", List.of("message"), "c"));
        bundle = folder.resolve("bundle.zip");
        NoteSigner signer = NoteSigner.generate("house.example/audit", new SecureRandom());
        Appended appended = Appender.append(LogState.empty(), entries);
        SignedCheckpoint head = SignedCheckpoint.sign(
                appended.state().checkpoint(signer.verifier().name()), signer);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new Bundle(
                        signer.verifier(),
                        head,
                        List.of(),
                        path -> Optional.ofNullable(appended.writes().get(path)))
                .writeTo(zip);
        Files.write(bundle, zip.toByteArray());
    }

    @Test
    void sameRules_changeNothing() {
        assertThat(run(Home.policies().toString(), bundle.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("301 would come out the same", "1 were decided by rules that are not in the folder");
    }

    @Test
    void bluntRules_areToldWithHowOftenAndToHowMany() throws IOException {
        Path fresh = copy(folder.resolve("fresh"));
        Path file = fresh.resolve("concierge.cedar");
        Files.writeString(file, Files.readString(file).replace("ageBand:10", "ageBand:20"));

        assertThat(run(fresh.toString(), bundle.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "1 would come out the same",
                        "less is allowed or shown:",
                        "  300 times, 3 clients: a concierge may read `birthday` for `personalisation`",
                        "is general (an age band of 20 years)");
        out.reset();
        assertThat(run(fresh.toString(), bundle.toString(), "--since", "2026-11-21", "--lang", "zh-Hant"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1 would come out the same\n");
    }

    @Test
    void spoiltBundle_isNotTried() throws IOException {
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        Files.write(bundle, bytes);

        assertThat(run(Home.policies().toString(), bundle.toString())).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("does not verify");
        assertThat(run(Home.policies().toString(), folder.resolve("none.zip").toString()))
                .isNotZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no readable file");
        assertThat(run(folder.resolve("none").toString(), bundle.toString())).isEqualTo(2);
    }

    private int run(String... args) {
        List<String> line = new ArrayList<>(List.of("policy", "try"));
        line.addAll(List.of(args));
        return Confidant.line(print(out), print(err)).execute(line.toArray(String[]::new));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static byte[] entry(
            String event, Instant at, String purpose, String rule, List<String> classes, String subject) {
        Actor actor = new Actor(Actor.Role.CONCIERGE, "mei");
        return EntryText.write(new LedgerEvent(
                at, event, actor, subject, purpose, rule, "a".repeat(64), classes, Precision.EXACT, 1, ""));
    }

    private static Path copy(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(Home.policies())) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(Home.policies().relativize(file).toString()));
            }
        }
        return to;
    }
}
