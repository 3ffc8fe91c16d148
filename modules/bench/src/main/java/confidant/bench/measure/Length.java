package confidant.bench.measure;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUp the longest that {@code warmUpMessages} may take
 */
record Length(int warmUpMessages, Duration warmUp, Duration load, int rounds, int pool, int entries) {
    static final Length FULL =
            new Length(40_000, Duration.ofSeconds(150), Duration.ofSeconds(20), 100, 10_000, 1_000_000);
    static final Length QUICK = new Length(2_000, Duration.ofSeconds(12), Duration.ofSeconds(6), 20, 500, 100_000);
}
