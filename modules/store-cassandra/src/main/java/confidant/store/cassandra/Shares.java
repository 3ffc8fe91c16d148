package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ConciergeId;
import confidant.model.PieceId;
import confidant.model.PoolId;
import confidant.model.ShareId;
import confidant.store.LibraryStore.Share;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shares and the list of those under way; the list may name one too many, which is then left out and removed. */
final class Shares {
    private record Open(PoolId pool, ShareId id) {}

    private final Cql cql;
    private final String house;
    private final Query put;
    private final Query share;
    private final Query open;
    private final Query opened;
    private final Query closed;
    private final Query done;

    Shares(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        this.put = queries.conditional("INSERT INTO {data}.share"
                + " (house, pool, id, piece, purpose, started_by, at, total, done)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        String one = " WHERE house = ? AND pool = ? AND id = ?";
        this.share = queries.serialRead("SELECT * FROM {data}.share" + one);
        this.done = queries.conditional("UPDATE {data}.share SET done = true" + one + " IF EXISTS");
        this.open = queries.read("SELECT pool, id FROM {data}.share_open WHERE house = ?");
        this.opened = queries.write("INSERT INTO {data}.share_open (house, id, pool) VALUES (?, ?, ?)");
        this.closed = queries.write("DELETE FROM {data}.share_open WHERE house = ? AND id = ?");
    }

    Future<Void> put(Share of) {
        return cql.write(opened.bind(house, of.id().value(), of.pool().value()))
                .compose(listed -> cql.attempt(put.bind(
                        house,
                        of.pool().value(),
                        of.id().value(),
                        of.piece().value(),
                        of.purpose().id(),
                        of.by().value(),
                        of.at(),
                        of.total(),
                        of.done())))
                .mapEmpty();
    }

    private static Share share(Row row) {
        return new Share(
                new ShareId(row.getUuid("id")),
                Cells.pool(row),
                new PieceId(row.getUuid("piece")),
                Cells.purpose(row),
                new ConciergeId(row.getUuid("started_by")),
                row.getInstant("at"),
                row.getInt("total"),
                row.getBoolean("done"));
    }

    Future<Optional<Share>> share(PoolId pool, ShareId id) {
        return cql.one(share.bind(house, pool.value(), id.value()), Shares::share);
    }

    Future<List<Share>> unfinished() {
        return cql.all(open.bind(house), row -> new Open(Cells.pool(row), new ShareId(row.getUuid("id"))))
                .compose(listed -> {
                    List<Share> found = new ArrayList<>();
                    return Lanes.each(listed, 8, entry -> look(entry, found)).map(done -> List.copyOf(found));
                });
    }

    private Future<Void> look(Open entry, List<Share> found) {
        return share(entry.pool(), entry.id()).compose(share -> {
            boolean over = share.map(Share::done).orElse(false);
            synchronized (found) {
                share.filter(one -> !one.done()).ifPresent(found::add);
            }
            return over ? cql.write(closed.bind(house, entry.id().value())) : Future.succeededFuture();
        });
    }

    Future<Void> done(PoolId pool, ShareId id) {
        return cql.attempt(done.bind(house, pool.value(), id.value()))
                .compose(marked -> cql.write(closed.bind(house, id.value())));
    }
}
