package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.TagId;
import confidant.store.Bucket;
import confidant.store.TagStore.Card;
import confidant.store.TagStore.Proposal;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link confidant.store.TagStore} promises. */
public interface TagStoreContract extends StoreContract {

    private static Card card(ClientId client, Purpose purpose, long version) {
        return new Card(client, purpose, version, Fixtures.sealed("tags"));
    }

    private boolean put(PoolId pool, Card card) {
        return Await.result(stores().tags().put(pool, card));
    }

    private Proposal proposed(PoolId pool, ClientId client) {
        Proposal proposal = new Proposal(
                client,
                TagId.random(),
                Purpose.TRIP,
                clock().instant().plus(Duration.ofHours(1)),
                Fixtures.sealed("proposal"));
        Await.result(stores().tags().propose(pool, proposal));
        return proposal;
    }

    @Test
    default void tags_are_stored_only_after_the_version_before_them() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Card second = card(client, Purpose.TRIP, 2);
        assertThat(put(pool, card(client, Purpose.TRIP, 2))).isFalse();
        assertThat(put(pool, card(client, Purpose.TRIP, 1))).isTrue();
        assertThat(put(pool, card(client, Purpose.TRIP, 1))).isFalse();
        assertThat(put(pool, second)).isTrue();
        assertThat(put(pool, second)).as("a repeat").isTrue();
        assertThat(Await.result(stores().tags().card(pool, client, Purpose.TRIP)))
                .contains(second);
        assertThat(Await.result(stores().tags().card(pool, client, Purpose.GREETING)))
                .isEmpty();
    }

    @Test
    default void tags_are_changed_by_one_of_eight_at_once() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        List<Future<Boolean>> puts = IntStream.range(0, 8)
                .mapToObj(i -> stores().tags().put(pool, card(client, Purpose.TRIP, 1)))
                .toList();
        assertThat(puts).filteredOn(Await::result).hasSize(1);
    }

    @Test
    default void cards_are_found_by_client_and_by_pool() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Card trip = card(client, Purpose.TRIP, 1);
        Card greeting = card(client, Purpose.GREETING, 1);
        Card other = card(ClientId.random(), Purpose.TRIP, 1);
        List.of(trip, greeting, other).forEach(card -> put(pool, card));
        put(PoolId.random(), card(client, Purpose.TRIP, 1));
        assertThat(Await.result(stores().tags().cards(pool, client))).containsExactlyInAnyOrder(trip, greeting);
        List<Card> all = StoreContract.collect(slices -> stores().tags().cards(pool, slices));
        assertThat(all).containsExactlyInAnyOrder(trip, greeting, other);
        for (int bucket : Bucket.ALL) {
            assertThat(Await.result(stores().tags().cards(pool, bucket)).toList())
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(card -> Bucket.of(card.client()) == bucket)
                            .toList());
        }
    }

    @Test
    default void proposal_is_listed_until_it_is_taken_by_one() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Proposal proposal = proposed(pool, client);
        Proposal other = proposed(pool, client);
        List<Future<Optional<Proposal>>> takes = IntStream.range(0, 8)
                .mapToObj(i -> stores().tags().take(pool, client, proposal.id()))
                .toList();
        assertThat(takes.stream().flatMap(take -> Await.result(take).stream())).containsExactly(proposal);
        assertThat(Await.result(stores().tags().proposals(pool, client))).containsExactly(other);
    }

    @Test
    default void proposal_proposed_twice_is_one() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Proposal proposal = proposed(pool, client);
        Await.result(stores().tags().propose(pool, proposal));
        assertThat(Await.result(stores().tags().proposals(pool, client))).containsExactly(proposal);
        Await.result(stores().tags().take(pool, client, proposal.id()));
        assertThat(Await.result(stores().tags().take(pool, client, proposal.id())))
                .isEmpty();
    }

    @Test
    default void proposal_is_gone_when_its_time_is_over() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Proposal proposal = proposed(pool, client);
        clock().advance(Duration.ofHours(1));
        assertThat(Await.result(stores().tags().proposals(pool, client))).isEmpty();
        assertThat(Await.result(stores().tags().take(pool, client, proposal.id())))
                .isEmpty();
    }
}
