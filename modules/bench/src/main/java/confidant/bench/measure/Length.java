package confidant.bench.measure;

import java.time.Duration;

/** How much is measured. */
record Length(Duration warmUp, Duration load, int rounds, int pool, int entries) {
    static final Length FULL = new Length(Duration.ofSeconds(12), Duration.ofSeconds(20), 100, 10_000, 1_000_000);
    static final Length QUICK = new Length(Duration.ofSeconds(4), Duration.ofSeconds(6), 20, 500, 100_000);
}
