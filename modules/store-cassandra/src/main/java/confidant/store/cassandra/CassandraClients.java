package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.BlindKey;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.Bucket;
import confidant.store.ClientStore;
import confidant.store.ConversationStore.Ref;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Clients, their addresses and their blocks. */
final class CassandraClients implements ClientStore {
    private record Partition(PoolId pool, int bucket) {}

    private final Cql cql;
    private final Turns turns;
    private final String house;
    private final Query claim;
    private final Query byAddress;
    private final Query noteAddress;
    private final Query unlink;
    private final Query reassign;
    private final Query unnoteAddress;
    private final Query forget;
    private final Query addresses;
    private final Query first;
    private final Query next;
    private final Query client;
    private final Query clients;
    private final Query ids;
    private final Query block;
    private final Query blocked;
    private final Query descend;
    private final Query succeed;
    private final Query succession;

    CassandraClients(Cql cql, Queries queries, Turns turns, String house) {
        this.cql = cql;
        this.turns = turns;
        this.house = house;
        String columns = " (house, blind, pool, client, channel, account, address) VALUES (?, ?, ?, ?, ?, ?, ?)";
        this.claim = queries.conditional("INSERT INTO {data}.address" + columns + " IF NOT EXISTS");
        this.byAddress = queries.serialRead("SELECT * FROM {data}.address WHERE house = ? AND blind = ?");
        this.noteAddress = queries.write("INSERT INTO {data}.address_of_client" + columns);
        this.unlink = queries.conditional(
                "DELETE FROM {data}.address WHERE house = ? AND blind = ? IF pool = ? AND client = ?");
        this.reassign = queries.conditional("UPDATE {data}.address SET pool = ?, client = ?, address = ?"
                + " WHERE house = ? AND blind = ? IF pool = ? AND client = ?");
        this.unnoteAddress = queries.write(
                "DELETE FROM {data}.address_of_client WHERE house = ? AND pool = ? AND client = ? AND blind = ?");
        String reach = " FROM {data}.address_of_client WHERE house = ? AND pool = ? AND client = ?";
        this.addresses = queries.read("SELECT blind, pool, client, channel, account, address" + reach);
        this.first = queries.conditional("INSERT INTO {data}.client"
                + " (house, pool, bucket, client, channel, since, version, card) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                + " IF NOT EXISTS");
        String one = " WHERE house = ? AND pool = ? AND bucket = ? AND client = ?";
        this.next = queries.conditional(
                "UPDATE {data}.client SET channel = ?, since = ?, version = ?, card = ?" + one + " IF version = ?");
        this.client = queries.serialRead("SELECT * FROM {data}.client" + one);
        this.forget = queries.conditional("DELETE FROM {data}.client" + one + " IF EXISTS");
        this.clients = queries.read("SELECT * FROM {data}.client WHERE house = ? AND pool = ? AND bucket = ?");
        this.ids = queries.read("SELECT client FROM {data}.client WHERE house = ? AND pool = ? AND bucket = ?");
        this.block = queries.write("UPDATE {data}.address_of_client USING TIMESTAMP ? SET blocked[?] = ?"
                + " WHERE house = ? AND pool = ? AND client = ?");
        this.blocked = queries.read("SELECT DISTINCT house, pool, client, blocked" + reach);
        String person = " (house, pool, client, ";
        this.descend = queries.write(
                "INSERT INTO {data}.succession" + person + "from_pool, from_client) VALUES (?, ?, ?, ?, ?)");
        this.succeed =
                queries.write("INSERT INTO {data}.succession" + person + "to_pool, to_client) VALUES (?, ?, ?, ?, ?)");
        this.succession = queries.read("SELECT from_pool, from_client, to_pool, to_client FROM {data}.succession"
                + " WHERE house = ? AND pool = ? AND client = ?");
    }

    @Override
    public Future<AddressRow> claim(AddressRow row) {
        return cql.attempt(claim.bind(values(row)))
                .map(attempt -> attempt.rows().stream()
                        .findFirst()
                        .map(CassandraClients::address)
                        .orElse(row))
                .compose(stored -> cql.write(noteAddress.bind(values(stored))).map(stored));
    }

    /** The copy goes last: it is how a repeat finds the address. */
    @Override
    public Future<Boolean> unlink(AddressRow row) {
        UUID pool = row.pool().value();
        UUID client = row.client().value();
        return cql.attempt(unlink.bind(house, row.blind().value(), pool, client))
                .map(attempt ->
                        attempt.applied() || attempt.rows().stream().noneMatch(stored -> !stored.isNull("client")))
                .compose(own -> cql.write(unnoteAddress.bind(
                                house, pool, client, row.blind().value()))
                        .map(own));
    }

    /** The copy of the one before goes last: it is how a repeat finds the address. */
    @Override
    public Future<Boolean> reassign(AddressRow before, AddressRow after) {
        return cql.attempt(reassign.bind(
                        after.pool().value(),
                        after.client().value(),
                        Cells.buffer(after.address()),
                        house,
                        before.blind().value(),
                        before.pool().value(),
                        before.client().value()))
                .compose(attempt -> attempt.applied()
                        ? Future.succeededFuture(Optional.of(after))
                        : byAddress(before.blind()).map(stored -> stored.filter(row -> owned(row, after))))
                .compose(own -> own.isEmpty()
                        ? Future.succeededFuture(false)
                        : cql.write(noteAddress.bind(values(own.get())))
                                .compose(noted -> cql.write(unnoteAddress.bind(
                                        house,
                                        before.pool().value(),
                                        before.client().value(),
                                        before.blind().value())))
                                .map(true));
    }

    private static boolean owned(AddressRow row, AddressRow by) {
        return row.pool().equals(by.pool()) && row.client().equals(by.client());
    }

    private Object[] values(AddressRow row) {
        return new Object[] {
            house,
            row.blind().value(),
            row.pool().value(),
            row.client().value(),
            row.channel().name(),
            row.account(),
            Cells.buffer(row.address())
        };
    }

    private static AddressRow address(Row row) {
        return new AddressRow(
                new BlindKey(row.getString("blind")),
                Cells.pool(row),
                Cells.client(row),
                Cells.channel(row),
                row.getString("account"),
                Cells.sealed(row, "address"));
    }

    @Override
    public Future<Optional<AddressRow>> byAddress(BlindKey blind) {
        return cql.one(byAddress.bind(house, blind.value()), CassandraClients::address);
    }

    @Override
    public Future<List<AddressRow>> addresses(PoolId pool, ClientId id) {
        return cql.all(addresses.bind(house, pool.value(), id.value()), row -> row)
                .map(rows -> rows.stream()
                        // A client that was blocked before having an address is a row without one.
                        .filter(row -> !row.isNull("blind"))
                        .map(CassandraClients::address)
                        .toList());
    }

    @Override
    public Future<Boolean> put(ClientRow row) {
        int bucket = Bucket.of(row.client());
        return turns.take(
                        new Partition(row.pool(), bucket),
                        () -> cql.attempt(
                                row.version() == 1
                                        ? first.bind(
                                                house,
                                                row.pool().value(),
                                                bucket,
                                                row.client().value(),
                                                row.channel().name(),
                                                row.since(),
                                                row.version(),
                                                Cells.buffer(row.card()))
                                        : next.bind(
                                                row.channel().name(),
                                                row.since(),
                                                row.version(),
                                                Cells.buffer(row.card()),
                                                house,
                                                row.pool().value(),
                                                bucket,
                                                row.client().value(),
                                                row.version() - 1)))
                .compose(attempt -> attempt.applied() ? Future.succeededFuture(true) : isStored(row));
    }

    /** A repeat of what is stored is no conflict: no two cards are sealed to the same bytes. */
    private Future<Boolean> isStored(ClientRow row) {
        return client(row.pool(), row.client())
                .map(stored -> stored.filter(found ->
                                found.version() == row.version() && found.card().equals(row.card()))
                        .isPresent());
    }

    private static ClientRow client(Row row) {
        return new ClientRow(
                Cells.pool(row),
                Cells.client(row),
                Cells.channel(row),
                row.getInstant("since"),
                row.getLong("version"),
                Cells.sealed(row, "card"));
    }

    @Override
    public Future<Optional<ClientRow>> client(PoolId pool, ClientId id) {
        return cql.one(client.bind(house, pool.value(), Bucket.of(id), id.value()), CassandraClients::client);
    }

    @Override
    public Future<Void> forget(PoolId pool, ClientId id) {
        int bucket = Bucket.of(id);
        return turns.take(
                new Partition(pool, bucket),
                () -> cql.attempt(forget.bind(house, pool.value(), bucket, id.value()))
                        .mapEmpty());
    }

    @Override
    public Future<Void> clients(PoolId pool, Slices<ClientRow> slices) {
        return Buckets.pour(
                slices,
                (bucket, safe) -> cql.pour(clients.bind(house, pool.value(), bucket), CassandraClients::client, safe));
    }

    @Override
    public Future<Void> ids(PoolId pool, Slices<ClientId> slices) {
        return Buckets.pour(
                slices, (bucket, safe) -> cql.pour(ids.bind(house, pool.value(), bucket), Cells::client, safe));
    }

    @Override
    public Future<Void> descend(Ref next, Ref before) {
        return cql.write(descend.bind(both(next, before)));
    }

    @Override
    public Future<Void> succeed(Ref before, Ref next) {
        return cql.write(succeed.bind(both(before, next)));
    }

    private Object[] both(Ref one, Ref other) {
        return new Object[] {
            house,
            one.pool().value(),
            one.client().value(),
            other.pool().value(),
            other.client().value()
        };
    }

    @Override
    public Future<Optional<Ref>> origin(Ref client) {
        return person(client, "from_pool", "from_client");
    }

    @Override
    public Future<Optional<Ref>> successor(Ref client) {
        return person(client, "to_pool", "to_client");
    }

    private Future<Optional<Ref>> person(Ref client, String pool, String id) {
        return cql.one(
                        succession.bind(
                                house, client.pool().value(), client.client().value()),
                        row -> row)
                .map(found -> found.filter(row -> !row.isNull(id))
                        .map(row -> new Ref(
                                new PoolId(Objects.requireNonNull(row.getUuid(pool))),
                                new ClientId(Objects.requireNonNull(row.getUuid(id))))));
    }

    /** The time of the event is the write time, so the latest wins; of two at once the database keeps {@code true}. */
    @Override
    public Future<Void> blocked(PoolId pool, ClientId id, Channel channel, boolean is, Instant at) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        return cql.write(block.bind(micros, channel.name(), is, house, pool.value(), id.value()));
    }

    @Override
    public Future<Boolean> isBlocked(PoolId pool, ClientId id, Channel channel) {
        return cql.one(blocked.bind(house, pool.value(), id.value()), row -> {
                    Map<String, Boolean> notes = row.getMap("blocked", String.class, Boolean.class);
                    return Objects.requireNonNullElse(notes, Map.<String, Boolean>of())
                            .getOrDefault(channel.name(), false);
                })
                .map(found -> found.orElse(false));
    }
}
