package confidant.store.cassandra;

import confidant.store.DueStore;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;

/** What is due, by day and shard. */
final class CassandraDues implements DueStore {
    private static final int SHARDS = 8;

    private final Cql cql;
    private final String house;
    private final Query put;
    private final Query due;
    private final Query remove;

    CassandraDues(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        this.put = queries.write("INSERT INTO {data}.due (house, day, shard, key, content) VALUES (?, ?, ?, ?, ?)");
        String where = " WHERE house = ? AND day = ? AND shard = ?";
        this.due = queries.read("SELECT key, content FROM {data}.due" + where);
        this.remove = queries.write("DELETE FROM {data}.due" + where + " AND key = ?");
    }

    @Override
    public int shards() {
        return SHARDS;
    }

    @Override
    public Future<Void> put(Due due) {
        return cql.write(put.bind(house, due.day(), due.shard(), due.key(), Cells.buffer(due.content())));
    }

    @Override
    public Future<List<Due>> due(LocalDate day, int shard) {
        return cql.all(
                due.bind(house, day, shard),
                row -> new Due(day, shard, row.getString("key"), Cells.sealed(row, "content")));
    }

    @Override
    public Future<Void> remove(Due due) {
        return cql.write(remove.bind(house, due.day(), due.shard(), due.key()));
    }
}
