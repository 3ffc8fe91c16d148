package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.ConsentStatus;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads and writes the cells whose types are ours. */
final class Cells {
    /** Twenty years, the longest the database takes. */
    private static final long LONGEST = Duration.ofDays(20 * 365).toSeconds();

    private static final int MOST_PURPOSES = 1_000;
    private static final Map<String, Purpose> PURPOSES = new ConcurrentHashMap<>();

    private Cells() {}

    static byte[] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return new byte[0];
        }
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

    /** The client in this column, for rows that come by ten thousands. */
    static ClientId client(Row row, int column) {
        ByteBuffer raw = Objects.requireNonNull(row.getBytesUnsafe(column), "a part of the key");
        return new ClientId(new UUID(raw.getLong(raw.position()), raw.getLong(raw.position() + Long.BYTES)));
    }

    static Purpose purpose(Row row) {
        return purpose(row, row.firstIndexOf("purpose"));
    }

    static ConsentStatus status(Row row, int column) {
        return ConsentStatus.valueOf(row.getString(column));
    }

    /** Empty where there is none. */
    static String text(Row row, String column) {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Leaves out what is null, which would be written as the mark of a deletion and read for ever after. */
    static BoundStatement sparse(BoundStatement statement) {
        BoundStatement sparse = statement;
        for (int i = 0; i < statement.size(); i++) {
            if (statement.isNull(i)) {
                sparse = sparse.unset(i);
            }
        }
        return sparse;
    }

    /** Purposes are few and rows are many. */
    static Purpose purpose(Row row, int column) {
        return purpose(Objects.requireNonNull(row.getString(column), "a part of the key"));
    }

    static Purpose purpose(String id) {
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
