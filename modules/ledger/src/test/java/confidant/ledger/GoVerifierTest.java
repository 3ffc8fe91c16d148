package confidant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.ledger.GoVerifier.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written here, read by the packages of Go's checksum database. */
class GoVerifierTest {
    @TempDir
    private static Path built;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private static GoVerifier go;

    private final TestLog log = TestLog.ofSize(700, 200);
    private final String key = TestLog.SIGNER.verifier().vkey();

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        go = GoVerifier.build(built);
    }

    @BeforeEach
    void writeBundle() throws IOException {
        file = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Bundle(List.of(TestLog.SIGNER.verifier()), log.head(), log.checkpoints, List.of(3L, 699L), log)
                    .writeTo(out);
        }
    }

    @Test
    void bundleOfOurs_isAccepted_withItsOlderCheckpointsAndProofs() throws Exception {
        assertThat(go.check(file, "-key", key))
                .isEqualTo(new Answer(true, "OK: 700 entries, 4 older checkpoints, 2 proofs"));
        assertThat(go.check(file).ok()).isTrue();
    }

    @Test
    void logsOfAllShapes_areAccepted() throws Exception {
        for (int size : List.of(1, 2, 255, 256, 257, 512, 66_000)) {
            TestLog other = TestLog.ofSize(size, Math.max(1, size / 3));
            try (OutputStream out = Files.newOutputStream(file)) {
                new Bundle(TestLog.SIGNER.verifier(), other.head(), other.checkpoints, other).writeTo(out);
            }
            assertThat(go.check(file, "-key", key).words()).startsWith("OK: " + size + " entries");
        }
    }

    @Test
    void logOfTessera_isAccepted_withAllItsCheckpoints() throws Exception {
        Path tessera = SharedData.folder("tessera-log");
        assertThat(go.check(tessera, "-key", SharedData.TESSERA_KEY.vkey()))
                .isEqualTo(new Answer(true, "OK: 15 entries, 16 older checkpoints, 0 proofs"));
    }

    @Test
    void flippedBit_isReportedByItsEntry_asOursDoes() throws Exception {
        Map<String, byte[]> good = ZipFiles.read(file);
        List<String> names = good.keySet().stream()
                .filter(name -> name.startsWith("tile/entries/") || name.startsWith("tile/0/"))
                .toList();
        Random random = new Random(20_261_125);
        for (int round = 0; round < 60; round++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = good.get(name).clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Map<String, byte[]> changed = new TreeMap<>(good);
            changed.put(name, bytes);
            ZipFiles.write(file, changed);
            long number = BundleVerifier.verify(file, List.of(TestLog.SIGNER.verifier()))
                    .firstBadEntry()
                    .orElseThrow();
            Answer answer = go.check(file, "-key", key);
            assertThat(answer.ok()).as(name).isFalse();
            assertThat(answer.words()).as(name).containsPattern("entry " + number + "( |$)");
        }
    }

    @Test
    void flippedBit_isFound_inEveryOtherFile() throws Exception {
        Map<String, byte[]> good = ZipFiles.read(file);
        Random random = new Random(7);
        for (String name : good.keySet()) {
            if (name.equals(BundleLayout.README)) {
                continue;
            }
            byte[] bytes = good.get(name).clone();
            bytes[random.nextInt(bytes.length - 1)] ^= 1;
            Map<String, byte[]> changed = new TreeMap<>(good);
            changed.put(name, bytes);
            ZipFiles.write(file, changed);
            assertThat(go.check(file).ok()).as(name).isFalse();
        }
    }

    @Test
    void rewrittenHistory_isFound_byAnOlderCheckpoint() throws Exception {
        TestLog forged = new TestLog();
        List<byte[]> entries = TestLog.entries(0, 700);
        entries.set(150, new byte[] {1});
        Appended appended = Appender.append(LogState.empty(), entries);
        appended.writes().forEach((path, bytes) -> forged.stored.put(path.text(), bytes));
        SignedCheckpoint head = SignedCheckpoint.sign(appended.state().checkpoint(TestLog.ORIGIN), TestLog.SIGNER);
        for (List<SignedCheckpoint> kept : List.of(List.<SignedCheckpoint>of(), log.checkpoints)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                new Bundle(TestLog.SIGNER.verifier(), head, kept, forged).writeTo(out);
            }
            assertThat(go.check(file, "-key", key).ok()).isEqualTo(kept.isEmpty());
        }
    }
}
