package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.PaperStore;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Papers, and beside them the list of what lies open. The list is written first and only tells where to look: whether a paper
 * is open is read from the paper, so a crash between the two leaves at most a row that leads nowhere.
 */
final class CassandraPapers implements PaperStore {
    private record Partition(PoolId pool, ClientId client) {}

    private record Place(PoolId pool, ClientId client, String id) {}

    private final Cql cql;
    private final Turns turns;
    private final String house;
    private final Query first;
    private final Query next;
    private final Query one;
    private final Query all;
    private final Query list;
    private final Query listed;
    private final Query unlist;

    CassandraPapers(Cql cql, Queries queries, Turns turns, String house) {
        this.cql = cql;
        this.turns = turns;
        this.house = house;
        this.first = queries.conditional("INSERT INTO {data}.paper"
                + " (house, pool, client, kind, id, version, open, at, content)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        String client = " WHERE house = ? AND pool = ? AND client = ? AND kind = ?";
        this.next = queries.conditional("UPDATE {data}.paper SET version = ?, open = ?, at = ?, content = ?" + client
                + " AND id = ? IF version = ?");
        this.one = queries.serialRead("SELECT * FROM {data}.paper" + client + " AND id = ?");
        this.all = queries.serialRead("SELECT * FROM {data}.paper" + client);
        String where = " WHERE house = ? AND kind = ?";
        this.list =
                queries.write("INSERT INTO {data}.paper_open (house, kind, pool, client, id) VALUES (?, ?, ?, ?, ?)");
        this.listed = queries.read("SELECT pool, client, id FROM {data}.paper_open" + where);
        this.unlist =
                queries.write("DELETE FROM {data}.paper_open" + where + " AND pool = ? AND client = ? AND id = ?");
    }

    @Override
    public Future<Boolean> put(Paper paper) {
        Future<Void> listed = paper.open() ? cql.write(place(list, paper)) : Future.succeededFuture();
        return listed.compose(done -> store(paper))
                .compose(stored -> stored && !paper.open()
                        ? cql.write(place(unlist, paper)).map(true)
                        : Future.succeededFuture(stored));
    }

    private Future<Boolean> store(Paper paper) {
        return turns.take(new Partition(paper.pool(), paper.client()), () -> cql.attempt(statement(paper)))
                .compose(attempt -> attempt.applied()
                        ? Future.succeededFuture(true)
                        : paper(paper.pool(), paper.client(), paper.kind(), paper.id())
                                .map(stored -> stored.filter(paper::equals).isPresent()));
    }

    private BoundStatement statement(Paper paper) {
        return paper.version() == 1
                ? first.bind(
                        house,
                        paper.pool().value(),
                        paper.client().value(),
                        paper.kind(),
                        paper.id(),
                        paper.version(),
                        paper.open(),
                        paper.at(),
                        Cells.buffer(paper.content()))
                : next.bind(
                        paper.version(),
                        paper.open(),
                        paper.at(),
                        Cells.buffer(paper.content()),
                        house,
                        paper.pool().value(),
                        paper.client().value(),
                        paper.kind(),
                        paper.id(),
                        paper.version() - 1);
    }

    private BoundStatement place(Query query, Paper paper) {
        return query.bind(
                house, paper.kind(), paper.pool().value(), paper.client().value(), paper.id());
    }

    @Override
    public Future<Optional<Paper>> paper(PoolId pool, ClientId client, String kind, String id) {
        return cql.one(one.bind(house, pool.value(), client.value(), kind, id), CassandraPapers::paper);
    }

    @Override
    public Future<List<Paper>> papers(PoolId pool, ClientId client, String kind) {
        return cql.all(all.bind(house, pool.value(), client.value(), kind), CassandraPapers::paper);
    }

    @Override
    public Future<List<Paper>> open(String kind) {
        return cql.all(
                        listed.bind(house, kind),
                        row -> new Place(Cells.pool(row), Cells.client(row), row.getString("id")))
                .compose(places -> {
                    List<Future<Optional<Paper>>> read = places.stream()
                            .map(place -> paper(place.pool(), place.client(), kind, place.id()))
                            .toList();
                    return Future.all(read)
                            .map(done -> read.stream()
                                    .flatMap(one -> one.result().stream())
                                    .filter(Paper::open)
                                    .toList());
                });
    }

    private static Paper paper(Row row) {
        return new Paper(
                Cells.pool(row),
                Cells.client(row),
                row.getString("kind"),
                row.getString("id"),
                row.getLong("version"),
                row.getBoolean("open"),
                row.getInstant("at"),
                Cells.sealed(row, "content"));
    }
}
