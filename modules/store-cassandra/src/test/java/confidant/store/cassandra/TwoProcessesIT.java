package confidant.store.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Purpose;
import confidant.store.ConversationStore;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.OutboxRow;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.testkit.Await;
import confidant.testkit.Fixtures;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes of one house, each with stores of its own, at the same conversations. */
final class TwoProcessesIT {
    private static TestHouse house;
    private static ConversationStore one;
    private static ConversationStore other;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        one = house.open().conversations();
        other = house.open().conversations();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void appends_of_both_get_every_number_once_and_lose_nothing() {
        Ref ref = Fixtures.conversation();
        List<NewMessage> sent = new ArrayList<>();
        List<Future<Appended>> appends = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            NewMessage message = i % 3 == 0 ? Fixtures.outbound() : Fixtures.inbound();
            sent.add(message);
            appends.add((i % 2 == 0 ? one : other).append(ref, message));
        }
        List<Appended> numbers = appends.stream().map(Await::result).toList();

        List<StoredMessage> stored = Await.result(other.after(ref, 0, 100));
        assertThat(stored)
                .extracting(StoredMessage::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
        for (int i = 0; i < 60; i++) {
            StoredMessage at = stored.get((int) ((Appended.Stored) numbers.get(i)).seq() - 1);
            assertThat(at.id()).isEqualTo(sent.get(i).id());
        }
        assertThat(Await.result(one.pending(ref))).hasSize(20);
    }

    @Test
    void webhook_delivered_to_both_is_stored_once() {
        Ref ref = Fixtures.conversation();
        List<Future<Appended>> appends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            appends.add((i % 2 == 0 ? one : other).append(ref, Fixtures.inbound(Fixtures.once("line/main/dup"))));
        }
        List<Appended> outcomes = appends.stream().map(Await::result).toList();
        assertThat(outcomes).containsOnlyOnce(new Appended.Stored(1));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.equals(new Appended.Taken("line/main/dup", 1)))
                .hasSize(7);
        assertThat(Await.result(one.after(ref, 0, 10))).hasSize(1);
    }

    @Test
    void lease_wanted_by_both_goes_to_one() {
        Ref ref = Fixtures.conversation();
        Await.result(one.append(ref, Fixtures.outbound()));
        Instant now = Fixtures.NOON;
        List<Future<Optional<OutboxRow>>> leases = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            leases.add((i % 2 == 0 ? one : other).lease(ref, 1, "worker-" + i, now, now.plusSeconds(30)));
        }
        assertThat(leases.stream().flatMap(lease -> Await.result(lease).stream()))
                .hasSize(1);
    }

    @Test
    void cancel_and_lease_at_once_do_not_both_win() {
        Ref ref = Fixtures.conversation();
        Await.result(one.append(ref, Fixtures.outbound()));
        Instant now = Fixtures.NOON;
        Future<Optional<OutboxRow>> leased = one.lease(ref, 1, "worker", now, now.plusSeconds(30));
        Future<Integer> cancelled = other.cancel(ref, Purpose.SERVICE, "withdrawn");
        int leases = Await.result(leased).isPresent() ? 1 : 0;
        assertThat(leases + Await.result(cancelled)).isEqualTo(1);
    }
}
