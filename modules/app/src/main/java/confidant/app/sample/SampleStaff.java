package confidant.app.sample;

import confidant.model.ConciergeId;
import confidant.model.HouseId;
import confidant.model.Lang;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.store.HouseStore;
import confidant.store.HouseStore.Concierge;
import confidant.store.HouseStore.Manager;
import confidant.store.HouseStore.Officer;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Two concierges, a manager, and three officers, so that two can let the third in again, for a house that nobody works in yet. Their ids follow from the house's. */
public final class SampleStaff {
    private SampleStaff() {}

    /** Adds them where the house has no concierge. Repeatable. */
    public static Future<Void> ensure(HouseStore store, HouseId house) {
        return store.concierges().compose(known -> {
            if (!known.isEmpty()) {
                return Future.succeededFuture();
            }
            Future<Void> added = Future.succeededFuture();
            for (Officer officer : officers(house)) {
                added = added.compose(done -> store.putOfficer(officer));
            }
            added = added.compose(done -> store.putManager(manager(house)));
            for (Concierge concierge : concierges(house)) {
                added = added.compose(done -> store.putConcierge(concierge));
            }
            return added;
        });
    }

    static List<Concierge> concierges(HouseId house) {
        return List.of(
                new Concierge(
                        new ConciergeId(id(house, "concierge/mei")),
                        new PoolId(id(house, "pool/mei")),
                        "mei",
                        "林美 Mei",
                        List.of(Lang.ZH_HANT, Lang.EN),
                        5),
                new Concierge(
                        new ConciergeId(id(house, "concierge/sophie")),
                        new PoolId(id(house, "pool/sophie")),
                        "sophie",
                        "Sophie",
                        List.of(Lang.EN, Lang.ZH_HANS),
                        10));
    }

    private static List<Officer> officers(HouseId house) {
        return List.of(
                new Officer(new OfficerId(id(house, "officer")), "Compliance"),
                new Officer(new OfficerId(id(house, "officer/audit")), "Audit"),
                new Officer(new OfficerId(id(house, "officer/privacy")), "Privacy"));
    }

    private static Manager manager(HouseId house) {
        return new Manager(new ManagerId(id(house, "manager")), "Management");
    }

    static UUID id(HouseId house, String what) {
        return UUID.nameUUIDFromBytes(("confidant/" + house + "/" + what).getBytes(StandardCharsets.UTF_8));
    }
}
