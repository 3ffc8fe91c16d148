package confidant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A log that another implementation wrote. */
class TesseraLogTest {
    @Test
    void checkpoints_verifyAndKeepTheirBytes() {
        List<SignedCheckpoint> checkpoints = SharedData.tesseraCheckpoints();
        assertThat(checkpoints).hasSize(16).allMatch(checkpoint -> checkpoint.isSignedBy(SharedData.TESSERA_KEY));
        for (int size = 0; size < 16; size++) {
            Path file = SharedData.folder("tessera-log").resolve("checkpoint." + size);
            assertThat(checkpoints.get(size).checkpoint().size()).isEqualTo(size);
            assertThat(checkpoints.get(size).bytes()).isEqualTo(SharedData.bytes(file));
        }
    }

    @Test
    void appender_writesTheSameTiles_oneEntryAtATime() throws IOException {
        List<byte[]> entries = EntryBundle.decode(
                SharedData.tesseraTiles().read(TilePath.entries(0, 15)).orElseThrow(), 15);
        Map<String, byte[]> written = new HashMap<>();
        LogState state = LogState.empty();
        for (byte[] entry : entries) {
            Appended appended = Appender.append(state, List.of(entry));
            appended.writes().forEach((path, bytes) -> written.put(path.text(), bytes));
            state = appended.state();
            assertThat(state.checkpoint("example.com/log/testdata"))
                    .isEqualTo(SharedData.tesseraCheckpoint("checkpoint." + state.size())
                            .checkpoint());
        }
        Map<String, byte[]> expected = tiles();
        assertThat(written.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, bytes) -> assertThat(written.get(path)).as(path).isEqualTo(bytes));
    }

    @Test
    void consistency_holds_betweenEveryTwoCheckpoints() {
        List<SignedCheckpoint> checkpoints = SharedData.tesseraCheckpoints();
        ProofBuilder builder = new ProofBuilder(SharedData.tesseraTiles(), 15);
        for (int size1 = 1; size1 <= 15; size1++) {
            for (int size2 = size1; size2 <= 15; size2++) {
                Hash root1 = checkpoints.get(size1).checkpoint().root();
                Hash root2 = checkpoints.get(size2).checkpoint().root();
                assertThat(builder.consistency(size1, size2).verify(root1, root2))
                        .isTrue();
            }
        }
    }

    private static Map<String, byte[]> tiles() throws IOException {
        Path log = SharedData.folder("tessera-log");
        Map<String, byte[]> tiles = new HashMap<>();
        try (Stream<Path> files = Files.walk(log.resolve("tile"))) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            tiles.put(log.relativize(file).toString().replace('\\', '/'), SharedData.bytes(file)));
        }
        return tiles;
    }
}
