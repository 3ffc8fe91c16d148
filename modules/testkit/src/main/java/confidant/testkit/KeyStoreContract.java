package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.KeyStore.WrappedKey;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link confidant.store.KeyStore} promises. */
public interface KeyStoreContract extends StoreContract {

    private static WrappedKey key(ClientId client, Purpose purpose, int keyNo, int content) {
        return new WrappedKey(client, purpose, keyNo, Optional.of(new byte[] {(byte) content}));
    }

    private List<WrappedKey> keysOf(PoolId pool, ClientId client) {
        return Await.result(stores().keys().dataKeys(pool, client));
    }

    @Test
    default void pool_key_stays_the_first_one() {
        PoolId pool = PoolId.random();
        assertThat(Await.result(stores().keys().poolKey(pool))).isEmpty();
        assertThat(Await.result(stores().keys().putPoolKey(pool, new byte[] {1})))
                .containsExactly(1);
        assertThat(Await.result(stores().keys().putPoolKey(pool, new byte[] {2})))
                .containsExactly(1);
        assertThat(Await.result(stores().keys().poolKey(pool)).orElseThrow()).containsExactly(1);
    }

    @Test
    default void data_key_is_one_for_all_who_make_it_at_once() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        List<Future<WrappedKey>> puts = IntStream.range(0, 8)
                .mapToObj(i -> stores().keys().putDataKey(pool, key(client, Purpose.SERVICE, 1, i)))
                .toList();
        byte[] stored = keysOfAfter(puts, pool, client).get(0).wrapped().orElseThrow();
        for (Future<WrappedKey> put : puts) {
            assertThat(Await.result(put).wrapped().orElseThrow()).isEqualTo(stored);
        }
    }

    private List<WrappedKey> keysOfAfter(List<Future<WrappedKey>> puts, PoolId pool, ClientId client) {
        puts.forEach(Await::result);
        return keysOf(pool, client);
    }

    @Test
    default void destroy_empties_every_key_of_the_purpose_and_no_other() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Await.result(stores().keys().putDataKey(pool, key(client, Purpose.GREETING, 1, 1)));
        Await.result(stores().keys().putDataKey(pool, key(client, Purpose.GREETING, 2, 2)));
        Await.result(stores().keys().putDataKey(pool, key(client, Purpose.SERVICE, 1, 3)));

        assertThat(Await.result(stores().keys().destroy(pool, client, Purpose.GREETING, 9)))
                .isEqualTo(2);
        assertThat(keysOf(pool, client))
                .hasSize(3)
                .allSatisfy(key ->
                        assertThat(key.destroyed()).isEqualTo(key.purpose().equals(Purpose.GREETING)));
    }

    @Test
    default void destroy_leaves_keys_of_a_later_yes_alone() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Await.result(stores().keys().putDataKey(pool, key(client, Purpose.GREETING, 1, 1)));
        Await.result(stores().keys().putDataKey(pool, key(client, Purpose.GREETING, 3, 2)));

        assertThat(Await.result(stores().keys().destroy(pool, client, Purpose.GREETING, 2)))
                .isEqualTo(1);
        assertThat(keysOf(pool, client))
                .allSatisfy(key -> assertThat(key.destroyed()).isEqualTo(key.keyNo() == 1));
    }

    @Test
    default void destroy_again_destroys_none() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Await.result(stores().keys().putDataKey(pool, key(client, Purpose.TRIP, 1, 1)));
        Await.result(stores().keys().destroy(pool, client, Purpose.TRIP, 9));
        assertThat(Await.result(stores().keys().destroy(pool, client, Purpose.TRIP, 9)))
                .isZero();
    }

    @Test
    default void destroyed_number_is_never_given_again() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Await.result(stores().keys().putDataKey(pool, key(client, Purpose.TRIP, 1, 1)));
        Await.result(stores().keys().destroy(pool, client, Purpose.TRIP, 9));
        WrappedKey stored = Await.result(stores().keys().putDataKey(pool, key(client, Purpose.TRIP, 1, 2)));
        assertThat(stored.destroyed()).isTrue();
        assertThat(keysOf(pool, client))
                .singleElement()
                .satisfies(key -> assertThat(key.destroyed()).isTrue());
    }

    @Test
    default void keys_of_a_pool_come_in_slices_and_of_that_pool_only() {
        PoolId pool = PoolId.random();
        List<ClientId> clients =
                IntStream.range(0, 40).mapToObj(i -> ClientId.random()).toList();
        clients.forEach(client -> Await.result(stores().keys().putDataKey(pool, key(client, Purpose.SERVICE, 1, 1))));
        Await.result(stores().keys().putDataKey(PoolId.random(), key(clients.get(0), Purpose.SERVICE, 1, 1)));
        List<WrappedKey> keys = StoreContract.collect(slices -> stores().keys().dataKeys(pool, slices));
        assertThat(keys).extracting(WrappedKey::client).containsExactlyInAnyOrderElementsOf(clients);
    }
}
