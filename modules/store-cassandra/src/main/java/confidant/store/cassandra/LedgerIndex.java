package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import confidant.store.LedgerStore.Indexed;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The entries as officers list them, in parts of ten thousand. */
final class LedgerIndex {
    private static final long PART = 10_000;

    private final Cql cql;
    private final String house;
    private final Query put;
    private final Query ofPart;
    private final Query raise;
    private final Query height;

    LedgerIndex(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        this.put = queries.write("INSERT INTO {data}.ledger_index (house, part, number, entry) VALUES (?, ?, ?, ?)");
        this.ofPart = queries.read("SELECT number, entry FROM {data}.ledger_index"
                + " WHERE house = ? AND part = ? AND number < ? ORDER BY number DESC LIMIT ?");
        // The height is its own write time, so it never sinks.
        this.raise = queries.write(
                "INSERT INTO {data}.ledger_state (house, name, size) VALUES (?, 'index', ?) USING TIMESTAMP ?");
        this.height = queries.read("SELECT size FROM {data}.ledger_state WHERE house = ? AND name = 'index'");
    }

    Future<Void> put(List<Indexed> entries) {
        long top = entries.stream().mapToLong(Indexed::index).max().orElse(-1) + 1;
        return Lanes.each(Chunks.of(entries, entry -> entry.index() / PART), 4, this::batch)
                .compose(done -> top == 0 ? Future.succeededFuture() : cql.write(raise.bind(house, top, top)));
    }

    private Future<Void> batch(List<Indexed> chunk) {
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
        chunk.forEach(entry -> batch.addStatement(
                put.bind(house, entry.index() / PART, entry.index(), ByteBuffer.wrap(entry.entry()))));
        return cql.write(batch.setIdempotence(true).build());
    }

    Future<List<Indexed>> listed(long before, int limit) {
        List<Indexed> found = new ArrayList<>();
        return cql.one(height.bind(house), row -> row.getLong("size"))
                .compose(top -> down(Math.min(before, top.orElse(0L)), limit, found))
                .map(done -> found);
    }

    private Future<Void> down(long before, int limit, List<Indexed> found) {
        if (before <= 0 || found.size() >= limit) {
            return Future.succeededFuture();
        }
        long part = (before - 1) / PART;
        return cql.all(
                        ofPart.bind(house, part, before, limit - found.size()),
                        row -> new Indexed(
                                row.getLong("number"), Cells.bytes(row, "entry").orElse(new byte[0])))
                .compose(rows -> {
                    found.addAll(rows);
                    return down(part * PART, limit, found);
                });
    }
}
