package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.KeyStore;
import confidant.store.KeyStore.Denied;
import confidant.store.KeyStore.Head;
import confidant.store.KeyStore.Part;
import confidant.store.KeyStore.Ring;
import confidant.store.KeyStore.WrappedKey;
import confidant.store.KeyStore.WrappedPool;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link KeyStore} promises. */
public interface KeyStoreContract extends StoreContract {

    private KeyStore keys() {
        return stores().keys();
    }

    private static WrappedKey key(ClientId client, Purpose purpose, int keyNo, int content) {
        return new WrappedKey(client, purpose, keyNo, Optional.of(new byte[] {(byte) content}));
    }

    private List<WrappedKey> keysOf(PoolId pool, int version, ClientId client) {
        return Await.result(keys().dataKeys(pool, version, client));
    }

    private static Head first(int content) {
        return new Head(1, new WrappedPool(1, new byte[] {(byte) content}), Optional.empty(), Optional.empty());
    }

    private static void assertSame(Head stored, Head wanted) {
        assertThat(stored.revision()).isEqualTo(wanted.revision());
        assertThat(stored.current().version()).isEqualTo(wanted.current().version());
        assertThat(stored.current().wrapped()).isEqualTo(wanted.current().wrapped());
        assertThat(stored.previous().map(WrappedPool::version))
                .isEqualTo(wanted.previous().map(WrappedPool::version));
        assertThat(stored.previous().map(WrappedPool::wrapped).orElse(new byte[0]))
                .isEqualTo(wanted.previous().map(WrappedPool::wrapped).orElse(new byte[0]));
        assertThat(stored.ring()).isEqualTo(wanted.ring());
    }

    @Test
    default void house_key_stays_the_first_one_until_it_is_replaced_by_what_was_seen() {
        String name = "name-" + UUID.randomUUID();
        assertThat(Await.result(keys().houseKey(name))).isEmpty();
        assertThat(Await.result(keys().putHouseKey(name, new byte[] {1}))).containsExactly(1);
        assertThat(Await.result(keys().putHouseKey(name, new byte[] {2}))).containsExactly(1);
        assertThat(Await.result(keys().replaceHouseKey(name, new byte[] {9}, new byte[] {3})))
                .isFalse();
        assertThat(Await.result(keys().replaceHouseKey(name, new byte[] {1}, new byte[] {3})))
                .isTrue();
        assertThat(Await.result(keys().replaceHouseKey(name, new byte[] {1}, new byte[] {3})))
                .as("a repeat")
                .isTrue();
        assertThat(Await.result(keys().houseKey(name)).orElseThrow()).containsExactly(3);
        assertThat(Await.result(keys().houseKeys()).get(name)).containsExactly(3);
        assertThat(Await.result(keys().replaceHouseKey("none-" + name, new byte[] {1}, new byte[] {1})))
                .isFalse();
    }

    @Test
    default void head_stays_the_first_one() {
        PoolId pool = PoolId.random();
        assertThat(Await.result(keys().head(pool))).isEmpty();
        assertSame(Await.result(keys().putHead(pool, first(1))), first(1));
        assertSame(Await.result(keys().putHead(pool, first(2))), first(1));
        assertSame(Await.result(keys().head(pool)).orElseThrow(), first(1));
        assertThat(Await.result(keys().pools())).contains(pool);
    }

    @Test
    default void head_moves_on_from_the_revision_before_only() {
        PoolId pool = PoolId.random();
        Head one = first(1);
        Head two = new Head(2, new WrappedPool(2, new byte[] {2}), Optional.of(one.current()), Optional.empty());
        Head three = new Head(3, two.current(), Optional.empty(), Optional.of(new Ring(UUID.randomUUID(), 2, 4)));
        assertThat(Await.result(keys().replaceHead(pool, two)))
                .as("none is stored")
                .isFalse();
        Await.result(keys().putHead(pool, one));
        assertThat(Await.result(keys().replaceHead(pool, three))).isFalse();
        assertThat(Await.result(keys().replaceHead(pool, two))).isTrue();
        assertSame(Await.result(keys().head(pool)).orElseThrow(), two);
        assertThat(Await.result(keys().replaceHead(pool, three))).isTrue();
        assertSame(Await.result(keys().head(pool)).orElseThrow(), three);
        assertThat(Await.result(keys().replaceHead(pool, two))).isFalse();
    }

    @Test
    default void one_of_many_who_move_a_head_at_once_wins() {
        PoolId pool = PoolId.random();
        Await.result(keys().putHead(pool, first(0)));
        List<Future<Boolean>> moves = IntStream.range(1, 7)
                .mapToObj(i -> keys().replaceHead(
                                pool,
                                new Head(
                                        2,
                                        new WrappedPool(2, new byte[] {(byte) i}),
                                        Optional.empty(),
                                        Optional.empty())))
                .toList();
        assertThat(moves.stream().filter(Await::result).count()).isEqualTo(1);
    }

