package confidant.store.cassandra;

import confidant.model.BlindKey;
import confidant.store.TombstoneStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;

/** Tombstones: equal rows written blindly, each with its end. */
final class CassandraTombstones implements TombstoneStore {
    private final Cql cql;
    private final String house;
    private final Clock clock;
    private final Query bury;
    private final Query one;

    CassandraTombstones(Cql cql, Queries queries, String house, Clock clock) {
        this.cql = cql;
        this.house = house;
        this.clock = clock;
        this.bury = queries.write("INSERT INTO {data}.tombstone (house, blind, until) VALUES (?, ?, ?) USING TTL ?");
        this.one = queries.read("SELECT until FROM {data}.tombstone WHERE house = ? AND blind = ?");
    }

    @Override
    public Future<Void> bury(BlindKey blind, Instant until) {
        return cql.write(bury.bind(house, blind.value(), until, Cells.ttl(clock, until)));
    }

    @Override
    public Future<Boolean> buried(BlindKey blind) {
        return cql.one(
                        one.bind(house, blind.value()),
                        row -> Cells.instant(row, "until")
                                .filter(clock.instant()::isBefore)
                                .isPresent())
                .map(found -> found.orElse(false));
    }
}
