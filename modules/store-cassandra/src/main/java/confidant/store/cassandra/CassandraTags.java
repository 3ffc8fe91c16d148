package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.model.TagId;
import confidant.store.Bucket;
import confidant.store.Slices;
import confidant.store.TagStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tag cards, and the proposals beside them. */
final class CassandraTags implements TagStore {
    private record Partition(PoolId pool, int bucket) {}

    private final Cql cql;
    private final Turns turns;
    private final String house;
    private final Proposals proposals;
    private final Query first;
    private final Query next;
    private final Query card;
    private final Query ofClient;
    private final Query ofBucket;
    private final Shelf<Card> shelf;

    CassandraTags(Cql cql, Queries queries, Turns turns, String house, Clock clock) {
        this.cql = cql;
        this.turns = turns;
        this.house = house;
        this.proposals = new Proposals(cql, queries, house, clock);
        this.first = queries.conditional("INSERT INTO {data}.tag_card"
                + " (house, pool, bucket, client, purpose, version, tags) VALUES (?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        String bucket = " WHERE house = ? AND pool = ? AND bucket = ?";
        String one = bucket + " AND client = ? AND purpose = ?";
        this.next = queries.conditional("UPDATE {data}.tag_card SET version = ?, tags = ?" + one + " IF version = ?");
        this.card = queries.serialRead("SELECT * FROM {data}.tag_card" + one);
        this.ofClient = queries.serialRead("SELECT * FROM {data}.tag_card" + bucket + " AND client = ?");
        String inBulk = "SELECT client, purpose, version, tags FROM {data}.tag_card" + bucket;
        this.ofBucket = queries.read(inBulk);
        this.shelf = new Shelf<>(
                cql,
                new ShelfTable(cql, queries, house, "tag_card"),
                new PackedCard(),
                stored -> new ShelfTable.Mark(stored.client(), stored.purpose(), stored.version()),
                new Shelf.Rows<>(
                        cql, house, ofBucket, queries.read(inBulk + " AND client = ?"), CassandraTags::inBulk));
    }

    @Override
    public Future<Boolean> put(PoolId pool, Card card) {
        int bucket = Bucket.of(card.client());
        return shelf.note(pool, card)
                .compose(noted -> attempt(pool, bucket, card))
                .compose(attempt -> attempt.applied()
                        ? Future.succeededFuture(true)
                        // A repeat of what is stored is no conflict: no two cards are sealed to the same bytes.
                        : card(pool, card.client(), card.purpose())
                                .map(stored -> stored.filter(card::equals).isPresent()));
    }

    private Future<Attempt> attempt(PoolId pool, int bucket, Card card) {
        return turns.take(
                new Partition(pool, bucket),
                () -> cql.attempt(
                        card.version() == 1
                                ? first.bind(
                                        house,
                                        pool.value(),
                                        bucket,
                                        card.client().value(),
                                        card.purpose().id(),
                                        card.version(),
                                        Cells.buffer(card.tags()))
                                : next.bind(
                                        card.version(),
                                        Cells.buffer(card.tags()),
                                        house,
                                        pool.value(),
                                        bucket,
                                        card.client().value(),
                                        card.purpose().id(),
                                        card.version() - 1)));
    }

    private static Card card(Row row) {
        return new Card(Cells.client(row), Cells.purpose(row), row.getLong("version"), Cells.sealed(row, "tags"));
    }

    @Override
    public Future<Optional<Card>> card(PoolId pool, ClientId client, Purpose purpose) {
        return cql.one(
                card.bind(house, pool.value(), Bucket.of(client), client.value(), purpose.id()), CassandraTags::card);
    }

    @Override
    public Future<List<Card>> cards(PoolId pool, ClientId client) {
        return cql.all(ofClient.bind(house, pool.value(), Bucket.of(client), client.value()), CassandraTags::card);
    }

    // By place: the driver folds the case of a name at every look, and these rows come by ten thousands.
    private static Card inBulk(Row row) {
        return new Card(
                Cells.client(row, 0),
                Cells.purpose(row, 1),
                row.getLong(2),
                new Sealed(Cells.bytes(row.getBytesUnsafe(3))));
    }

    @Override
    public Future<Stream<Card>> cards(PoolId pool, int bucket) {
        return shelf.read(pool, bucket);
    }

    @Override
    public Future<Void> shelve(PoolId pool) {
        return shelf.pack(pool);
    }

    @Override
    public Future<Void> cards(PoolId pool, Slices<Card> slices) {
        return Buckets.pour(
                slices,
                (bucket, safe) -> cql.pour(ofBucket.bind(house, pool.value(), bucket), CassandraTags::inBulk, safe));
    }

    @Override
    public Future<Void> propose(PoolId pool, Proposal proposal) {
        return proposals.propose(pool, proposal);
    }

    @Override
    public Future<List<Proposal>> proposals(PoolId pool, ClientId client) {
        return proposals.open(pool, client);
    }

    @Override
    public Future<Optional<Proposal>> take(PoolId pool, ClientId client, TagId id) {
        return proposals.take(pool, client, id);
    }
}
