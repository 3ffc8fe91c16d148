package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.BlindKey;
import confidant.model.ClientId;
import confidant.model.ImportId;
import confidant.model.PoolId;
import confidant.store.ImportStore;
import confidant.store.ImportStore.Newcomer;
import confidant.store.ImportStore.Progress;
import confidant.store.ImportStore.State;
import confidant.store.TombstoneStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link ImportStore} and {@link TombstoneStore} promise. */
public interface ImportStoreContract extends StoreContract {
    private ImportStore imports() {
        return stores().imports();
    }

    private TombstoneStore tombstones() {
        return stores().tombstones();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock().millis());
    }

    private static BlindKey blind() {
        return new BlindKey(UUID.randomUUID().toString().substring(0, 22));
    }

    @Test
    default void tombstone_stands_untilItsTime() {
        BlindKey blind = blind();
        assertThat(Await.result(tombstones().buried(blind))).isFalse();
        Await.result(tombstones().bury(blind, now().plus(Duration.ofDays(2_555))));
        Await.result(tombstones().bury(blind, now().plus(Duration.ofDays(2_555))));
        assertThat(Await.result(tombstones().buried(blind))).isTrue();
        assertThat(Await.result(tombstones().buried(blind()))).isFalse();
        clock().advance(Duration.ofDays(2_554));
        assertThat(Await.result(tombstones().buried(blind))).isTrue();
        clock().advance(Duration.ofDays(1));
        assertThat(Await.result(tombstones().buried(blind))).isFalse();
    }

    @Test
    default void tombstone_lasts_asTheLatestSays() {
        BlindKey blind = blind();
        Await.result(tombstones().bury(blind, now().plus(Duration.ofDays(1))));
        Await.result(tombstones().bury(blind, now().plus(Duration.ofDays(3))));
        clock().advance(Duration.ofDays(2));
        assertThat(Await.result(tombstones().buried(blind))).isTrue();
    }

    @Test
    default void import_is_as_it_was_last_put() {
        PoolId pool = PoolId.random();
        Progress first = new Progress(pool, ImportId.random(), now(), now(), State.RUNNING, 10, 0, 0, 0, 0, 1);
        Progress other = new Progress(pool, ImportId.random(), now(), now(), State.BROKEN, 3, 1, 1, 0, 0, 0);
        Await.result(imports().put(first));
        Await.result(imports().put(other));
        Progress later = new Progress(pool, first.id(), first.at(), now(), State.DONE, 10, 9, 5, 3, 1, 1);
        Await.result(imports().put(later));
        assertThat(Await.result(imports().progress(pool, first.id()))).contains(later);
        assertThat(Await.result(imports().progress(PoolId.random(), first.id())))
                .isEmpty();
        assertThat(Await.result(imports().all(pool))).containsExactlyInAnyOrder(later, other);
    }

    @Test
    default void newcomer_is_found_untilForgotten() {
        PoolId pool = PoolId.random();
        Newcomer half = new Newcomer(pool, ClientId.random(), ImportId.random(), now(), false);
        Await.result(imports().came(half));
        assertThat(Await.result(imports().newcomer(pool, half.client()))).contains(half);
        Newcomer whole = new Newcomer(pool, half.client(), half.by(), half.at(), true);
        Await.result(imports().came(whole));
        List<Newcomer> all = new ArrayList<>();
        Await.result(imports().newcomers(pool, all::addAll));
        assertThat(all).containsExactly(whole);
        Await.result(imports().forget(pool, half.client()));
        Await.result(imports().forget(pool, half.client()));
        assertThat(Await.result(imports().newcomer(pool, half.client()))).isEmpty();
    }
}
