package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.TagId;
import confidant.store.TagStore.Proposal;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Proposals of tags. Taking one writes a token of the taker's instead of deleting, so that a take that went unanswered can
 * be told from somebody else's; the row goes with its time to live.
 */
final class Proposals {
    private final Cql cql;
    private final String house;
    private final Clock clock;
    private final Query propose;
    private final Query ofClient;
    private final Query one;
    private final Query take;

    Proposals(Cql cql, Queries queries, String house, Clock clock) {
        this.cql = cql;
        this.house = house;
        this.clock = clock;
        this.propose = queries.conditional("INSERT INTO {data}.proposal"
                + " (house, pool, client, id, purpose, expires, proposal) VALUES (?, ?, ?, ?, ?, ?, ?)"
                + " IF NOT EXISTS USING TTL ?");
        String client = " WHERE house = ? AND pool = ? AND client = ?";
        this.ofClient = queries.read("SELECT * FROM {data}.proposal" + client);
        this.one = queries.serialRead("SELECT * FROM {data}.proposal" + client + " AND id = ?");
        this.take = queries.conditional("UPDATE {data}.proposal USING TTL ? SET taken = ?" + client
                + " AND id = ? IF taken = null AND expires = ?");
    }

    Future<Void> propose(PoolId pool, Proposal proposal) {
        if (!proposal.expires().isAfter(clock.instant())) {
            return Future.succeededFuture();
        }
        return cql.attempt(propose.bind(
                        house,
                        pool.value(),
                        proposal.client().value(),
                        proposal.id().value(),
                        proposal.purpose().id(),
                        proposal.expires(),
                        Cells.buffer(proposal.proposal()),
                        Cells.ttl(clock, proposal.expires())))
                .mapEmpty();
    }

    Future<List<Proposal>> open(PoolId pool, ClientId client) {
        return cql.all(ofClient.bind(house, pool.value(), client.value()), row -> row)
                .map(rows -> rows.stream()
                        .filter(this::open)
                        .map(Proposals::proposal)
                        .toList());
    }

    private boolean open(Row row) {
        return row.isNull("taken")
                && Cells.instant(row, "expires").map(clock.instant()::isBefore).orElse(false);
    }

    private static Proposal proposal(Row row) {
        return new Proposal(
                Cells.client(row),
                new TagId(row.getUuid("id")),
                Cells.purpose(row),
                row.getInstant("expires"),
                Cells.sealed(row, "proposal"));
    }

    Future<Optional<Proposal>> take(PoolId pool, ClientId client, TagId id) {
        return one(pool, client, id)
                .map(found -> found.filter(this::open).map(Proposals::proposal))
                .compose(open -> open.isEmpty() ? Future.succeededFuture(open) : take(pool, open.get()));
    }

    private Future<Optional<Proposal>> take(PoolId pool, Proposal proposal) {
        UUID token = UUID.randomUUID();
        Future<Attempt> taking = cql.attempt(take.bind(
                Cells.ttl(clock, proposal.expires()),
                token,
                house,
                pool.value(),
                proposal.client().value(),
                proposal.id().value(),
                proposal.expires()));
        return taking.compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : one(pool, proposal.client(), proposal.id())
                                .map(row -> row.filter(found -> token.equals(found.getUuid("taken")))
                                        .isPresent()))
                .map(mine -> mine ? Optional.of(proposal) : Optional.empty());
    }

    private Future<Optional<Row>> one(PoolId pool, ClientId client, TagId id) {
        return cql.one(one.bind(house, pool.value(), client.value(), id.value()), row -> row);
    }
}
