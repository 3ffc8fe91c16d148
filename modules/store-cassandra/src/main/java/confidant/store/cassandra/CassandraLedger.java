package confidant.store.cassandra;

import confidant.store.LedgerStore;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger's four tables, each in a class of its own. */
final class CassandraLedger implements LedgerStore {
    private final LedgerWaiting waiting;
    private final LedgerFiles files;
    private final LedgerState state;
    private final LedgerIndex index;

    CassandraLedger(Cql cql, Queries queries, String house) {
        this.waiting = new LedgerWaiting(cql, queries, house);
        this.files = new LedgerFiles(cql, queries, house);
        this.state = new LedgerState(cql, queries, house);
        this.index = new LedgerIndex(cql, queries, house);
    }

    @Override
    public Future<Void> append(Waiting entry) {
        return waiting.append(entry);
    }

    @Override
    public Future<List<Waiting>> waiting(long bucket, int limit) {
        return waiting.waiting(bucket, limit);
    }

    @Override
    public Future<Void> remove(List<Waiting> entries) {
        return waiting.remove(entries);
    }

    @Override
    public Future<Void> write(Map<String, byte[]> written) {
        return files.write(written);
    }

    @Override
    public Future<Optional<byte[]>> file(String path) {
        return files.file(path);
    }

    @Override
    public Future<Void> files(Slices<String> paths) {
        return files.paths(paths);
    }

    @Override
    public Future<Optional<Position>> position() {
        return state.position();
    }

    @Override
    public Future<Boolean> advance(long expectedSize, Position next) {
        return state.advance(expectedSize, next);
    }

    @Override
    public Future<Boolean> lease(String name, String owner, Instant now, Instant until) {
        return state.lease(name, owner, now, until);
    }

    @Override
    public Future<Void> index(List<Indexed> entries) {
        return index.put(entries);
    }

    @Override
    public Future<List<Indexed>> listed(long before, int limit) {
        return index.listed(before, limit);
    }
}
