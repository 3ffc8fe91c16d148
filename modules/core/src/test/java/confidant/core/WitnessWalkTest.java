package confidant.core;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.audit.Auditing;
import confidant.core.audit.Auditing.Filter;
import confidant.core.audit.Notes;
import confidant.core.port.Witness;
import confidant.ledger.AddCheckpoint;
import confidant.ledger.BundleReport;
import confidant.ledger.BundleVerifier;
import confidant.ledger.Checkpoint;
import confidant.ledger.ConsistencyProof;
import confidant.ledger.Cosigner;
import confidant.ledger.Finding;
import confidant.ledger.Hash;
import confidant.ledger.NoteVerifier;
import confidant.ledger.SignedCheckpoint;
import confidant.ledger.WitnessKey;
import confidant.model.Lang;
import confidant.model.Personal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger as a witness elsewhere sees it. */
class WitnessWalkTest {
    private static final Filter WITNESS =
            new Filter(Optional.of("witness"), Optional.empty(), Optional.empty(), Optional.empty());

    private final TestHouse test = new TestHouse();
    private final Elsewhere witness = new Elsewhere();
    private final Auditing auditing =
            new Auditing(test.house, new Notes(test.house), test.ledgerKey(), List.of(witness));

    @TempDir
    Path folder;

    /** Keeps the rules of tlog-witness for one log. */
    private static final class Elsewhere implements Witness {
        private final Cosigner cosigner = Cosigner.generate("auditor.example/w1", new SecureRandom());
        private Optional<Checkpoint> seen = Optional.empty();
        private boolean away;
        private int asked;
        private Future<Void> free = Future.succeededFuture();

        @Override
        public WitnessKey key() {
            return cosigner.witness();
        }

        @Override
        public Future<Answer> add(AddCheckpoint request) {
            asked++;
            return free.compose(now -> answer(request));
        }

        private Future<Answer> answer(AddCheckpoint request) {
            if (away) {
                return Future.failedFuture(new IOException("away"));
            }
            Checkpoint head = request.checkpoint().checkpoint();
            long size = seen.map(Checkpoint::size).orElse(0L);
            if (request.old() != size
                    || (head.size() == size && !seen.map(head::equals).orElse(false))) {
                return Future.succeededFuture(new Answer(409, size + "\n"));
            }
            boolean follows = size == 0
                    || new ConsistencyProof(size, head.size(), request.proof())
                            .verify(seen.orElseThrow().root(), head.root());
            if (!follows) {
                return Future.succeededFuture(new Answer(422, "no\n"));
            }
            seen = Optional.of(head);
            return Future.succeededFuture(new Answer(
                    200,
                    cosigner.cosign(head, Instant.ofEpochSecond(1_800_000_000)).line()));
        }
    }

    private void say(int from, int to) {
        Guest guest = test.guest(Lang.EN);
        for (int i = from; i < to; i++) {
            done(test.rooms.reception().say(guest, "m" + i, Personal.of("hello " + i)));
            done(auditing.sequence());
        }
    }

    private BundleReport verify() throws IOException {
        byte[] zip = done(auditing.bundle(test.officer(), "audit"));
        Path file = Files.write(folder.resolve("bundle.zip"), zip);
        return BundleVerifier.verify(file, List.of(NoteVerifier.parse(auditing.key())), List.of(witness.key()));
    }

    @Test
    void checkpoint_isCosigned_andTheBundleHoldsIt() throws IOException {
        say(0, 5);
        assertThat(done(auditing.witness())).isEqualTo(1);
        say(5, 10);
        assertThat(done(auditing.witness())).isEqualTo(1);

        String published = done(auditing.checkpoint(test.officer())).note();
        assertThat(witness.key().cosigned(SignedCheckpoint.parse(published).note()))
                .isPresent();
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void witnessThatIsAway_stopsNothing_andIsAskedAgain() throws IOException {
        witness.away = true;
        say(0, 3);
        assertThat(done(auditing.witness())).isZero();
        assertThat(verify().findings().stream().map(Finding::kind)).containsExactly(Finding.Kind.NOT_WITNESSED);
        witness.away = false;
        assertThat(done(auditing.witness())).isEqualTo(1);
        assertThat(verify().ok()).isTrue();
    }

    @Test
    void rounds_runOneAfterTheOther_andTheNewestCosignatureStays() {
        say(0, 3);
        Promise<Void> free = Promise.promise();
        witness.free = free.future();
        Future<Integer> slow = auditing.witness();
        say(3, 6);
        Future<Integer> next = auditing.witness();
        assertThat(slow.isComplete()).isFalse();
        assertThat(witness.asked).isEqualTo(1);

        free.complete();
        assertThat(done(slow)).isEqualTo(1);
        assertThat(done(next)).isEqualTo(1);
        assertThat(witness.asked).isGreaterThan(1);
        String published = done(auditing.checkpoint(test.officer())).note();
        assertThat(witness.key().cosigned(SignedCheckpoint.parse(published).note()))
                .isPresent();
    }

    @Test
    void anotherNode_learnsFromTheWitness_whatItSawLast() {
        say(0, 3);
        done(auditing.witness());
        say(3, 6);
        test.clock.move(java.time.Duration.ofMinutes(1));
        Auditing other = new Auditing(
                new House(
                        test.house.id(),
                        "node-2",
                        test.stores,
                        test.house.policy(),
                        test.house.vault(),
                        test.clock,
                        test.house.worker()),
                new Notes(test.house),
                test.ledgerKey(),
                List.of(witness));
        assertThat(done(other.witness())).isEqualTo(1);
    }

    @Test
    void secondPast_isNotCosigned_andTheRefusalBecomesAnEntryOnce() throws IOException {
        say(0, 6);
        SignedCheckpoint published =
                SignedCheckpoint.parse(done(auditing.checkpoint(test.officer())).note());
        Checkpoint head = published.checkpoint();
        // What the witness was shown before was another past of this log.
        witness.seen = Optional.of(new Checkpoint(head.origin(), head.size() - 2, Hash.of(new byte[32])));
        assertThat(done(auditing.witness())).isZero();
        assertThat(done(auditing.witness())).isZero();
        done(auditing.sequence());
        assertThat(done(auditing.entries(test.officer(), "audit", WITNESS, "", 10))
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.event().note()).isEqualTo("refused/422"));
        assertThat(verify().findings().stream().map(Finding::kind)).contains(Finding.Kind.NOT_WITNESSED);
    }
}
