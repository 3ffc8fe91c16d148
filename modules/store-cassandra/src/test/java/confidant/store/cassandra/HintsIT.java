package confidant.store.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.MessageId;
import confidant.store.ConversationStore.Ref;
import confidant.testkit.Await;
import confidant.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class HintsIT {
    private static TestHouse house;
    private static CassandraStores stores;
    private static Cql cql;
    private static Hints hints;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        stores = house.open();
        Queries queries = new Queries(Names.of(house.settings()));
        cql = Await.result(Cql.of(TestHouse.VERTX, () -> Connection.open(house.settings())));
        hints = new Hints(cql, queries, house.settings().house().value(), house.clock());
        Await.result(queries.prepare(cql));
    }

    @AfterAll
    static void close() {
        cql.session().close();
        house.close();
    }

    private static List<Ref> found(Ref ref) {
        return Await.result(stores.conversations().mayBePending(Hints.shard(ref)));
    }

    @Test
    void hint_without_a_message_goes_when_no_append_can_still_be_under_way() {
        Ref ref = Fixtures.conversation();
        Await.result(hints.put(ref, MessageId.random()));
        house.clock().advance(Duration.ofSeconds(30));
        assertThat(found(ref)).contains(ref);
        assertThat(found(ref)).as("still fresh").contains(ref);
        house.clock().advance(Duration.ofSeconds(31));
        found(ref);
        assertThat(found(ref)).doesNotContain(ref);
    }

    @Test
    void hint_of_a_waiting_message_stays() {
        Ref ref = Fixtures.conversation();
        Await.result(stores.conversations().append(ref, Fixtures.outbound()));
        house.clock().advance(Duration.ofHours(1));
        found(ref);
        assertThat(found(ref)).contains(ref);
    }
}
