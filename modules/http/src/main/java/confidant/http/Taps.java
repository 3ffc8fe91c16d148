package confidant.http;

import confidant.http.problem.Kind;
import confidant.http.problem.Trouble;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token buckets for one kind of try, one for each remote address. An address is known only as a number keyed with a secret
 * of this process, never kept longer than its bucket takes to fill. Calls from this very machine are not counted: they are
 * tests, tools, or a proxy that speaks for many. Thread-safe.
 */
final class Taps {
    private static final int MOST = 50_000;

    private final double perMinute;
    private final Clock clock;
    private final byte[] key = new byte[32];
    private final Map<Long, Level> levels = new LinkedHashMap<>();

    private record Level(double left, long at) {}

    Taps(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** Takes one try; {@link Trouble} if the address has none left. */
    void take(RoutingContext context) {
        var remote = context.request().remoteAddress();
        String address = remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
        if (!local(address) && !take(address)) {
            throw new Trouble(Kind.TOO_MANY, "wait a little");
        }
    }

    synchronized boolean take(String address) {
        if (perMinute <= 0) {
            return true;
        }
        long now = clock.millis();
        long number = number(address);
        Level level = levels.getOrDefault(number, new Level(perMinute, now));
        double left = Math.min(perMinute, level.left + (now - level.at) * perMinute / 60_000);
        levels.remove(number);
        forget(now);
        levels.put(number, new Level(left >= 1 ? left - 1 : left, now));
        return left >= 1;
    }

    /** Buckets untouched for a minute are full again; the map is in the order of touching. */
    private void forget(long now) {
        var oldest = levels.values().iterator();
        while (oldest.hasNext()) {
            boolean full = now - oldest.next().at >= Duration.ofMinutes(1).toMillis();
            if (!full && levels.size() < MOST) {
                return;
            }
            oldest.remove();
        }
    }

    static boolean local(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }

    private long number(String address) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(key);
            return ByteBuffer.wrap(sha.digest(address.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
