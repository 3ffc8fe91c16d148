package confidant.store.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.Bucket;
import confidant.store.ConsentStore.Outline;
import confidant.store.TagStore.Card;
import confidant.testkit.Await;
import confidant.testkit.FixedClock;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes of one house write, pack and read the same buckets. */
final class ShelvesIT {
    private static final int BUCKET = 7;

    private static TestHouse house;
    private static CassandraStores here;
    private static CassandraStores there;
    private static Cql cql;

    private final PoolId pool = PoolId.random();

    @BeforeAll
    static void open() {
        house = new TestHouse();
        here = house.open();
        there = house.open();
        cql = Await.result(Cql.of(TestHouse.VERTX, () -> Connection.open(house.settings())));
    }

    @AfterAll
    static void close() {
        cql.session().close();
        house.close();
    }

    /** A client of the bucket that these tests look at. */
    private static ClientId client() {
        UUID any = UUID.randomUUID();
        return new ClientId(
                new UUID(any.getMostSignificantBits(), any.getLeastSignificantBits() & -Bucket.COUNT | BUCKET));
    }

    private static Card card(ClientId client, long version) {
        byte[] sealed = new byte[300];
        ThreadLocalRandom.current().nextBytes(sealed);
        return new Card(client, Purpose.TRIP, version, new Sealed(sealed));
    }

    private static ConsentEvent step(ClientId client, long seq, ConsentStatus status) {
        return new ConsentEvent(
                client,
                Purpose.TRIP,
                seq,
                status,
                FixedClock.noon().instant(),
                Optional.of(FixedClock.noon().instant().plusSeconds(seq)),
                Expressed.CLIENT,
                "webchat-notice",
                "",
                Optional.empty());
    }

    private List<Card> put(CassandraStores stores, int count) {
        List<Card> cards =
                IntStream.range(0, count).mapToObj(i -> card(client(), 1)).toList();
        cards.forEach(
                one -> assertThat(Await.result(stores.tags().put(pool, one))).isTrue());
        return cards;
    }

    private List<Card> cards(CassandraStores stores) {
        return Await.result(stores.tags().cards(pool, BUCKET)).toList();
    }

    private List<Row> shelves() {
        return cql.session()
                .execute(
                        "SELECT current, id, part FROM " + house.settings().keyspace()
                                + ".shelf WHERE house = ? AND pool = ? AND bucket = ? AND kind = ?",
                        house.settings().house().value(),
                        pool.value(),
                        BUCKET,
                        "tag_card")
                .all();
    }

    @Test
    void what_is_packed_reads_as_the_rows_do() {
        List<Card> cards = put(here, 40);
        List<ConsentEvent> steps = cards.stream()
                .flatMap(card -> Stream.of(
                        step(card.client(), 1, ConsentStatus.GIVEN), step(card.client(), 2, ConsentStatus.WITHDRAWN)))
                .toList();
        steps.forEach(step ->
                assertThat(Await.result(here.consents().append(pool, step))).isTrue());

        Await.result(here.tags().shelve(pool));
        Await.result(there.consents().shelve(pool));

        assertThat(shelves())
                .as("one shelf, in force")
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.getUuid("id")).isEqualTo(row.getUuid("current")));
        assertThat(cards(there)).containsExactlyInAnyOrderElementsOf(cards);
        assertThat(Await.result(here.consents().outlines(pool, BUCKET)).toList())
                .containsExactlyInAnyOrderElementsOf(
                        steps.stream().map(Outline::of).toList());
    }

    @Test
    void what_changed_since_is_seen_by_all_and_packed_when_it_is_much() {
        List<Card> cards = put(here, 20);
        Await.result(here.tags().shelve(pool));
        UUID first = shelves().get(0).getUuid("current");
        List<Card> now = new ArrayList<>(cards.subList(3, 20));
        for (Card old : cards.subList(0, 3)) {
            now.add(card(old.client(), 2));
            assertThat(Await.result(there.tags().put(pool, now.get(now.size() - 1))))
                    .isTrue();
        }
        assertThat(cards(here)).containsExactlyInAnyOrderElementsOf(now);
        Await.result(here.tags().shelve(pool));
        assertThat(shelves().get(0).getUuid("current")).as("too little to pack").isEqualTo(first);
        now.addAll(put(there, 20));
        assertThat(cards(here)).containsExactlyInAnyOrderElementsOf(now);
        Await.result(there.tags().shelve(pool));
        assertThat(shelves())
                .as("the old one is gone")
                .hasSize(1)
                .allSatisfy(
                        row -> assertThat(row.getUuid("id")).isNotEqualTo(first).isEqualTo(row.getUuid("current")));
        assertThat(cards(here)).containsExactlyInAnyOrderElementsOf(now);
    }

    @Test
    void shelf_that_lost_a_part_is_not_believed() {
        List<Card> cards = put(here, 10);
        Await.result(here.tags().shelve(pool));
        cql.session()
                .execute(
                        "DELETE FROM " + house.settings().keyspace()
                                + ".shelf WHERE house = ? AND pool = ? AND bucket = ? AND kind = ? AND id = ?",
                        house.settings().house().value(),
                        pool.value(),
                        BUCKET,
                        "tag_card",
                        shelves().get(0).getUuid("current"));
        assertThat(cards(here)).containsExactlyInAnyOrderElementsOf(cards);
    }

    @Test
    void no_order_of_writers_packers_and_readers_hides_an_acknowledged_change() {
        Map<ClientId, Long> acknowledged = new ConcurrentHashMap<>();
        List<ClientId> clients = IntStream.range(0, 8).mapToObj(i -> client()).toList();
        List<Future<Void>> all = new ArrayList<>();
        for (ClientId client : clients) {
            CassandraStores stores = clients.indexOf(client) % 2 == 0 ? here : there;
            all.add(write(stores, client, 1, acknowledged));
        }
        for (CassandraStores stores : List.of(here, there)) {
            all.add(pack(stores, 20));
            all.add(read(stores, 60, acknowledged));
        }
        Await.result(Future.all(all));
        assertThat(acknowledged.values()).containsOnly(40L);
        assertThat(cards(here)).extracting(Card::version).hasSize(8).containsOnly(40L);
    }

    private Future<Void> write(
            CassandraStores stores, ClientId client, long version, Map<ClientId, Long> acknowledged) {
        return stores.tags().put(pool, card(client, version)).compose(stored -> {
            assertThat(stored).isTrue();
            acknowledged.put(client, version);
            return version == 40 ? Future.succeededFuture() : write(stores, client, version + 1, acknowledged);
        });
    }

    private Future<Void> pack(CassandraStores stores, int times) {
        return stores.tags()
                .shelve(pool)
                .compose(done -> times == 0 ? Future.succeededFuture() : pack(stores, times - 1));
    }

    private Future<Void> read(CassandraStores stores, int times, Map<ClientId, Long> acknowledged) {
        Map<ClientId, Long> least = Map.copyOf(acknowledged);
        return stores.tags().cards(pool, BUCKET).compose(found -> {
            Map<ClientId, Long> seen = found.collect(Collectors.toMap(Card::client, Card::version));
            least.forEach((client, version) -> assertThat(seen.getOrDefault(client, 0L))
                    .as("the version of a card whose change was acknowledged before the reading")
                    .isGreaterThanOrEqualTo(version));
            return times == 0 ? Future.succeededFuture() : read(stores, times - 1, acknowledged);
        });
    }
}
