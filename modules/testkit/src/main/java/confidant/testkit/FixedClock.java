package confidant.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. Thread-safe; always UTC. */
public final class FixedClock extends Clock {
    private Instant now;

    private FixedClock(Instant now) {
        this.now = now;
    }

    /** A Sunday noon in Taipei. */
    public static FixedClock noon() {
        return at(Instant.parse("2026-11-22T04:00:00Z"));
    }

    public static FixedClock at(Instant now) {
        return new FixedClock(now);
    }

    /** Moves it on. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** Moves it anywhere, back too. */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @throws UnsupportedOperationException for any zone but UTC, which no code of ours asks for */
    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(getZone())) {
            return this;
        }
        throw new UnsupportedOperationException("this clock knows UTC only");
    }
}
