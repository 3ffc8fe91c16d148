package confidant.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithholdingTest {
    private static Withholding of(long... counts) {
        Map<String, Long> cells = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            cells.put("c" + i, counts[i]);
        }
        return Withholding.of(cells, 10);
    }

    @Test
    void cell_isShown_fromTheThresholdOn() {
        Withholding all = of(10, 11, 400);
        assertThat(all.withheld()).isEmpty();
        assertThat(all.shown()).containsOnly(Map.entry("c0", 10L), Map.entry("c1", 11L), Map.entry("c2", 400L));
    }

    @Test
    void smallCellAlone_takesTheNextSmallestWithIt() {
        Withholding one = of(90, 9, 30);
        assertThat(one.withheld()).containsExactlyInAnyOrder("c1", "c2");
        assertThat(one.shown()).containsOnly(Map.entry("c0", 90L));
    }

    @Test
    void severalSmallCells_hideEachOther() {
        Withholding two = of(-3, 9, 30);
        assertThat(two.withheld()).containsExactly("c0", "c1");
        assertThat(two.shown()).containsOnlyKeys("c2");
    }

    @Test
    void twoCells_areBothWithheld_whenOneIsSmall() {
        assertThat(of(500, 2).shown()).isEmpty();
        assertThat(of(4).withheld()).containsExactly("c0");
        assertThat(of().withheld()).isEmpty();
    }

    @Test
    void shownCount_isNeverBelowZero() {
        Map<String, Long> cells = Map.of("few", -5L);
        assertThat(Withholding.of(cells, -10).shown()).containsEntry("few", 0L);
    }
}
