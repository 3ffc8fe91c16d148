package confidant.core;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.audit.Auditing.Entries;
import confidant.core.audit.Auditing.Filter;
import confidant.core.audit.Auditing.Pseudonyms;
import confidant.core.audit.EntryText;
import confidant.ledger.BundleVerifier;
import confidant.ledger.NoteVerifier;
import confidant.model.Actor;
import confidant.model.Lang;
import confidant.model.LedgerEvent;
import confidant.model.Personal;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.store.LedgerStore.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerWalkTest {
    private static final Filter ALL =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private final TestHouse test = new TestHouse();

    @TempDir
    Path folder;

    @Test
    void bundle_verifies_andAChangedByteIsReported() throws Exception {
        Guest guest = test.guest(Lang.EN, Purpose.GREETING);
        for (int i = 0; i < 40; i++) {
            done(test.rooms.reception().say(guest, "m" + i, Personal.of("hello " + i)));
            done(test.rooms.auditing().sequence());
        }
        byte[] zip = done(test.rooms.auditing().bundle(test.officer(), "audit"));
        Path file = Files.write(folder.resolve("bundle.zip"), zip);
        NoteVerifier key = NoteVerifier.parse(test.rooms.auditing().key());

        assertThat(BundleVerifier.verify(file, List.of(key)).ok()).isTrue();
        int at = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\"event\":\"receive\"") + 10;
        zip[at] ^= 1;
        Files.write(file, zip);
        var report = BundleVerifier.verify(file, List.of(key));
        assertThat(report.ok()).isFalse();
        assertThat(report.firstBadEntry()).isPresent();
    }

    @Test
    void sequencer_finishesWhatAStoppedOneLeft_withoutDoublingAnEntry() {
        Guest guest = test.guest(Lang.EN);
        done(test.rooms.reception().say(guest, "m1", Personal.of("one")));
        done(test.rooms.auditing().sequence());
        done(test.rooms.reception().say(guest, "m2", Personal.of("two")));
        // The step of the position is stored and then the node dies: nothing was written, nothing removed.
        TestHouse other = new TestHouse(Optional.of(test), "node-2", new TestHouse.NoAdvice());
        StopAfterAdvance stopping = new StopAfterAdvance(test);
        stopping.run();
        other.clock.set(test.clock.instant().plusSeconds(60));

        done(other.rooms.auditing().sequence());
        done(other.rooms.auditing().sequence());

        Entries entries = done(other.rooms.auditing().entries(other.officer(), "audit", ALL, "", 500));
        assertThat(entries.entries()).extracting(e -> e.index()).doesNotHaveDuplicates();
        assertThat(entries.entries().stream().filter(e -> e.event().event().equals("receive")))
                .hasSize(2);
    }

    @Test
    void sequencer_goesOnAfterAQuietTime_andAfterAnotherNodeTookOver() {
        Guest guest = test.guest(Lang.EN);
        done(test.rooms.reception().say(guest, "m1", Personal.of("one")));
        done(test.rooms.auditing().sequence());
        long from = done(test.stores.ledger().position()).orElseThrow().from();
        for (int i = 0; i < 30; i++) {
            test.clock.move(java.time.Duration.ofMinutes(10));
            done(test.rooms.auditing().sequence());
        }
        assertThat(done(test.stores.ledger().position()).orElseThrow().from()).isGreaterThan(from);

        TestHouse other = new TestHouse(Optional.of(test), "node-2", new TestHouse.NoAdvice());
        other.clock.set(test.clock.instant().plusSeconds(60));
        done(other.rooms.reception().say(guest, "m2", Personal.of("two")));
        done(other.rooms.auditing().sequence());

        Entries entries = done(other.rooms.auditing().entries(other.officer(), "audit", ALL, "", 500));
        assertThat(entries.entries().stream().filter(e -> e.event().event().equals("receive")))
                .hasSize(2);
    }

    @Test
    void officer_seesStatesAndReads_underAPseudonym_andTheQuestionIsNoted() {
        Guest guest = test.guest(Lang.EN, Purpose.GREETING);
        done(test.rooms.reception().say(guest, "m1", Personal.of("secret words")));
        done(test.rooms.conversations().after(test.desk(test.mei), guest.client(), 0, 10));
        done(test.rooms.auditing().sequence());

        Pseudonyms clients = done(test.rooms.auditing().clients(test.officer(), "audit", "", 10));
        String pseudonym = clients.rows().get(0).pseudonym();
        assertThat(clients.rows()).hasSize(1);
        assertThat(clients.rows().get(0).consents()).containsEntry("greeting", "given");
        assertThat(done(test.rooms.auditing().consents(test.officer(), "audit", pseudonym)))
                .hasSize(1);
        Filter reads = new Filter(Optional.of("read"), Optional.of(pseudonym), Optional.empty(), Optional.empty());
        assertThat(done(test.rooms.auditing().entries(test.officer(), "audit", reads, "", 10))
                        .entries())
                .singleElement()
                .satisfies(e -> assertThat(e.event().rule()).isEqualTo("concierge-reads-service"));

        done(test.rooms.auditing().sequence());
        Filter asked = new Filter(Optional.of("audit"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(done(test.rooms.auditing().entries(test.officer(), "audit", asked, "", 10))
                        .entries())
                .hasSizeGreaterThan(2);
    }

    @Test
    void officer_isRefused_withoutOneOfTheReasons() {
        assertThat(failure(test.rooms.auditing().entries(test.officer(), "curious", ALL, "", 10)))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void line_takesIdsAndFixedWordsOnly_andReadsBackTheSame() {
        LedgerEvent event = new LedgerEvent(
                TestHouse.START,
                "read",
                new Actor(Actor.Role.CONCIERGE, "id-1"),
                "subject",
                "service",
                "a-rule",
                "ab12",
                List.of("message", "name"),
                Precision.EXACT,
                3,
                "why/not");
        assertThat(EntryText.read(EntryText.write(event))).isEqualTo(event);

        LedgerEvent words = new LedgerEvent(
                TestHouse.START,
                "read",
                new Actor(Actor.Role.CONCIERGE, "id-1"),
                "王小明",
                "service",
                "",
                "",
                List.of(),
                Precision.NONE,
                0,
                "");
        Assertions.assertThatThrownBy(() -> EntryText.write(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("王");
    }

    /** Takes the step of a sequencer and stops right behind it. */
    private record StopAfterAdvance(TestHouse test) {
        void run() {
            var ledger = test.stores.ledger();
            var position = done(ledger.position()).orElseThrow();
            long minute = test.clock.instant().getEpochSecond() / 10;
            List<Waiting> waiting = done(ledger.waiting(minute, 100));
            assertThat(waiting).isNotEmpty();
            var key = test.ledgerKey();
            var tiles = new java.util.HashMap<confidant.ledger.TilePath, byte[]>();
            for (var path : confidant.ledger.LogState.tilesToRestore(position.size())) {
                tiles.put(path, done(ledger.file(path.text())).orElseThrow());
            }
            String before = Fields.read(position.note()).get("head");
            var head = confidant.ledger.SignedCheckpoint.parse(before);
            var state =
                    confidant.ledger.LogState.restore(head.checkpoint(), path -> Optional.ofNullable(tiles.get(path)));
            var next = confidant.ledger.Appender.append(
                            state, waiting.stream().map(Waiting::entry).toList())
                    .state();
            String signed = confidant.ledger.SignedCheckpoint.sign(next.checkpoint("test/audit/test"), key)
                    .format();
            byte[] note = Fields.write(java.util.Map.of("head", signed, "before", before));
            assertThat(done(ledger.advance(
                            position.size(),
                            new confidant.store.LedgerStore.Position(next.size(), note, waiting, position.from()))))
                    .isTrue();
        }
    }
}
