package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.DataClass;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.GlassStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks, and beside them the lists of those that are open and of each month. A list is written first and only tells where to
 * look: how a look stands is read from itself, so a crash between the two leaves at most a row that leads nowhere.
 */
final class CassandraGlass implements GlassStore {
    private static final String OPEN = "open";

    private record Partition(PoolId pool, ClientId client) {}

    private record Place(PoolId pool, ClientId client, UUID id) {}

    private record Taken(int place, UUID id) {}

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
    private final Query take;
    private final Query taken;

    CassandraGlass(Cql cql, Queries queries, Turns turns, String house) {
        this.cql = cql;
        this.turns = turns;
        this.house = house;
        this.first = queries.conditional("INSERT INTO {data}.glass (version, concierge, class, purpose, reason, words,"
                + " begun, ends, readings, ended, why, officer, reviewed, justified, house, pool, client, id)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        String client = " WHERE house = ? AND pool = ? AND client = ?";
        this.next = queries.conditional("UPDATE {data}.glass SET version = ?, concierge = ?, class = ?, purpose = ?,"
                + " reason = ?, words = ?, begun = ?, ends = ?, readings = ?, ended = ?, why = ?, officer = ?,"
                + " reviewed = ?, justified = ?" + client + " AND id = ? IF version = ?");
        this.one = queries.serialRead("SELECT * FROM {data}.glass" + client + " AND id = ?");
        this.all = queries.serialRead("SELECT * FROM {data}.glass" + client);
        String where = " WHERE house = ? AND list = ?";
        this.list =
                queries.write("INSERT INTO {data}.glass_list (house, list, pool, client, id) VALUES (?, ?, ?, ?, ?)");
        this.listed = queries.read("SELECT pool, client, id FROM {data}.glass_list" + where);
        this.unlist =
                queries.write("DELETE FROM {data}.glass_list" + where + " AND pool = ? AND client = ? AND id = ?");
        this.take = queries.conditional(
                "INSERT INTO {data}.glass_day (house, concierge, day, place, id) VALUES (?, ?, ?, ?, ?) IF NOT EXISTS");
        this.taken = queries.serialRead(
                "SELECT place, id FROM {data}.glass_day WHERE house = ? AND concierge = ? AND day = ?");
    }

    @Override
    public Future<Boolean> put(Look look) {
        Future<Void> listed = look.version() > 1
                ? Future.succeededFuture()
                : cql.write(place(list, OPEN, look))
                        .compose(open -> cql.write(place(list, look.month().toString(), look)));
        return listed.compose(done -> store(look))
                .compose(stored -> stored && look.review().isPresent()
                        ? cql.write(place(unlist, OPEN, look)).map(true)
                        : Future.succeededFuture(stored));
    }

    private Future<Boolean> store(Look look) {
        return turns.take(new Partition(look.pool(), look.client()), () -> cql.attempt(statement(look)))
                .compose(attempt -> attempt.applied()
                        ? Future.succeededFuture(true)
                        : look(look.pool(), look.client(), look.id())
                                .map(stored -> stored.filter(look::equals).isPresent()));
    }

    private BoundStatement statement(Look look) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                look.version(),
                look.concierge().value(),
                look.what().id(),
                look.purpose().id(),
                look.reason(),
                look.words().map(Cells::buffer).orElse(null),
                look.begun(),
                look.ends(),
                look.readings(),
                look.ended().orElse(null),
                look.why(),
                look.review().map(review -> review.officer().value()).orElse(null),
                look.review().map(Review::at).orElse(null),
                look.review().map(Review::justified).orElse(null),
                house,
                look.pool().value(),
                look.client().value(),
                look.id()));
        if (look.version() == 1) {
            return first.bind(values.toArray());
        }
        values.add(look.version() - 1);
        return next.bind(values.toArray());
    }

    private BoundStatement place(Query query, String name, Look look) {
        return query.bind(house, name, look.pool().value(), look.client().value(), look.id());
    }

    @Override
    public Future<Optional<Look>> look(PoolId pool, ClientId client, UUID id) {
        return cql.one(one.bind(house, pool.value(), client.value(), id), CassandraGlass::look);
    }

    @Override
    public Future<List<Look>> looks(PoolId pool, ClientId client) {
        return cql.all(all.bind(house, pool.value(), client.value()), CassandraGlass::look);
    }

    @Override
    public Future<List<Look>> open() {
        return listed(OPEN)
                .map(looks ->
                        looks.stream().filter(look -> look.review().isEmpty()).toList());
    }

    @Override
    public Future<List<Look>> begun(YearMonth month) {
        return listed(month.toString());
    }

    private Future<List<Look>> listed(String name) {
        return cql.all(
                        listed.bind(house, name),
                        row -> new Place(Cells.pool(row), Cells.client(row), Objects.requireNonNull(row.getUuid("id"))))
                .compose(places -> {
                    List<Future<Optional<Look>>> read = places.stream()
                            .map(place -> look(place.pool(), place.client(), place.id()))
                            .toList();
                    return Future.all(read)
                            .map(done -> read.stream()
                                    .flatMap(one -> one.result().stream())
                                    .toList());
                });
    }

    @Override
    public Future<Boolean> take(ConciergeId concierge, LocalDate day, int most, UUID id) {
        return taken(concierge.value(), day).compose(there -> {
            if (there.stream().anyMatch(one -> one.id().equals(id))) {
                return Future.succeededFuture(true);
            }
            // Places are taken in order, so the next is free unless somebody takes it at this moment.
            int place = there.size() + 1;
            return place > most
                    ? Future.succeededFuture(false)
                    : cql.attempt(take.bind(house, concierge.value(), day, place, id))
                            .compose(attempt ->
                                    attempt.applied() ? Future.succeededFuture(true) : take(concierge, day, most, id));
        });
    }

    private Future<List<Taken>> taken(UUID concierge, LocalDate day) {
        return cql.all(
                taken.bind(house, concierge, day),
                row -> new Taken(row.getInt("place"), Objects.requireNonNull(row.getUuid("id"))));
    }

    @Override
    public Future<Integer> taken(ConciergeId concierge, LocalDate day) {
        return taken(concierge.value(), day).map(List::size);
    }

    private static Look look(Row row) {
        return new Look(
                Objects.requireNonNull(row.getUuid("id")),
                Cells.pool(row),
                Cells.client(row),
                new ConciergeId(Objects.requireNonNull(row.getUuid("concierge"))),
                new DataClass(word(row, "class")),
                new Purpose(word(row, "purpose")),
                row.getLong("version"),
                word(row, "reason"),
                row.isNull("words") ? Optional.empty() : Optional.of(Cells.sealed(row, "words")),
                Objects.requireNonNull(row.getInstant("begun")),
                Objects.requireNonNull(row.getInstant("ends")),
                row.getInt("readings"),
                Optional.ofNullable(row.getInstant("ended")),
                word(row, "why"),
                Optional.ofNullable(row.getUuid("officer"))
                        .map(officer -> new Review(
                                new OfficerId(officer),
                                Objects.requireNonNullElse(row.getInstant("reviewed"), Instant.EPOCH),
                                row.getBoolean("justified"))));
    }

    private static String word(Row row, String column) {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
