package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ConciergeId;
import confidant.model.OfficerId;
import confidant.model.StaffId;
import confidant.store.CompanyStore;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link CompanyStore} promises. */
public interface CompanyStoreContract extends StoreContract {

    private CompanyStore store() {
        return stores().company();
    }

    private static String account() {
        return UUID.randomUUID().toString();
    }

    private boolean connect(String account, StaffId holder) {
        return Await.result(store().connect(account, holder, clock().instant()));
    }

    @Test
    default void account_belongs_to_whoever_connected_it() {
        StaffId concierge = StaffId.of(ConciergeId.random());
        StaffId officer = StaffId.of(OfficerId.random());
        String first = account();
        String second = account();
        assertThat(connect(first, concierge)).isTrue();
        assertThat(connect(second, officer)).isTrue();
        assertThat(Await.result(store().holder(first))).contains(concierge);
        assertThat(Await.result(store().holder(second))).contains(officer);
        assertThat(Await.result(store().holder(account()))).isEmpty();
        assertThat(Await.result(store().accounts(officer))).containsExactly(second);
        assertThat(Await.result(store().accounts(StaffId.of(OfficerId.random()))))
                .isEmpty();
    }

    @Test
    default void account_is_not_taken_from_anybody() {
        StaffId holder = StaffId.of(ConciergeId.random());
        String account = account();
        assertThat(connect(account, holder)).isTrue();
        assertThat(connect(account, holder)).isFalse();
        assertThat(connect(account, StaffId.of(OfficerId.random()))).isFalse();
        assertThat(Await.result(store().holder(account))).contains(holder);
    }

    @Test
    default void account_is_disconnected_by_its_holder_only() {
        StaffId holder = StaffId.of(ConciergeId.random());
        String account = account();
        connect(account, holder);
        assertThat(Await.result(store().disconnect(StaffId.of(OfficerId.random()), account)))
                .isFalse();
        assertThat(Await.result(store().holder(account))).contains(holder);
        assertThat(Await.result(store().disconnect(holder, account))).isTrue();
        assertThat(Await.result(store().disconnect(holder, account))).isFalse();
        assertThat(Await.result(store().holder(account))).isEmpty();
        assertThat(connect(account, StaffId.of(OfficerId.random()))).isTrue();
    }

    @Test
    default void account_has_one_holder_when_several_connect_it_at_once() {
        String account = account();
        List<Future<Boolean>> tries = IntStream.range(0, 5)
                .mapToObj(number -> store().connect(account, StaffId.of(OfficerId.random()), clock().instant()))
                .toList();
        assertThat(tries.stream().map(Await::result).filter(Boolean.TRUE::equals))
                .hasSize(1);
    }
}
