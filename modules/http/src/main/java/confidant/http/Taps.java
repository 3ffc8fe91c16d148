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
import java.util.Optional;

/**
 * Token buckets for one kind of try, one for each remote address. An address is known only as a number keyed with a secret
 * of this process, never kept longer than its bucket takes to fill. A proxy in the private network is believed about the
 * address that it names; calls of this very machine on its own behalf are not counted. Thread-safe.
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
        String caller = near(address) ? lastHop(context).orElse(address) : address;
        if (!local(caller) && !take(caller)) {
            throw new Trouble(Kind.TOO_MANY, "wait a little");
        }
    }

    /** Whom the nearest proxy names; what stands before that in the header is hearsay. */
    private static Optional<String> lastHop(RoutingContext context) {
        String hops = context.request().getHeader("X-Forwarded-For");
        return Optional.ofNullable(hops)
                .map(text -> text.substring(text.lastIndexOf(',') + 1).strip())
                .filter(text -> !text.isEmpty());
    }

    /** Whether an address is of this machine or its private network, where a proxy of the house may stand. */
    private static boolean near(String address) {
        return local(address)
                || address.startsWith("10.")
                || address.startsWith("192.168.")
                || address.matches("172\\.(1[6-9]|2\\d|3[01])\\..*")
                || address.matches("(?i)f[cd][0-9a-f]{2}:.*");
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