    @Test
    default void ring_comes_back_part_by_part_and_as_a_whole_until_it_is_dropped() {
        PoolId pool = PoolId.random();
        UUID ring = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        byte[] large = new byte[60_000];
        ThreadLocalRandom.current().nextBytes(large);
        Await.result(keys().putPart(pool, ring, 0, large));
        Await.result(keys().putPart(pool, ring, 1, new byte[] {1}));
        Await.result(keys().putPart(pool, other, 0, new byte[] {2}));

        assertThat(Await.result(keys().part(pool, ring, 0)).orElseThrow()).isEqualTo(large);
        assertThat(Await.result(keys().part(pool, ring, 2))).isEmpty();
        List<Part> parts = StoreContract.collect(slices -> keys().parts(pool, ring, slices));
        assertThat(parts).extracting(Part::number).containsExactlyInAnyOrder(0, 1);
        assertThat(Await.result(keys().rings(pool))).containsExactlyInAnyOrder(ring, other);

        Await.result(keys().dropRing(pool, ring));
        assertThat(Await.result(keys().part(pool, ring, 0))).isEmpty();
        assertThat(Await.result(keys().part(pool, other, 0)).orElseThrow()).containsExactly(2);
        assertThat(Await.result(keys().rings(pool))).containsExactly(other);
    }

    @Test
    default void data_key_is_one_for_all_who_make_it_at_once() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        List<Future<WrappedKey>> puts = IntStream.range(0, 8)
                .mapToObj(i -> keys().putDataKey(pool, 1, key(client, Purpose.SERVICE, 1, i)))
                .toList();
        puts.forEach(Await::result);
        byte[] stored = keysOf(pool, 1, client).get(0).wrapped().orElseThrow();
        for (Future<WrappedKey> put : puts) {
            assertThat(Await.result(put).wrapped().orElseThrow()).isEqualTo(stored);
        }
    }

    @Test
    default void journals_of_two_versions_know_nothing_of_each_other() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Await.result(keys().putDataKey(pool, 1, key(client, Purpose.SERVICE, 1, 1)));
        Await.result(keys().putDataKey(pool, 2, key(client, Purpose.SERVICE, 1, 2)));
        assertThat(keysOf(pool, 1, client).get(0).wrapped().orElseThrow()).containsExactly(1);
        assertThat(keysOf(pool, 2, client).get(0).wrapped().orElseThrow()).containsExactly(2);

        Await.result(keys().dropJournal(pool, 1));
        assertThat(keysOf(pool, 1, client)).isEmpty();
        assertThat(keysOf(pool, 2, client)).hasSize(1);
    }

    @Test
    default void destroy_empties_the_row_of_its_number_and_no_other() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Await.result(keys().putDataKey(pool, 1, key(client, Purpose.GREETING, 1, 1)));
        Await.result(keys().putDataKey(pool, 1, key(client, Purpose.GREETING, 3, 2)));
        Await.result(keys().putDataKey(pool, 1, key(client, Purpose.SERVICE, 1, 3)));

        Await.result(keys().destroy(pool, 1, client, Purpose.GREETING, 1));
        assertThat(keysOf(pool, 1, client))
                .hasSize(3)
                .allSatisfy(key -> assertThat(key.destroyed())
                        .isEqualTo(key.purpose().equals(Purpose.GREETING) && key.keyNo() == 1));
        Await.result(keys().destroy(pool, 1, client, Purpose.GREETING, 1));
        assertThat(keysOf(pool, 1, client)).hasSize(3);
    }

    @Test
    default void destroyed_number_is_never_given_again_whether_there_was_a_key_or_not() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Await.result(keys().putDataKey(pool, 1, key(client, Purpose.TRIP, 1, 1)));
        Await.result(keys().destroy(pool, 1, client, Purpose.TRIP, 1));
        Await.result(keys().destroy(pool, 1, client, Purpose.TRIP, Integer.MAX_VALUE));
        for (int keyNo : new int[] {1, Integer.MAX_VALUE}) {
            assertThat(Await.result(keys().putDataKey(pool, 1, key(client, Purpose.TRIP, keyNo, 2)))
                            .destroyed())
                    .isTrue();
        }
        assertThat(keysOf(pool, 1, client))
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.destroyed()).isTrue());
    }

    @Test
    default void keys_of_a_pool_come_in_slices_and_of_that_journal_only() {
        PoolId pool = PoolId.random();
        List<ClientId> clients =
                IntStream.range(0, 40).mapToObj(i -> ClientId.random()).toList();
        clients.forEach(client -> Await.result(keys().putDataKey(pool, 1, key(client, Purpose.SERVICE, 1, 1))));
        Await.result(keys().putDataKey(PoolId.random(), 1, key(clients.get(0), Purpose.SERVICE, 1, 1)));
        Await.result(keys().putDataKey(pool, 2, key(clients.get(0), Purpose.SERVICE, 1, 1)));
        List<WrappedKey> rows = StoreContract.collect(slices -> keys().dataKeys(pool, 1, slices));
        assertThat(rows).extracting(WrappedKey::client).containsExactlyInAnyOrderElementsOf(clients);
    }

    @Test
    default void denied_keys_are_told_to_all_who_ask_for_their_bucket() {
        long bucket = ThreadLocalRandom.current().nextLong(1L << 40);
        Denied one = new Denied(PoolId.random(), ClientId.random(), Optional.of(Purpose.TRIP), 3);
        Denied all = new Denied(PoolId.random(), ClientId.random(), Optional.empty(), Integer.MAX_VALUE);
        Await.result(keys().deny(bucket, one));
        Await.result(keys().deny(bucket, all));
        assertThat(Await.result(keys().denied(bucket))).containsExactlyInAnyOrder(one, all);
        assertThat(Await.result(keys().denied(bucket + 1))).isEmpty();
    }
}
