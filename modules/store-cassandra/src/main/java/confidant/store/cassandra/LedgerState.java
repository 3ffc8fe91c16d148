package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.store.LedgerStore.Position;
import confidant.store.LedgerStore.Waiting;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the log stands, and who may move it. */
final class LedgerState {
    private final Cql cql;
    private final String house;
    private final Query position;
    private final Query advance;
    private final Query holder;
    private final Query lease;

    LedgerState(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        String where = " WHERE house = ? AND name = ?";
        this.position = queries.serialRead("SELECT size, note, from_bucket, taken_buckets, taken_ids, taken_entries"
                + " FROM {data}.ledger_state WHERE house = ? AND name = 'position'");
        this.advance = queries.conditional("UPDATE {data}.ledger_state"
                + " SET size = ?, note = ?, from_bucket = ?, taken_buckets = ?, taken_ids = ?, taken_entries = ?"
                + " WHERE house = ? AND name = 'position' IF size = ?");
        this.holder = queries.serialRead("SELECT owner, until FROM {data}.ledger_state" + where);
        this.lease = queries.conditional(
                "UPDATE {data}.ledger_state SET owner = ?, until = ?" + where + " IF owner = ? AND until = ?");
    }

    Future<Optional<Position>> position() {
        return cql.one(position.bind(house), LedgerState::position);
    }

    private static Position position(Row row) {
        List<Long> buckets = Objects.requireNonNullElse(row.getList("taken_buckets", Long.class), List.of());
        List<String> ids = Objects.requireNonNullElse(row.getList("taken_ids", String.class), List.of());
        List<ByteBuffer> entries =
                Objects.requireNonNullElse(row.getList("taken_entries", ByteBuffer.class), List.of());
        List<Waiting> taken = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            taken.add(new Waiting(buckets.get(i), ids.get(i), Cells.bytes(entries.get(i))));
        }
        byte[] note = Cells.bytes(row, "note").orElse(new byte[0]);
        return new Position(row.getLong("size"), note, taken, row.getLong("from_bucket"));
    }

    Future<Boolean> advance(long expectedSize, Position next) {
        if (expectedSize != 0) {
            return advance(Long.valueOf(expectedSize), next);
        }
        // No position yet, or one of an empty log.
        return advance(null, next)
                .compose(first -> first ? Future.succeededFuture(true) : advance(Long.valueOf(0), next));
    }

    private Future<Boolean> advance(@Nullable Long expected, Position next) {
        List<Waiting> taken = next.taken();
        return cql.attempt(advance.bind(
                        next.size(),
                        ByteBuffer.wrap(next.note()),
                        next.from(),
                        taken.stream().map(Waiting::bucket).toList(),
                        taken.stream().map(Waiting::id).toList(),
                        taken.stream()
                                .map(entry -> ByteBuffer.wrap(entry.entry()))
                                .toList(),
                        house,
                        expected))
                .compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : position()
                                .map(stored -> stored.filter(now ->
                                                now.size() == next.size() && Arrays.equals(now.note(), next.note()))
                                        .isPresent()));
    }

    private record Holder(@Nullable String owner, @Nullable Instant until) {}

    Future<Boolean> lease(String name, String owner, Instant now, Instant until) {
        return held(name).compose(holder -> {
            boolean free = holder.owner() == null
                    || holder.owner().equals(owner)
                    || holder.until() == null
                    || !holder.until().isAfter(now);
            return free ? take(name, owner, until, holder) : Future.succeededFuture(false);
        });
    }

    private Future<Holder> held(String name) {
        return cql.one(
                        holder.bind(house, "lease/" + name),
                        row -> new Holder(row.getString("owner"), row.getInstant("until")))
                .map(found -> found.orElse(new Holder(null, null)));
    }

    private Future<Boolean> take(String name, String owner, Instant until, Holder before) {
        return cql.attempt(lease.bind(owner, until, house, "lease/" + name, before.owner(), before.until()))
                .compose(attempt -> attempt.applied()
                        ? Future.succeededFuture(true)
                        : held(name).map(now -> owner.equals(now.owner())));
    }
}
