package confidant.store.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.HouseId;
import confidant.store.StoreUnavailable;
import confidant.testkit.Await;
import confidant.testkit.Fixtures;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class OutageIT {

    @Test
    void open_fails_as_an_outage_where_nobody_listens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Settings nowhere = Settings.local("127.0.0.1", port, new HouseId("house"));
        assertThat(Await.failure(CassandraStores.open(TestHouse.VERTX, nowhere)))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void calls_fail_as_an_outage_after_close() {
        TestHouse house = new TestHouse();
        CassandraStores stores = house.open();
        house.close();
        assertThat(Await.failure(stores.check())).isInstanceOf(StoreUnavailable.class);
        assertThat(Await.failure(stores.conversations().append(Fixtures.conversation(), Fixtures.inbound())))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void future_ends_on_the_context_of_its_caller() {
        try (TestHouse house = new TestHouse()) {
            CassandraStores stores = house.open();
            Context context = TestHouse.VERTX.getOrCreateContext();
            Promise<Context> seen = Promise.promise();
            context.runOnContext(start -> stores.conversations()
                    .append(Fixtures.conversation(), Fixtures.outbound())
                    .onComplete(done -> seen.complete(Vertx.currentContext())));
            assertThat(Await.result(seen.future())).isSameAs(context);
        }
    }
}
