package confidant.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.policy.Ratio;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The noise has the distribution that privacy is reckoned with. */
class NoiseTest {
    private static final int DRAWS = 200_000;

    /** Beyond this chi-square of 16 degrees of freedom lies one of a thousand true samplers; the seed says which one this is. */
    private static final double CRITICAL = 39.25;

    /** Cells -7 to 7, and a tail on either side. */
    private static final int EDGE = 8;

    @ParameterizedTest
    @CsvSource({"1/2,1", "1/2,2", "1,3", "1/3,4", "3/2,5", "5/7,6"})
    void noise_isTwoSidedGeometric(String epsilon, long seed) {
        Ratio ratio = Ratio.parse(epsilon);
        Noise noise = new Noise(new Random(seed));
        long[] seen = new long[2 * EDGE + 1];
        for (int i = 0; i < DRAWS; i++) {
            seen[(int) Math.max(-EDGE, Math.min(EDGE, noise.draw(ratio))) + EDGE]++;
        }

        double chi = 0;
        for (int z = -EDGE; z <= EDGE; z++) {
            double wanted = DRAWS * chance(z, (double) ratio.above() / ratio.below());
            chi += (seen[z + EDGE] - wanted) * (seen[z + EDGE] - wanted) / wanted;
        }
        assertThat(chi).isLessThan(CRITICAL);
    }

    /** Of {@code z}, and at an edge of all beyond. */
    private static double chance(int z, double epsilon) {
        double step = Math.exp(-epsilon);
        double one = (1 - step) / (1 + step) * Math.pow(step, Math.abs(z));
        return Math.abs(z) == EDGE ? one / (1 - step) : one;
    }
}
