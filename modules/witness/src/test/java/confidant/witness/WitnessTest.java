package confidant.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.ledger.AddCheckpoint;
import confidant.ledger.Checkpoint;
import confidant.ledger.Cosigner;
import confidant.ledger.NoteSignature;
import confidant.ledger.NoteSigner;
import confidant.ledger.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
    private static final Instant AT = Instant.parse("2026-11-25T04:00:00Z");
    private static final Cosigner COSIGNER = Cosigner.generate("auditor.example/w1", new SecureRandom());

    @TempDir
    private Path folder;

    private Witness witness() {
        return new Witness(COSIGNER, List.of(Log.SIGNER.verifier()), new Seen(folder), Clock.fixed(AT, ZoneOffset.UTC));
    }

    private static boolean cosigned(Answer answer, Log log) {
        return answer.status() == 200
                && COSIGNER.witness()
                        .cosigned(log.head()
                                .with(NoteSignature.parseLines(answer.body()))
                                .note())
                        .filter(AT::equals)
                        .isPresent();
    }

    @Test
    void growingLog_isCosigned_stepByStep_andAgain() throws IOException {
        Witness witness = witness();
        Log log = new Log().add("a", "b", "c");
        assertThat(cosigned(witness.add(log.request(0)), log)).isTrue();
        assertThat(cosigned(witness.add(log.request(3)), log)).isTrue();
        for (int i = 0; i < 300; i++) {
            long old = log.size();
            log.add("more " + i);
            assertThat(cosigned(witness.add(log.request(old)), log)).as("%d", i).isTrue();
        }
    }

    @Test
    void fork_isRefused_whateverTheLogSaysItSawLast() throws IOException {
        Witness witness = witness();
        Log log = new Log().add("a", "b", "c", "d", "e");
        Log forked = log.fork().add("f'", "g'");
        log.add("f", "g");
        witness.add(log.request(0));

        assertThat(witness.add(forked.request(0))).isEqualTo(Answer.conflict(7));
        assertThat(witness.add(forked.request(5))).isEqualTo(Answer.conflict(7));
        assertThat(witness.add(new AddCheckpoint(7, List.of(), forked.head()).format()))
                .isEqualTo(Answer.conflict(7));
        forked.add("h'");
        for (long old : new long[] {1, 5, 7, 8}) {
            List<confidant.ledger.Hash> proof =
                    AddCheckpoint.parse(forked.request(old)).proof();
            assertThat(witness.add(new AddCheckpoint(7, proof, forked.head()).format())
                            .status())
                    .as("a proof from %d", old)
                    .isEqualTo(422);
        }
        log.add("h");
        assertThat(cosigned(witness.add(log.request(7)), log)).isTrue();
    }

    @Test
    void logThatWasCutOff_isRefused() throws IOException {
        Witness witness = witness();
        Log shorter = new Log().add("a", "b");
        Log log = shorter.fork().add("c");
        witness.add(log.request(0));
        assertThat(witness.add(shorter.request(2))).isEqualTo(Answer.conflict(3));
        assertThat(witness.add(new AddCheckpoint(3, List.of(), shorter.head()).format())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void requestThatIsNotInOrder_isRefused_asTheSpecificationSays() throws IOException {
        Witness witness = witness();
        Log log = new Log().add("a", "b", "c");
        assertThat(witness.add("nonsense").status()).isEqualTo(400);
        NoteSigner forger = NoteSigner.generate(Log.SIGNER.verifier().name(), new SecureRandom());
        SignedCheckpoint forged = SignedCheckpoint.sign(log.head().checkpoint(), forger);
        assertThat(witness.add(new AddCheckpoint(0, List.of(), forged).format()).status())
                .isEqualTo(403);
        Checkpoint head = log.head().checkpoint();
        SignedCheckpoint other =
                SignedCheckpoint.sign(new Checkpoint("desk.example/audit/other", head.size(), head.root()), Log.SIGNER);
        assertThat(witness.add(new AddCheckpoint(0, List.of(), other).format()).status())
                .isEqualTo(404);
        assertThat(witness.add(new AddCheckpoint(0, List.of(head.root()), log.head()).format())
                        .status())
                .isEqualTo(422);
        assertThat(witness.add(log.request(1))).isEqualTo(Answer.conflict(0));
        witness.add(log.request(0));
        assertThat(witness.add(new AddCheckpoint(3, List.of(head.root()), log.head()).format())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatWasSeen_isRemembered_byAWitnessThatStartsAnew() throws IOException {
        Log log = new Log().add("a", "b");
        Log forked = log.fork().add("c'");
        log.add("c");
        witness().add(log.request(0));
        assertThat(witness().add(forked.request(0))).isEqualTo(Answer.conflict(3));
        assertThat(cosigned(witness().add(log.request(3)), log)).isTrue();
    }

    @Test
    void nothingIsCosigned_whenWhatWasSeenCannotBeKeptOrRead() throws IOException {
        Log log = new Log().add("a", "b");
        Witness witness = witness();
        witness.add(log.request(0));
        Path file;
        try (var files = Files.list(folder)) {
            file = files.filter(one -> one.toString().endsWith(".checkpoint"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] good = Files.readAllBytes(file);
        Path blocked = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectory(blocked);
        log.add("c");
        assertThatThrownBy(() -> witness.add(log.request(2))).isInstanceOf(IOException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(good);
        Files.delete(blocked);
        Files.writeString(file, "nonsense");
        assertThatThrownBy(() -> witness.add(log.request(2))).isInstanceOf(IllegalArgumentException.class);
    }

    /** The race of the specification: many at once, and what was seen never goes back. */
    @Test
    void manyAtOnce_neverCosignTwoPasts() throws Exception {
        Witness witness = witness();
        Log base = new Log().add("a", "b", "c");
        witness.add(base.request(0));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Log fork = base.fork().add("fork " + i);
            tries.add(() -> cosigned(witness.add(fork.request(3)), fork));
        }
        int signed = 0;
        for (Future<Boolean> one : threads.invokeAll(tries)) {
            signed += one.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(signed).isEqualTo(1);
        assertThat(new Seen(folder)
                        .get(Log.SIGNER.verifier().name())
                        .orElseThrow()
                        .checkpoint()
                        .size())
                .isEqualTo(4);
    }
}
