package confidant.e2e;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The house's time in these tests. It runs as fast as any other but begins in a morning, so that no test depends on the
 * hour it is run at, and can be put forward. Never goes back. Thread-safe.
 */
final class HouseClock extends Clock {
    /** Where the clients of these tests live. */
    static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final Clock real = Clock.systemUTC();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** Goes on to the next time that it is {@code hour} in Taipei. */
    void forwardTo(LocalTime hour) {
        ZonedDateTime now = instant().atZone(TAIPEI);
        ZonedDateTime then = now.with(hour);
        pass(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }

    void pass(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        // A clock of one moment: who asks for a zone wants to know which day it is there now.
        return Clock.fixed(instant(), zone);
    }
}
