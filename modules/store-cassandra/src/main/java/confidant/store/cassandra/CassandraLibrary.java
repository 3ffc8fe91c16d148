package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.Lang;
import confidant.model.PieceId;
import confidant.model.PoolId;
import confidant.model.ShareId;
import confidant.store.LibraryStore;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The library; shares are {@link Shares}' and {@link Recipients}'. */
final class CassandraLibrary implements LibraryStore {
    /** Pieces may hold pictures. */
    private static final int PAGE = 20;

    private final Cql cql;
    private final String house;
    private final Shares shares;
    private final Recipients recipients;
    private final Query put;
    private final Query pieces;
    private final Query piece;

    CassandraLibrary(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        this.shares = new Shares(cql, queries, house);
        this.recipients = new Recipients(cql, queries, house);
        this.put = queries.write("INSERT INTO {data}.piece"
                + " (house, pool, id, title, lang, type, body, url, picture, at, expires)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.pieces = queries.read("SELECT * FROM {data}.piece WHERE house = ? AND pool = ?");
        this.piece = queries.read("SELECT * FROM {data}.piece WHERE house = ? AND pool = ? AND id = ?");
    }

    @Override
    public Future<Void> put(Piece of) {
        return cql.write(put.bind(
                house,
                of.pool().value(),
                of.id().value(),
                of.title(),
                of.lang().name(),
                of.type(),
                of.body(),
                of.url(),
                ByteBuffer.wrap(of.picture()),
                of.at(),
                of.expires()));
    }

    private static Piece piece(Row row) {
        return new Piece(
                new PieceId(row.getUuid("id")),
                Cells.pool(row),
                row.getString("title"),
                Lang.valueOf(row.getString("lang")),
                row.getString("type"),
                row.getString("body"),
                row.getString("url"),
                Cells.bytes(row, "picture").orElse(new byte[0]),
                row.getInstant("at"),
                row.getInstant("expires"));
    }

    @Override
    public Future<List<Piece>> pieces(PoolId pool) {
        return cql.all(pieces.bind(house, pool.value()).setPageSize(PAGE), CassandraLibrary::piece);
    }

    @Override
    public Future<Optional<Piece>> piece(PoolId pool, PieceId id) {
        return cql.one(piece.bind(house, pool.value(), id.value()), CassandraLibrary::piece);
    }

    @Override
    public Future<Void> putShare(Share share, List<ClientId> to) {
        return recipients.put(share.id(), to).compose(done -> shares.put(share));
    }

    @Override
    public Future<Optional<Share>> share(PoolId pool, ShareId id) {
        return shares.share(pool, id);
    }

    @Override
    public Future<List<Share>> unfinished() {
        return shares.unfinished();
    }

    @Override
    public Future<List<ClientId>> open(ShareId id) {
        return recipients.open(id);
    }

    @Override
    public Future<Void> outcome(ShareId id, ClientId client, String outcome) {
        return recipients.outcome(id, client, outcome);
    }

    @Override
    public Future<Map<String, Integer>> outcomes(ShareId id) {
        return recipients.outcomes(id);
    }

    @Override
    public Future<Void> done(PoolId pool, ShareId id) {
        return shares.done(pool, id);
    }
}
