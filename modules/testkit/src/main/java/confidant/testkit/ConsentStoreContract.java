package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.MessageId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.Bucket;
import confidant.store.ConsentStore.Ending;
import confidant.store.ConsentStore.Outline;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link confidant.store.ConsentStore} promises. */
public interface ConsentStoreContract extends StoreContract {

    private static ConsentEvent step(ClientId client, Purpose purpose, long seq, ConsentStatus status) {
        return new ConsentEvent(
                client,
                purpose,
                seq,
                status,
                Fixtures.NOON.plusSeconds(seq),
                status.valid() ? Optional.of(Fixtures.NOON.plus(Duration.ofDays(365))) : Optional.empty(),
                Expressed.CLIENT,
                "webchat-notice",
                "ab".repeat(32),
                Optional.of(MessageId.random()));
    }

    private boolean append(PoolId pool, ConsentEvent event) {
        return Await.result(stores().consents().append(pool, event));
    }

    @Test
    default void history_holds_steps_by_purpose_and_number() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        ConsentEvent trip = step(client, Purpose.TRIP, 1, ConsentStatus.REFUSED);
        ConsentEvent given = step(client, Purpose.GREETING, 1, ConsentStatus.GIVEN);
        ConsentEvent withdrawn = step(client, Purpose.GREETING, 2, ConsentStatus.WITHDRAWN);
        assertThat(List.of(trip, given, withdrawn)).allMatch(step -> append(pool, step));
        assertThat(Await.result(stores().consents().history(pool, client))).containsExactly(given, withdrawn, trip);
        assertThat(Await.result(stores().consents().history(pool, ClientId.random())))
                .isEmpty();
    }

    @Test
    default void step_is_refused_where_its_number_is_not_the_next() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        assertThat(append(pool, step(client, Purpose.TRIP, 2, ConsentStatus.GIVEN)))
                .isFalse();
        assertThat(append(pool, step(client, Purpose.TRIP, 1, ConsentStatus.REQUESTED)))
                .isTrue();
        assertThat(append(pool, step(client, Purpose.TRIP, 1, ConsentStatus.GIVEN)))
                .isFalse();
        assertThat(append(pool, step(client, Purpose.TRIP, 3, ConsentStatus.GIVEN)))
                .isFalse();
        assertThat(append(pool, step(client, Purpose.TRIP, 2, ConsentStatus.GIVEN)))
                .isTrue();
        assertThat(Await.result(stores().consents().history(pool, client)))
                .extracting(ConsentEvent::status)
                .containsExactly(ConsentStatus.REQUESTED, ConsentStatus.GIVEN);
    }

    @Test
    default void number_is_given_to_one_of_eight_at_once() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        append(pool, step(client, Purpose.TRIP, 1, ConsentStatus.REQUESTED));
        List<Future<Boolean>> appends = IntStream.range(0, 8)
                .mapToObj(i -> stores().consents().append(pool, step(client, Purpose.TRIP, 2, ConsentStatus.GIVEN)))
                .toList();
        assertThat(appends).filteredOn(Await::result).hasSize(1);
    }

    @Test
    default void endings_of_a_pool_are_listed_and_no_others() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        append(pool, step(client, Purpose.TRIP, 1, ConsentStatus.REFUSED));
        append(pool, step(client, Purpose.GREETING, 1, ConsentStatus.GIVEN));
        assertThat(Await.result(stores().consents().endings(pool))).isEmpty();
        append(pool, step(client, Purpose.GREETING, 2, ConsentStatus.WITHDRAWN));
        append(pool, step(client, Purpose.GREETING, 3, ConsentStatus.GIVEN));
        append(pool, step(client, Purpose.GREETING, 4, ConsentStatus.REVOKED));
        append(PoolId.random(), step(client, Purpose.SHARING, 1, ConsentStatus.GIVEN));
        assertThat(Await.result(stores().consents().endings(pool)))
                .containsExactlyInAnyOrder(
                        new Ending(client, Purpose.GREETING, 2), new Ending(client, Purpose.GREETING, 4));
    }

    @Test
    default void outlines_of_a_pool_are_all_there_and_no_others() {
        PoolId pool = PoolId.random();
        List<ConsentEvent> steps = IntStream.range(0, 40)
                .mapToObj(i -> step(ClientId.random(), Purpose.SHARING, 1, ConsentStatus.GIVEN))
                .toList();
        steps.forEach(step -> append(pool, step));
        append(PoolId.random(), step(ClientId.random(), Purpose.SHARING, 1, ConsentStatus.GIVEN));
        List<Outline> found =
                StoreContract.collect(slices -> stores().consents().outlines(pool, slices));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        steps.stream().map(Outline::of).toList());
        for (int bucket : Bucket.ALL) {
            assertThat(Await.result(stores().consents().outlines(pool, bucket)).toList())
                    .containsExactlyInAnyOrderElementsOf(found.stream()
                            .filter(step -> Bucket.of(step.client()) == bucket)
                            .toList());
        }
    }
}
