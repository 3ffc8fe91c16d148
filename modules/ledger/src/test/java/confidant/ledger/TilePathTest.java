package confidant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TilePathTest {
    @Test
    void path_isWritten_asTheFormatSays() {
        assertThat(TilePath.hashes(0, 1_234_067, 256).text()).isEqualTo("tile/0/x001/x234/067");
        assertThat(TilePath.hashes(3, 0, 1).text()).isEqualTo("tile/3/000.p/1");
        assertThat(TilePath.entries(1000, 255).text()).isEqualTo("tile/entries/x001/000.p/255");
    }

    @Test
    void path_survivesItsText() {
        for (long index : List.of(0L, 999L, 1000L, 1_000_000L, 1_234_067L, (1L << 55) - 1)) {
            for (int width : List.of(1, 255, 256)) {
                TilePath tile = TilePath.hashes(7, index, width);
                TilePath bundle = TilePath.entries(index, width);
                assertThat(TilePath.parse(tile.text())).isEqualTo(tile);
                assertThat(TilePath.parse(bundle.text())).isEqualTo(bundle);
            }
        }
    }

    @Test
    void path_isRefused_inAnyOtherSpelling() {
        for (String odd : List.of(
                "",
                "tile",
                "tile/0",
                "/tile/0/000",
                "tile/0/000/",
                "tile/00/000",
                "tile/8/000",
                "tile/-1/000",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/x000/000",
                "tile/0/001/000",
                "tile/0/x001",
                "tile/0/000.p",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/1/2",
                "tile/data/000",
                "tile/0/../000",
                "tile/entries/../../etc",
                "tile/0/000.q/1",
                "tiles/0/000",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999")) {
            assertThatThrownBy(() -> TilePath.parse(odd)).as(odd).isInstanceOf(Malformed.class);
        }
    }

    /** The example in tlog-tiles, "Partial Tiles". */
    @Test
    void tilesOfALog_areThoseTheFormatCounts() {
        List<TilePath> tiles =
                TilePath.allOf(70_000).filter(path -> !path.isEntries()).toList();
        assertThat(tiles)
                .filteredOn(path -> path.level() == 0 && !path.isPartial())
                .hasSize(273);
        assertThat(tiles)
                .filteredOn(TilePath::isPartial)
                .containsExactly(TilePath.hashes(0, 273, 112), TilePath.hashes(1, 1, 17), TilePath.hashes(2, 0, 1));
        assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(TilePath.allOf(256).map(TilePath::text))
                .containsExactly("tile/0/000", "tile/1/000.p/1", "tile/entries/000");
    }

    @Test
    void bundle_isRefused_unlessItHoldsExactlyItsEntries() {
        List<byte[]> entries = TestLog.entries(0, 9);
        byte[] bundle = EntryBundle.encode(entries);
        assertThat(EntryBundle.decode(bundle, 9)).usingRecursiveComparison().isEqualTo(entries);
        assertThatThrownBy(() -> EntryBundle.decode(bundle, 8)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntryBundle.decode(bundle, 10)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntryBundle.decode(Arrays.copyOf(bundle, bundle.length - 1), 9))
                .isInstanceOf(Malformed.class);
    }
}
