package confidant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AppenderTest {
    @Test
    void restart_continuesTheSameLog_atEverySize() {
        TestLog continuous = TestLog.ofSize(600, 1);
        TestLog restarted = new TestLog();
        for (int size = 1; size <= 600; size++) {
            restarted.grow(1);
            restarted.state = LogState.restore(restarted.head().checkpoint(), restarted);
        }
        assertThat(restarted.state.root()).isEqualTo(continuous.state.root());
        assertThat(restarted.stored.keySet()).isEqualTo(continuous.stored.keySet());
        continuous.stored.forEach(
                (path, bytes) -> assertThat(restarted.stored.get(path)).isEqualTo(bytes));
    }

    @Test
    void batches_giveTheSameTreeAndTiles_howeverTheyAreCut() {
        TestLog single = TestLog.ofSize(1500, 1);
        Random random = new Random(3);
        TestLog cut = new TestLog();
        while (cut.state.size() < 1500) {
            cut.grow((int) Math.min(1 + random.nextInt(400), 1500 - cut.state.size()));
        }
        assertThat(cut.state.root()).isEqualTo(single.state.root());
        cut.stored.forEach(
                (path, bytes) -> assertThat(single.stored.get(path)).as(path).isEqualTo(bytes));
        TilePath.allOf(1500).forEach(path -> assertThat(cut.stored).containsKey(path.text()));
    }

    @Test
    void restart_worksAcrossTheSecondTileLevel() {
        TestLog log = TestLog.ofSize(65_536, 10_000);
        for (int step : List.of(1, 254, 1, 1)) {
            log.state = LogState.restore(log.head().checkpoint(), log);
            log.grow(step);
            assertThat(log.state.root()).isEqualTo(new ProofBuilder(log, log.state.size()).rootAt(log.state.size()));
        }
        assertThat(log.stored).containsKeys("tile/1/000", "tile/2/000.p/1", "tile/1/001.p/1", "tile/0/257.p/1");
    }

    @Test
    void restart_usesFullTiles_wherePartialOnesAreGone() {
        TestLog log = TestLog.ofSize(300, 300);
        Checkpoint older = new Checkpoint(TestLog.ORIGIN, 250, new ProofBuilder(log, 300).rootAt(250));
        LogState state = LogState.restore(older, log);
        assertThat(Appender.append(state, TestLog.entries(250, 50)).state().root())
                .isEqualTo(log.state.root());
    }

    @Test
    void restart_isRefused_whenStoredTilesDoNotFitTheCheckpoint() {
        for (String tile : List.of("tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/001.p/44")) {
            TestLog log = TestLog.ofSize(300, 300);
            log.flip(TilePath.parse(tile), 3, 1);
            assertThatThrownBy(() -> LogState.restore(log.head().checkpoint(), log))
                    .isInstanceOf(Damaged.class);
            log.stored.remove(tile);
            assertThatThrownBy(() -> LogState.restore(log.head().checkpoint(), log))
                    .isInstanceOf(Damaged.class)
                    .hasMessageContaining(tile);
        }
    }

    @Test
    void tilesToRestore_areAllThatIsRead() {
        TestLog log = TestLog.ofSize(600, 600);
        Map<String, byte[]> needed = LogState.tilesToRestore(600).stream()
                .collect(Collectors.toMap(TilePath::text, path -> log.stored.get(path.text())));
        log.stored.keySet().retainAll(needed.keySet());
        assertThat(LogState.restore(log.head().checkpoint(), log).root()).isEqualTo(log.state.root());
        assertThat(LogState.tilesToRestore(65_536)).containsExactly(TilePath.hashes(2, 0, 1));
    }

    @Test
    void state_staysAsItWas_whenItIsAppendedToTwice() {
        LogState state = TestLog.ofSize(255, 255).state;
        Appended first = Appender.append(state, TestLog.entries(255, 3));
        Appended again = Appender.append(state, TestLog.entries(255, 3));
        assertThat(state.size()).isEqualTo(255);
        assertThat(again.firstIndex()).isEqualTo(255);
        assertThat(again.state().root()).isEqualTo(first.state().root());
        assertThat(Appender.append(state, List.of()).writes()).isEmpty();
    }

    @Test
    void entry_isRefused_whenTheFormatCannotHoldIt() {
        byte[] longest = new byte[EntryBundle.LONGEST_ENTRY];
        assertThat(Appender.append(LogState.empty(), List.of(longest)).state().size())
                .isEqualTo(1);
        assertThatThrownBy(() -> Appender.append(LogState.empty(), List.of(new byte[longest.length + 1])))
                .isInstanceOf(Malformed.class);
    }
}
