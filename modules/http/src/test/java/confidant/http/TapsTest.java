package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TapsTest {
    /** A clock that goes when it is told to. */
    private static final class Wound extends Clock {
        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void try_isRefused_whenTheBucketIsEmptyAndTakenAgainWhenItFills() {
        Wound clock = new Wound();
        Taps taps = new Taps(3, clock);
        for (int i = 0; i < 3; i++) {
            assertThat(taps.take("203.0.113.9")).isTrue();
        }

        assertThat(taps.take("203.0.113.9")).isFalse();
        assertThat(taps.take("203.0.113.10")).isTrue();
        clock.now = clock.now.plusSeconds(20);
        assertThat(taps.take("203.0.113.9")).isTrue();
        assertThat(taps.take("203.0.113.9")).isFalse();
    }

    @Test
    void try_isAlwaysTaken_withoutABound() {
        Taps taps = new Taps(0, Clock.systemUTC());

        for (int i = 0; i < 1000; i++) {
            assertThat(taps.take("203.0.113.9")).isTrue();
        }
    }
}
