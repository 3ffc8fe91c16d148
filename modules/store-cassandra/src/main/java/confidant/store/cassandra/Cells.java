package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads and writes the cells whose types are ours. */
final class Cells {
    /** Twenty years, the longest the database takes. */
    private static final long LONGEST = Duration.ofDays(20 * 365).toSeconds();

    private static final int MOST_PURPOSES = 1_000;
    private static final Map<String, Purpose> PURPOSES = new ConcurrentHashMap<>();

    private Cells() {}

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    static Optional<byte[]> bytes(Row row, String column) {
        return Optional.ofNullable(row.getByteBuffer(column)).map(Cells::bytes);
    }

    static Sealed sealed(Row row, String column) {
        return new Sealed(bytes(row, column).orElse(new byte[0]));
    }

    static ByteBuffer buffer(Sealed sealed) {
        return ByteBuffer.wrap(sealed.bytes());
    }

    static ClientId client(Row row) {
        return new ClientId(row.getUuid("client"));
    }

    static PoolId pool(Row row) {
        return new PoolId(row.getUuid("pool"));
    }

    /** Purposes are few and rows are many. */
    static Purpose purpose(Row row) {
        String id = row.getString("purpose");
        Purpose known = PURPOSES.get(id);
        if (known != null) {
            return known;
        }
        Purpose fresh = new Purpose(id);
        if (PURPOSES.size() < MOST_PURPOSES) {
            PURPOSES.put(id, fresh);
        }
        return fresh;
    }

    static Channel channel(Row row) {
        return Channel.valueOf(row.getString("channel"));
    }

    static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getInstant(column));
    }

    /** Whole seconds to live, rounded up, at least one. */
    static int ttl(Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        return (int) Math.max(1, Math.min(seconds, LONGEST));
    }

    static int ttl(Clock clock, Instant until) {
        return ttl(Duration.between(clock.instant(), until));
    }
}
