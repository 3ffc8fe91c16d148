package confidant.store;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the ledger waits and where it is written. Entries wait in buckets of time until the one sequencer puts them in
 * order; tiles and entry bundles are files by path.
 */
public interface LedgerStore {

    /**
     * @param bucket span of time since the epoch, numbered by the writer
     * @param id unique and rising within a node, for example a time-based UUID in text form
     */
    record Waiting(long bucket, String id, byte[] entry) {}

    /** Durable when the future succeeds. */
    Future<Void> append(Waiting entry);

    /** Waiting entries of one bucket, by id, at most {@code limit}. */
    Future<List<Waiting>> waiting(long bucket, int limit);

    Future<Void> remove(List<Waiting> entries);

    /** Writes files of the log; the same path may be written again with more in it. */
    Future<Void> write(Map<String, byte[]> files);

    Future<Optional<byte[]>> file(String path);

    /** Paths of all files, in slices. */
    Future<Void> files(Slices<String> paths);

    /**
     * Where the log stands.
     *
     * @param size number of entries
     * @param note the sequencer's own note of the step, with its signed checkpoint; opaque here
     * @param taken the waiting entries that went into the last step and may still have to be removed
     * @param from no bucket before this one holds waiting entries
     */
    record Position(long size, byte[] note, List<Waiting> taken, long from) {
        public Position {
            taken = List.copyOf(taken);
        }
    }

    Future<Optional<Position>> position();

    /**
     * Moves the log on if it still stands at {@code expectedSize} (0 for none).
     *
     * @return false when another sequencer was faster; nothing was changed
     */
    Future<Boolean> advance(long expectedSize, Position next);

    /**
     * Takes or keeps the lease named {@code name} until {@code until}.
     *
     * @return whether {@code owner} holds it now
     */
    Future<Boolean> lease(String name, String owner, Instant now, Instant until);

    /** One entry as officers list it: an index beside the log, rebuilt from it at need. */
    record Indexed(long index, byte[] entry) {}

    /** Notes entries for listing. Repeatable. */
    Future<Void> index(List<Indexed> entries);

    /** Entries with an index below {@code before}, falling, at most {@code limit}. */
    Future<List<Indexed>> listed(long before, int limit);
}
