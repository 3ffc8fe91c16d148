package confidant.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.policy.Ratio;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody knows all clients but one and asks overlapping questions that this one adds to. However they weigh the answers, they
 * tell whether the one is there no better than what was spent allows: right in exp(e)/(1+exp(e)) of all cases at the most.
 */
class DifferenceAttackTest {
    private static final int TRIES = 40_000;
    private static final Ratio EPSILON = new Ratio(1, 2);
    // Five standard deviations of a share of so many tries.
    private static final double SLACK = 5 * 0.5 / Math.sqrt(TRIES);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void overlappingQuestions_tellNoMoreThanWasSpent(int questions) {
        Random random = new Random(41 + questions);
        Noise noise = new Noise(random);
        int right = 0;
        for (int i = 0; i < TRIES; i++) {
            boolean there = random.nextBoolean();
            double evidence = 0;
            for (int q = 0; q < questions; q++) {
                evidence += evidence(released(noise, 20 + q, there), 20 + q);
            }
            boolean guess = evidence == 0 ? random.nextBoolean() : evidence > 0;
            right += guess == there ? 1 : 0;
        }
        double spent = questions * 0.5;
        double bound = Math.exp(spent) / (1 + Math.exp(spent));
        assertThat((double) right / TRIES).isBetween(0.55, bound + SLACK);
    }

    /** The threshold alone gives the one away: that is why there is noise. */
    @Test
    void thresholdWithoutNoise_isDifferenced() {
        Withholding without = Withholding.of(cells(30, 40), 10);
        Withholding with = Withholding.of(cells(31, 40), 10);
        assertThat(with.shown().get("one") - without.shown().get("one")).isEqualTo(1);
    }

    private static Withholding released(Noise noise, int others, boolean there) {
        Map<String, Long> noised = new LinkedHashMap<>();
        cells(others + (there ? 1 : 0), 50).forEach((cell, count) -> noised.put(cell, count + noise.draw(EPSILON)));
        return Withholding.of(noised, 10);
    }

    private static Map<String, Long> cells(long one, long other) {
        Map<String, Long> cells = new LinkedHashMap<>();
        cells.put("one", one);
        cells.put("other", other);
        return cells;
    }

    /** How much more likely the answer is with the one than without; what is withheld speaks against them, if at all. */
    private static double evidence(Withholding answer, int others) {
        Long shown = answer.shown().get("one");
        return shown == null ? -0.5 : Math.abs(shown - others) - Math.abs(shown - others - 1);
    }
}
