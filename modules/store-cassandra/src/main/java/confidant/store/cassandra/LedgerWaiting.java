package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import confidant.store.LedgerStore.Waiting;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.List;

/** Entries that wait for the sequencer, by minute. */
final class LedgerWaiting {
    private final Cql cql;
    private final String house;
    private final Gathering<Long> gathering;
    private final Query append;
    private final Query ofBucket;
    private final Query remove;

    LedgerWaiting(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        this.gathering = new Gathering<>(cql);
        this.append = queries.write("INSERT INTO {data}.ledger_waiting (house, bucket, id, entry) VALUES (?, ?, ?, ?)");
        this.ofBucket =
                queries.read("SELECT id, entry FROM {data}.ledger_waiting WHERE house = ? AND bucket = ? LIMIT ?");
        this.remove = queries.write("DELETE FROM {data}.ledger_waiting WHERE house = ? AND bucket = ? AND id = ?");
    }

    Future<Void> append(Waiting of) {
        return gathering.write(of.bucket(), append.bind(house, of.bucket(), of.id(), ByteBuffer.wrap(of.entry())));
    }

    Future<List<Waiting>> waiting(long bucket, int limit) {
        return cql.all(
                ofBucket.bind(house, bucket, limit),
                row -> new Waiting(
                        bucket, row.getString("id"), Cells.bytes(row, "entry").orElse(new byte[0])));
    }

    Future<Void> remove(List<Waiting> entries) {
        List<List<Waiting>> chunks = Chunks.of(entries, Waiting::bucket);
        return Lanes.each(chunks, 4, chunk -> {
            BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
            chunk.forEach(entry -> batch.addStatement(remove.bind(house, entry.bucket(), entry.id())));
            return cql.write(batch.setIdempotence(true).build());
        });
    }
}
