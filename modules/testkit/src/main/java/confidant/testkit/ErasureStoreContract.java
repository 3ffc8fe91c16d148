package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.ErasureStore;
import confidant.store.ErasureStore.Erasure;
import confidant.store.ErasureStore.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What {@link ErasureStore} promises. */
public interface ErasureStoreContract extends StoreContract {
    Instant BEGUN = Instant.parse("2026-11-25T03:00:00Z");

    private static Erasure begun(PoolId pool, ClientId client) {
        return new Erasure(
                pool,
                client,
                Stage.BEGUN,
                "client",
                BEGUN,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Erasure last(PoolId pool, ClientId client) {
        return new Erasure(
                pool,
                client,
                Stage.FINAL,
                "client",
                BEGUN,
                Optional.of(BEGUN.plusSeconds(1)),
                Optional.of(BEGUN.plusSeconds(2)),
                OptionalInt.of(7),
                Optional.of(BEGUN.plusSeconds(3)),
                Optional.of(BEGUN.plusSeconds(4)),
                true);
    }

    private List<Erasure> open(PoolId pool) {
        return Await.result(stores().erasures().open()).stream()
                .filter(one -> one.pool().equals(pool))
                .toList();
    }

    @Test
    default void erasure_stays_the_first_one_and_moves_on_from_its_stage_only() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Erasure first = begun(pool, client);
        assertThat(Await.result(stores().erasures().erasure(pool, client))).isEmpty();
        assertThat(Await.result(stores().erasures().begin(first))).isEqualTo(first);
        assertThat(Await.result(stores().erasures().begin(last(pool, client)))).isEqualTo(first);
        assertThat(Await.result(stores().erasures().move(Stage.STOPPED, last(pool, client))))
                .isFalse();
        assertThat(open(pool)).containsExactly(first);
        assertThat(Await.result(stores().erasures().move(Stage.BEGUN, last(pool, client))))
                .isTrue();
        assertThat(Await.result(stores().erasures().erasure(pool, client))).contains(last(pool, client));
        assertThat(open(pool)).isEmpty();
        assertThat(Await.result(stores().erasures().move(Stage.BEGUN, first))).isFalse();
    }

    @Test
    default void erasure_of_everybody_is_open_again_when_it_begins_anew_and_is_no_clients() {
        PoolId pool = PoolId.random();
        Erasure every = begun(pool, ErasureStore.EVERYBODY);
        ClientId client = ClientId.random();
        Await.result(stores().erasures().begin(every));
        Await.result(stores().erasures().begin(begun(pool, client)));
        Await.result(stores().erasures().move(Stage.BEGUN, last(pool, ErasureStore.EVERYBODY)));
        assertThat(open(pool)).extracting(Erasure::client).containsExactly(client);
        Await.result(stores().erasures().move(Stage.FINAL, every));
        assertThat(open(pool)).extracting(Erasure::client).containsExactlyInAnyOrder(client, ErasureStore.EVERYBODY);
        List<Erasure> clients =
                StoreContract.collect(slices -> stores().erasures().erasures(pool, slices));
        assertThat(clients).extracting(Erasure::client).containsExactly(client);
    }

    @Test
    default void moving_to_no_erasure_at_all_is_refused() {
        PoolId pool = PoolId.random();
        assertThat(Await.result(stores().erasures().move(Stage.BEGUN, last(pool, ClientId.random()))))
                .isFalse();
        assertThat(open(pool)).isEmpty();
    }
}
