package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.DataClass;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.GlassStore;
import confidant.store.GlassStore.Look;
import confidant.store.GlassStore.Review;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link GlassStore} promises. */
public interface GlassStoreContract extends StoreContract {
    LocalDate GLASS_DAY = LocalDate.of(2026, 11, 30);

    private static Look look(PoolId pool, ClientId client) {
        return new Look(
                UUID.randomUUID(),
                pool,
                client,
                ConciergeId.random(),
                new DataClass("birthday"),
                Purpose.GREETING,
                1,
                "booking",
                Optional.of(Fixtures.sealed("why")),
                Fixtures.NOON,
                Fixtures.NOON.plus(Duration.ofMinutes(15)),
                0,
                Optional.empty(),
                "",
                Optional.empty());
    }

    private GlassStore glass() {
        return stores().glass();
    }

    private Optional<Look> stored(Look look) {
        return Await.result(glass().look(look.pool(), look.client(), look.id()));
    }

    @Test
    default void look_is_kept_whole_through_all_its_versions() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Look first = look(pool, client);
        Look ended = first.read().end(Fixtures.NOON.plusSeconds(60), "hidden");
        Look reviewed = ended.reviewed(new Review(OfficerId.random(), Fixtures.NOON.plusSeconds(90), false));

        assertThat(Await.result(glass().put(first))).isTrue();
        assertThat(stored(first)).contains(first);
        assertThat(Await.result(glass().put(first.read()))).isTrue();
        assertThat(Await.result(glass().put(ended))).isTrue();
        assertThat(stored(first)).contains(ended);
        assertThat(Await.result(glass().put(reviewed))).isTrue();
        assertThat(Await.result(glass().put(reviewed.silent()))).isTrue();

        assertThat(stored(first)).contains(reviewed.silent());
        assertThat(Await.result(glass().looks(pool, client))).containsExactly(reviewed.silent());
        assertThat(Await.result(glass().looks(pool, ClientId.random()))).isEmpty();
        assertThat(Await.result(glass().look(PoolId.random(), client, first.id())))
                .isEmpty();
    }

    @Test
    default void look_is_changed_only_from_the_version_before() {
        Look first = look(PoolId.random(), ClientId.random());
        Await.result(glass().put(first));
        Look read = first.read();

        assertThat(Await.result(glass().put(first))).as("a repeat").isTrue();
        assertThat(Await.result(glass().put(read))).isTrue();
        assertThat(Await.result(glass().put(first.end(Fixtures.NOON, "hidden"))))
                .as("from a version that is past")
                .isFalse();
        assertThat(Await.result(glass().put(look(first.pool(), first.client()).read())))
                .as("of what is not there")
                .isFalse();

        assertThat(stored(first)).contains(read);
    }

    @Test
    default void looks_of_at_once_change_it_once() {
        Look first = look(PoolId.random(), ClientId.random());
        Await.result(glass().put(first));

        List<Future<Boolean>> tries = IntStream.range(0, 6)
                .mapToObj(i -> glass().put(first.end(Fixtures.NOON.plusSeconds(i), "hidden")))
                .toList();

        assertThat(tries.stream().map(Await::result).filter(one -> one)).hasSize(1);
    }

    @Test
    default void look_lies_open_until_it_is_reviewed_and_in_its_month_for_ever() {
        Look one = look(PoolId.random(), ClientId.random());
        Look other = look(PoolId.random(), ClientId.random());
        Await.result(glass().put(one));
        Await.result(glass().put(other));
        assertThat(Await.result(glass().open())).contains(one, other);

        Look reviewed = one.reviewed(new Review(OfficerId.random(), Fixtures.NOON, true));
        Await.result(glass().put(reviewed));

        assertThat(Await.result(glass().open())).contains(other).doesNotContain(one, reviewed);
        YearMonth month = one.month();
        assertThat(Await.result(glass().begun(month))).contains(reviewed, other);
        assertThat(Await.result(glass().begun(month.plusMonths(1)))).doesNotContain(reviewed, other);
    }

    @Test
    default void looks_of_a_day_are_so_many_and_no_more() {
        ConciergeId concierge = ConciergeId.random();
        List<UUID> ids = IntStream.range(0, 8).mapToObj(i -> UUID.randomUUID()).toList();

        List<Future<Boolean>> tries = ids.stream()
                .map(id -> glass().take(concierge, GLASS_DAY, 3, id))
                .toList();

        List<UUID> had = IntStream.range(0, 8)
                .filter(i -> Await.result(tries.get(i)))
                .mapToObj(ids::get)
                .toList();
        assertThat(had).hasSize(3);
        assertThat(Await.result(glass().taken(concierge, GLASS_DAY))).isEqualTo(3);
        assertThat(Await.result(glass().take(concierge, GLASS_DAY, 3, had.get(0))))
                .as("the same again")
                .isTrue();
        assertThat(Await.result(glass().take(concierge, GLASS_DAY.plusDays(1), 3, UUID.randomUUID())))
                .isTrue();
        assertThat(Await.result(glass().take(ConciergeId.random(), GLASS_DAY, 3, UUID.randomUUID())))
                .isTrue();
        assertThat(Await.result(glass().take(ConciergeId.random(), GLASS_DAY, 0, UUID.randomUUID())))
                .isFalse();
    }
}
