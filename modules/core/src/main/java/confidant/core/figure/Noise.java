package confidant.core.figure;

import confidant.policy.Ratio;
import java.util.Random;

/**
 * Draws two-sided geometric noise: the chance of z is in proportion to exp(-epsilon * |z|), exactly. After Canonne, Kamath and
 * Steinke, "The Discrete Gaussian for Differential Privacy" (2020), algorithms 1 and 2: whole numbers and coin throws only, as
 * rounding of real numbers would show through (Mironov 2012). Not thread-safe beyond its {@link Random}.
 */
final class Noise {
    private final Random random;

    /** @param random one that nobody can foresee, but in tests */
    Noise(Random random) {
        this.random = random;
    }

    /** @param epsilon above zero, with at most 1000 above and below */
    long draw(Ratio epsilon) {
        int above = epsilon.above();
        int below = epsilon.below();
        while (true) {
            int part = random.nextInt(below);
            if (!throwsExp(part, below)) {
                continue;
            }
            long whole = 0;
            while (throwsExp(1, 1)) {
                whole++;
            }
            long size = (part + below * whole) / above;
            boolean negative = random.nextBoolean();
            // Zero has no sign; without this it would come up twice as often as it may.
            if (!negative || size != 0) {
                return negative ? -size : size;
            }
        }
    }

    /** True with the chance exp(-above/below), for a fraction between 0 and 1. */
    private boolean throwsExp(int above, int below) {
        int turn = 1;
        while (random.nextInt(Math.multiplyExact(below, turn)) < above) {
            turn++;
        }
        return turn % 2 == 1;
    }
}
