package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ConciergeId;
import confidant.model.Lang;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.store.HouseStore.Concierge;
import confidant.store.HouseStore.Manager;
import confidant.store.HouseStore.Officer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link confidant.store.HouseStore} promises. */
public interface HouseStoreContract extends StoreContract {

    @Test
    default void concierge_is_listed_after_put() {
        Concierge concierge =
                new Concierge(ConciergeId.random(), PoolId.random(), "mei", "Mei", List.of(Lang.ZH_HANT, Lang.EN), 15);
        Await.result(stores().house().putConcierge(concierge));
        assertThat(Await.result(stores().house().concierges())).contains(concierge);
    }

    @Test
    default void concierge_is_replaced_by_id() {
        ConciergeId id = ConciergeId.random();
        PoolId pool = PoolId.random();
        Concierge changed = new Concierge(id, pool, "ann", "Ann", List.of(), 30);
        Await.result(stores().house().putConcierge(new Concierge(id, pool, "an", "An", List.of(Lang.EN), 15)));
        Await.result(stores().house().putConcierge(changed));
        assertThat(Await.result(stores().house().concierges()))
                .filteredOn(concierge -> concierge.id().equals(id))
                .containsExactly(changed);
    }

    @Test
    default void officer_is_listed_apart_from_concierges() {
        Officer officer = new Officer(OfficerId.random(), "Officer One");
        Await.result(stores().house().putOfficer(officer));
        assertThat(Await.result(stores().house().officers())).contains(officer);
        assertThat(Await.result(stores().house().concierges()))
                .noneMatch(
                        concierge -> concierge.id().value().equals(officer.id().value()));
    }

    @Test
    default void manager_is_listed_apart_from_officers() {
        Manager manager = new Manager(ManagerId.random(), "Manager One");
        Await.result(stores().house().putManager(manager));
        assertThat(Await.result(stores().house().managers())).contains(manager);
        assertThat(Await.result(stores().house().officers()))
                .noneMatch(officer -> officer.id().value().equals(manager.id().value()));
    }

    @Test
    default void value_stays_the_first_one() {
        String name = "value-" + UUID.randomUUID();
        assertThat(Await.result(stores().house().value(name))).isEmpty();
        assertThat(Await.result(stores().house().putOnce(name, new byte[] {1}))).containsExactly(1);
        assertThat(Await.result(stores().house().putOnce(name, new byte[] {2}))).containsExactly(1);
        assertThat(Await.result(stores().house().value(name)).orElseThrow()).containsExactly(1);
    }

    @Test
    default void value_that_need_not_last_stays_the_first_one_meanwhile() {
        String name = "value-" + UUID.randomUUID();
        Duration day = Duration.ofDays(1);
        assertThat(Await.result(stores().house().putOnce(name, new byte[] {1}, day)))
                .containsExactly(1);
        assertThat(Await.result(stores().house().putOnce(name, new byte[] {2}, day)))
                .containsExactly(1);
        assertThat(Await.result(stores().house().putOnce(name, new byte[] {3}))).containsExactly(1);
        assertThat(Await.result(stores().house().value(name)).orElseThrow()).containsExactly(1);
    }
}
