package confidant.store.cassandra;

import confidant.store.Slices;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The files of the log. */
final class LedgerFiles {
    private static final int SHARDS = 128;
    private static final List<Integer> ALL = IntStream.range(0, SHARDS).boxed().toList();

    private final Cql cql;
    private final String house;
    private final Query write;
    private final Query file;
    private final Query paths;

    LedgerFiles(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        this.write = queries.write("INSERT INTO {data}.ledger_file (house, shard, path, content) VALUES (?, ?, ?, ?)");
        String shard = " FROM {data}.ledger_file WHERE house = ? AND shard = ?";
        this.file = queries.read("SELECT content" + shard + " AND path = ?");
        this.paths = queries.read("SELECT path" + shard);
    }

    /** INVARIANT: never changes for a path; the hash of a text is fixed by the language. */
    private static int shard(String path) {
        return Math.floorMod(path.hashCode(), SHARDS);
    }

    Future<Void> write(Map<String, byte[]> written) {
        return Lanes.each(
                written.entrySet(),
                8,
                file -> cql.write(
                        write.bind(house, shard(file.getKey()), file.getKey(), ByteBuffer.wrap(file.getValue()))));
    }

    Future<Optional<byte[]>> file(String path) {
        return cql.one(
                file.bind(house, shard(path), path),
                row -> Cells.bytes(row, "content").orElse(new byte[0]));
    }

    Future<Void> paths(Slices<String> slices) {
        Object one = new Object();
        Slices<String> safe = slice -> {
            synchronized (one) {
                slices.take(slice);
            }
        };
        return Lanes.each(
                ALL,
                16,
                shard ->
                        cql.pour(paths.bind(house, shard), row -> Objects.requireNonNull(row.getString("path")), safe));
    }
}
