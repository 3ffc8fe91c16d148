package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import confidant.store.StoreUnavailable;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plain, repeatable writes to few partitions by many at once: while one is on its way, those that come after it for the same
 * partition gather and go together, as one mutation of the node. A write that comes alone goes at once. Each is
 * acknowledged when it is durable, on its caller's context, and those that went together fail together. Thread-safe.
 *
 * @param <P> names a partition
 */
final class Gathering<P> {
    /** Far below what the node warns of: rows here are some hundreds of bytes. */
    private static final int MOST = 64;

    static final int MOST_WAITING = 8192;

    private record Entry(BatchableStatement<?> statement, CompletableFuture<Void> done) {}

    private final Function<Statement<?>, CompletionStage<AsyncResultSet>> send;
    private final Map<P, Queue<Entry>> gathered = new HashMap<>();

    Gathering(Cql cql) {
        this(statement -> cql.session().executeAsync(statement));
    }

    Gathering(Function<Statement<?>, CompletionStage<AsyncResultSet>> send) {
        this.send = send;
    }

    /** @param statement writes to {@code partition} only, and does no harm when it is applied twice */
    Future<Void> write(P partition, BatchableStatement<?> statement) {
        return Cql.stage(() -> {
            Entry entry = new Entry(statement, new CompletableFuture<>());
            if (joins(partition, entry)) {
                return entry.done;
            }
            go(partition, List.of(entry));
            return entry.done;
        });
    }

    /** Whether something is on its way already; if not, this entry is. */
    private synchronized boolean joins(P partition, Entry entry) {
        Queue<Entry> waiting = gathered.get(partition);
        if (waiting == null) {
            gathered.put(partition, new ArrayDeque<>());
            return false;
        }
        if (waiting.size() >= MOST_WAITING) {
            throw new StoreUnavailable("the store is over capacity", null);
        }
        waiting.add(entry);
        return true;
    }

    private void go(P partition, List<Entry> entries) {
        sent(together(entries)).whenComplete((result, failure) -> {
            List<Entry> next = next(partition);
            if (!next.isEmpty()) {
                go(partition, next);
            }
            entries.forEach(entry -> end(entry, failure));
        });
    }

    private CompletionStage<AsyncResultSet> sent(Statement<?> statement) {
        try {
            return send.apply(statement);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Statement<?> together(List<Entry> entries) {
        if (entries.size() == 1) {
            return entries.get(0).statement;
        }
        List<BatchableStatement<?>> statements = new ArrayList<>();
        entries.forEach(entry -> statements.add(entry.statement));
        return BatchStatement.newInstance(BatchType.UNLOGGED, statements).setIdempotent(true);
    }

    private synchronized List<Entry> next(P partition) {
        Queue<Entry> waiting = gathered.get(partition);
        List<Entry> next = new ArrayList<>();
        while (waiting != null && !waiting.isEmpty() && next.size() < MOST) {
            next.add(waiting.remove());
        }
        if (next.isEmpty()) {
            gathered.remove(partition);
        }
        return next;
    }

    private static void end(Entry entry, @Nullable Throwable failure) {
        if (failure == null) {
            entry.done.complete(null);
        } else {
            entry.done.completeExceptionally(failure);
        }
    }
}
