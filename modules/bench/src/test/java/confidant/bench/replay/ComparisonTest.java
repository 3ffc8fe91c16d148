package confidant.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void sameList_isWhole() {
        assertThat(Comparison.of(List.of("a", "ok", "b", "ok"), List.of("a", "ok", "b", "ok")))
                .isEqualTo(new Comparison(4, 0, 0, 0));
    }

    @Test
    void missingRepetition_isLost() {
        assertThat(Comparison.of(List.of("ok", "b", "ok"), List.of("ok", "b"))).isEqualTo(new Comparison(2, 1, 0, 0));
    }

    @Test
    void secondCopy_isDoubled() {
        assertThat(Comparison.of(List.of("a", "b"), List.of("a", "b", "a"))).isEqualTo(new Comparison(2, 0, 1, 0));
    }

    @Test
    void movedElement_isOutOfOrder() {
        assertThat(Comparison.of(List.of("a", "b", "c", "d"), List.of("b", "c", "a", "d")))
                .isEqualTo(new Comparison(4, 0, 0, 1));
    }

    @Test
    void strangeElement_countsAsDoubled() {
        assertThat(Comparison.of(List.of("a"), List.of("a", "x"))).isEqualTo(new Comparison(1, 0, 1, 0));
    }
}
