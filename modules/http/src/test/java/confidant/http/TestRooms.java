package confidant.http;

import confidant.core.Rooms;
import confidant.core.port.Bell;
import confidant.core.session.Sessions;
import confidant.policy.PolicyEngine;
import confidant.store.Stores;
import io.vertx.core.Vertx;
import java.time.Clock;

/** The rooms as the application wires them, on any stores. */
final class TestRooms {
    private TestRooms() {}

    static Rooms wire(Vertx vertx, Stores stores, PolicyEngine policy, Bell bell, Clock clock) {
        return new Rooms(
                stores.house(),
                policy,
                new Sessions(stores.sessions(), clock),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
