package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.BlindKey;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.ClientStore.AddressRow;
import confidant.store.ClientStore.ClientRow;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link confidant.store.ClientStore} promises. */
public interface ClientStoreContract extends StoreContract {

    private static AddressRow address(BlindKey blind, PoolId pool, ClientId client) {
        return new AddressRow(blind, pool, client, Channel.LINE, "main", Fixtures.sealed("address"));
    }

    private static ClientRow row(PoolId pool, ClientId client, long version) {
        return new ClientRow(pool, client, Channel.LINE, Fixtures.NOON, version, Fixtures.sealed("card"));
    }

    @Test
    default void address_belongs_to_one_of_eight_who_claim_it_at_once() {
        PoolId pool = PoolId.random();
        BlindKey blind = Fixtures.blindKey();
        List<Future<AddressRow>> claims = IntStream.range(0, 8)
                .mapToObj(i -> stores().clients().claim(address(blind, pool, ClientId.random())))
                .toList();
        AddressRow first = Await.result(claims.get(0));
        assertThat(claims).allSatisfy(claim -> assertThat(Await.result(claim)).isEqualTo(first));
        assertThat(Await.result(stores().clients().byAddress(blind))).contains(first);
        assertThat(Await.result(stores().clients().addresses(pool, first.client())))
                .containsExactly(first);
    }

    @Test
    default void address_is_unknown_before_the_claim() {
        assertThat(Await.result(stores().clients().byAddress(Fixtures.blindKey())))
                .isEmpty();
        assertThat(Await.result(stores().clients().addresses(PoolId.random(), ClientId.random())))
                .isEmpty();
    }

    @Test
    default void card_is_stored_only_after_the_version_before_it() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        ClientRow second = row(pool, client, 2);
        assertThat(Await.result(stores().clients().put(row(pool, client, 2)))).isFalse();
        assertThat(Await.result(stores().clients().put(row(pool, client, 1)))).isTrue();
        assertThat(Await.result(stores().clients().put(row(pool, client, 1)))).isFalse();
        assertThat(Await.result(stores().clients().put(second))).isTrue();
        assertThat(Await.result(stores().clients().client(pool, client))).contains(second);
    }

    @Test
    default void card_put_again_is_no_conflict() {
        ClientRow row = row(PoolId.random(), ClientId.random(), 1);
        assertThat(Await.result(stores().clients().put(row))).isTrue();
        assertThat(Await.result(stores().clients().put(row))).isTrue();
    }

    @Test
    default void clients_of_a_pool_are_all_there_and_no_others() {
        PoolId pool = PoolId.random();
        List<ClientRow> rows = IntStream.range(0, 40)
                .mapToObj(i -> row(pool, ClientId.random(), 1))
                .toList();
        rows.forEach(row -> Await.result(stores().clients().put(row)));
        Await.result(stores().clients().put(row(PoolId.random(), ClientId.random(), 1)));
        List<ClientRow> found =
                StoreContract.collect(slices -> stores().clients().clients(pool, slices));
        assertThat(found).containsExactlyInAnyOrderElementsOf(rows);
        List<ClientId> ids = StoreContract.collect(slices -> stores().clients().ids(pool, slices));
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(ClientRow::client).toList());
    }

    @Test
    default void block_is_what_the_latest_event_says_in_any_order_of_arrival() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        assertThat(Await.result(stores().clients().isBlocked(pool, client, Channel.LINE)))
                .isFalse();
        Await.result(stores().clients().blocked(pool, client, Channel.LINE, true, Fixtures.NOON.plusSeconds(60)));
        Await.result(stores().clients().blocked(pool, client, Channel.LINE, false, Fixtures.NOON));
        assertThat(Await.result(stores().clients().isBlocked(pool, client, Channel.LINE)))
                .isTrue();
        Await.result(stores().clients().blocked(pool, client, Channel.LINE, false, Fixtures.NOON.plusSeconds(120)));
        assertThat(Await.result(stores().clients().isBlocked(pool, client, Channel.LINE)))
                .isFalse();
    }

    @Test
    default void block_of_a_channel_leaves_the_other_and_the_addresses_alone() {
        PoolId pool = PoolId.random();
        ClientId client = ClientId.random();
        Await.result(stores().clients().blocked(pool, client, Channel.LINE, true, Fixtures.NOON));
        assertThat(Await.result(stores().clients().isBlocked(pool, client, Channel.WEBCHAT)))
                .isFalse();
        assertThat(Await.result(stores().clients().addresses(pool, client))).isEmpty();
    }

    @Test
    default void address_goes_over_to_the_next_client_and_a_repeat_is_no_other() {
        PoolId pool = PoolId.random();
        BlindKey blind = Fixtures.blindKey();
        AddressRow before = address(blind, pool, ClientId.random());
        AddressRow after = address(blind, PoolId.random(), ClientId.random());
        Await.result(stores().clients().claim(before));

        assertThat(Await.result(stores().clients().reassign(before, after))).isTrue();
        assertThat(Await.result(stores().clients()
                        .reassign(
                                before,
                                new AddressRow(
                                        blind,
                                        after.pool(),
                                        after.client(),
                                        Channel.LINE,
                                        "main",
                                        Fixtures.sealed("again")))))
                .isTrue();

        assertThat(Await.result(stores().clients().byAddress(blind))).contains(after);
        assertThat(Await.result(stores().clients().addresses(pool, before.client())))
                .isEmpty();
        assertThat(Await.result(stores().clients().addresses(after.pool(), after.client())))
                .containsExactly(after);
    }

    @Test
    default void address_of_somebody_else_or_of_nobody_goes_over_to_nobody() {
        BlindKey blind = Fixtures.blindKey();
        AddressRow owner = address(blind, PoolId.random(), ClientId.random());
        AddressRow stranger = address(blind, PoolId.random(), ClientId.random());
        AddressRow next = address(blind, PoolId.random(), ClientId.random());
        assertThat(Await.result(stores().clients().reassign(stranger, next))).isFalse();
        assertThat(Await.result(stores().clients().byAddress(blind))).isEmpty();

        Await.result(stores().clients().claim(owner));
        assertThat(Await.result(stores().clients().reassign(stranger, next))).isFalse();
        assertThat(Await.result(stores().clients().byAddress(blind))).contains(owner);
        assertThat(Await.result(stores().clients().addresses(next.pool(), next.client())))
                .isEmpty();
    }

    @Test
    default void succession_is_known_from_both_sides_each_when_it_is_noted() {
        Ref before = new Ref(PoolId.random(), ClientId.random());
        Ref next = new Ref(PoolId.random(), ClientId.random());
        Ref last = new Ref(PoolId.random(), ClientId.random());
        Await.result(stores().clients().descend(next, before));
        assertThat(Await.result(stores().clients().origin(next))).contains(before);
        assertThat(Await.result(stores().clients().successor(before))).isEmpty();

        Await.result(stores().clients().succeed(before, next));
        Await.result(stores().clients().succeed(before, next));
        Await.result(stores().clients().succeed(next, last));
        assertThat(Await.result(stores().clients().successor(before))).contains(next);
        assertThat(Await.result(stores().clients().successor(next))).contains(last);
        assertThat(Await.result(stores().clients().origin(next))).contains(before);
        assertThat(Await.result(stores().clients().origin(before))).isEmpty();
    }
}
