package confidant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogVerifierTest {
    private static final LogVerifier VERIFIER = LogVerifier.of(TestLog.SIGNER.verifier());

    private static Verification verify(TestLog log) {
        return VERIFIER.verify(log.head(), log.checkpoints, log);
    }

    private static List<Finding.Kind> kinds(Verification verification) {
        return verification.findings().stream().map(Finding::kind).toList();
    }

    @Test
    void tesseraLog_verifies_withAllItsCheckpoints() {
        Verification found = LogVerifier.of(SharedData.TESSERA_KEY)
                .verify(
                        SharedData.tesseraCheckpoint("checkpoint"),
                        SharedData.tesseraCheckpoints(),
                        SharedData.tesseraTiles());
        assertThat(found.findings()).isEmpty();
        assertThat(found.ok()).isTrue();
        assertThat(found.entries()).isEqualTo(15);
        assertThat(found.checkpoints()).isEqualTo(17);
    }

    @Test
    void log_verifies_atSizesAroundTileEdges() {
        for (int size : List.of(1, 2, 255, 256, 257, 511, 512, 513, 600)) {
            Verification found = verify(TestLog.ofSize(size, 100));
            assertThat(found.findings()).as("size %d", size).isEmpty();
            assertThat(found.entries()).isEqualTo(size);
        }
        TestLog empty = new TestLog();
        SignedCheckpoint head = SignedCheckpoint.sign(LogState.empty().checkpoint(TestLog.ORIGIN), TestLog.SIGNER);
        assertThat(VERIFIER.verify(head, List.of(head), empty).ok()).isTrue();
    }

    @Test
    void changedEntry_isNamed_inFullAndPartialBundles() {
        for (long number : List.of(1L, 255L, 256L, 599L)) {
            TestLog log = TestLog.ofSize(600, 600);
            TilePath bundle = TilePath.entries(number / 256, number < 512 ? 256 : 88);
            int at = bundleOffset(log, bundle, (int) (number % 256)) + 2;
            log.flip(bundle, at, 4);
            Verification found = verify(log);
            assertThat(kinds(found)).containsExactly(Finding.Kind.ENTRY_CHANGED);
            assertThat(found.firstBadEntry()).hasValue(number);
            assertThat(found.findings().get(0).words()).startsWith("entry " + number + " was changed");
        }
    }

    @Test
    void changedHash_isToldFromAChangedEntry() {
        TestLog log = TestLog.ofSize(600, 600);
        log.flip(TilePath.hashes(0, 1, 256), 32 * 7 + 3, 1);
        log.flip(TilePath.hashes(0, 2, 88), 32 * 9, 1);
        Verification found = verify(log);
        assertThat(kinds(found)).containsExactly(Finding.Kind.TILE_CHANGED, Finding.Kind.TILE_CHANGED);
        assertThat(found.findings().stream().map(Finding::number)).containsExactly(256L + 7, 512L + 9);
    }

    @Test
    void changedHash_isNamedByItsTile_aboveTheEntries() {
        TestLog log = TestLog.ofSize(600, 600);
        log.flip(TilePath.hashes(1, 0, 2), 33, 1);
        Verification found = verify(log);
        assertThat(kinds(found)).containsExactly(Finding.Kind.TILE_CHANGED);
        assertThat(found.findings().get(0).subject()).isEqualTo("tile/1/000.p/2");
        assertThat(found.findings().get(0).entry()).isEmpty();
    }

    @Test
    void severalChanges_areEachNamed() {
        TestLog log = TestLog.ofSize(600, 600);
        log.flip(TilePath.entries(0, 256), bundleOffset(log, TilePath.entries(0, 256), 5) + 2, 1);
        log.flip(TilePath.hashes(0, 1, 256), 0, 1);
        log.flip(TilePath.hashes(1, 0, 2), 33, 1);
        Verification found = verify(log);
        assertThat(found.firstBadEntry()).hasValue(5);
        assertThat(found.findings()).anyMatch(f -> f.kind() == Finding.Kind.ENTRY_CHANGED && f.number() == 5);
        assertThat(found.findings()).anyMatch(f -> f.number() == 256);
        assertThat(found.findings()).anyMatch(f -> f.subject().equals("tile/1/000.p/2"));
    }

    @Test
    void changesInAnUpperTile_areFound_inALargeLog() {
        TestLog log = TestLog.ofSize(66_000, 66_000);
        assertThat(verify(log).findings()).isEmpty();
        log.flip(TilePath.hashes(1, 0, 256), 32 * 200, 1);
        log.flip(TilePath.entries(3, 256), bundleOffset(log, TilePath.entries(3, 256), 8) + 2, 1);
        Verification found = verify(log);
        assertThat(found.firstBadEntry()).hasValue(3 * 256 + 8);
        assertThat(found.findings()).anyMatch(f -> f.subject().equals("tile/1/000"));
    }

    @Test
    void entryChangedTogetherWithItsHash_isFound_byTheTileAbove() {
        TestLog log = TestLog.ofSize(600, 600);
        rewrite(log, TilePath.entries(0, 256), TilePath.hashes(0, 0, 256), 17);
        Verification found = verify(log);
        assertThat(kinds(found)).containsExactly(Finding.Kind.ENTRIES_REWRITTEN);
        assertThat(found.findings().get(0).words()).contains("0 to 255");
    }

    @Test
    void entryChangedTogetherWithItsHash_isFound_inThePartialTile() {
        TestLog log = TestLog.ofSize(600, 600);
        rewrite(log, TilePath.entries(2, 88), TilePath.hashes(0, 2, 88), 17);
        assertThat(kinds(verify(log))).contains(Finding.Kind.ROOT_DIFFERS);
    }

    @Test
    void missingTiles_areNamed() {
        for (TilePath path : TilePath.allOf(600).toList()) {
            TestLog log = TestLog.ofSize(600, 600);
            log.stored.remove(path.text());
            Verification found = verify(log);
            assertThat(kinds(found)).containsExactly(Finding.Kind.MISSING);
            assertThat(found.findings().get(0).subject()).isEqualTo(path.text());
        }
    }

    @Test
    void cutOffEntries_areFound_byAnOlderCheckpoint() {
        TestLog log = TestLog.ofSize(600, 300);
        List<SignedCheckpoint> seen = new ArrayList<>(log.checkpoints);
        TestLog shorter = TestLog.ofSize(500, 500);
        Verification found = VERIFIER.verify(shorter.head(), seen, shorter);
        assertThat(kinds(found)).containsExactly(Finding.Kind.HISTORY_DIFFERS);
        assertThat(found.findings().get(0).subject()).isEqualTo("checkpoints/600");
    }

    @Test
    void rewrittenHistory_isFound_byAnOlderCheckpoint() {
        TestLog honest = TestLog.ofSize(300, 100);
        List<byte[]> other = TestLog.entries(0, 300);
        other.set(150, new byte[] {1});
        TestLog forged = new TestLog();
        Appended appended = Appender.append(LogState.empty(), other);
        appended.writes().forEach((path, bytes) -> forged.stored.put(path.text(), bytes));
        SignedCheckpoint head = SignedCheckpoint.sign(appended.state().checkpoint(TestLog.ORIGIN), TestLog.SIGNER);
        assertThat(VERIFIER.verify(head, forged).ok()).isTrue();
        Verification found = VERIFIER.verify(head, honest.checkpoints, forged);
        assertThat(found.findings().stream().map(Finding::subject))
                .containsExactly("checkpoints/200", "checkpoints/300");
    }

    @Test
    void olderCheckpoints_stayGood_whenOnlyALaterEntryWasChanged() {
        TestLog log = TestLog.ofSize(600, 100);
        log.flip(TilePath.entries(0, 256), bundleOffset(log, TilePath.entries(0, 256), 5) + 2, 1);
        assertThat(kinds(verify(log))).containsExactly(Finding.Kind.ENTRY_CHANGED);
    }

    @Test
    void foreignKeyAndForeignLog_areFound() {
        TestLog log = TestLog.ofSize(10, 10);
        NoteSigner foreign = NoteSigner.generate(TestLog.ORIGIN, new SecureRandom());
        SignedCheckpoint forged = SignedCheckpoint.sign(log.state.checkpoint(TestLog.ORIGIN), foreign);
        assertThat(kinds(VERIFIER.verify(forged, log))).containsExactly(Finding.Kind.BAD_SIGNATURE);
        SignedCheckpoint other =
                SignedCheckpoint.sign(log.state.checkpoint("desk.example/audit/other"), TestLog.SIGNER);
        assertThat(kinds(VERIFIER.verify(other, log))).containsExactly(Finding.Kind.WRONG_LOG);
    }

    @Test
    void replacedKey_isAccepted_whileBothKeysAreKnown() {
        TestLog log = TestLog.ofSize(20, 10);
        NoteSigner next = NoteSigner.generate(TestLog.ORIGIN, new SecureRandom());
        SignedCheckpoint head = SignedCheckpoint.sign(log.state.checkpoint(TestLog.ORIGIN), next);
        LogVerifier both = new LogVerifier(TestLog.ORIGIN, List.of(next.verifier(), TestLog.SIGNER.verifier()));
        assertThat(both.verify(head, log.checkpoints, log).ok()).isTrue();
    }

    @Test
    void forgedSize_doesNotKeepTheVerifierBusy() {
        TestLog log = TestLog.ofSize(10, 10);
        Checkpoint huge = new Checkpoint(TestLog.ORIGIN, Long.MAX_VALUE, log.state.root());
        assertThat(kinds(VERIFIER.verify(SignedCheckpoint.sign(huge, TestLog.SIGNER), log)))
                .contains(Finding.Kind.MISSING, Finding.Kind.STOPPED);
    }

    static int bundleOffset(TestLog log, TilePath bundle, int entry) {
        EntryBundle.Cursor cursor = new EntryBundle.Cursor(log.stored.get(bundle.text()));
        for (int i = 0; i <= entry; i++) {
            assertThat(cursor.next()).isTrue();
        }
        return cursor.from() - 2;
    }

    private static void rewrite(TestLog log, TilePath bundle, TilePath tile, int position) {
        log.flip(bundle, bundleOffset(log, bundle, position) + 2, 1);
        byte[] entry = EntryBundle.decode(log.stored.get(bundle.text()), bundle.width())
                .get(position);
        byte[] hashes = log.stored.get(tile.text()).clone();
        Merkle.leafHash(entry).copyTo(hashes, position);
        log.stored.put(tile.text(), hashes);
    }
}
