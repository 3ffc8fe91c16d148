package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Delivery;
import confidant.model.Purpose;
import confidant.store.ConversationStore;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.OutboxRow;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link ConversationStore} promises of the way out. */
public interface OutboxContract extends StoreContract {
    Instant NOW = Fixtures.NOON;
    Instant UNTIL = NOW.plusSeconds(30);

    private ConversationStore store() {
        return stores().conversations();
    }

    private Ref withOneQueued() {
        Ref ref = Fixtures.conversation();
        Await.result(store().append(ref, Fixtures.outbound()));
        return ref;
    }

    private Optional<OutboxRow> lease(Ref ref, String owner, Instant now) {
        return Await.result(store().lease(ref, 1, owner, now, now.plusSeconds(30)));
    }

    private boolean settle(Ref ref, String owner, Delivery state) {
        return Await.result(store().settle(ref, 1, owner, state, "", NOW));
    }

    private Delivery state(Ref ref) {
        return Await.result(store().after(ref, 0, 1)).get(0).state();
    }

    private boolean mayBePending(Ref ref) {
        List<Ref> found = new ArrayList<>();
        IntStream.range(0, store().shards()).forEach(shard -> found.addAll(Await.result(store().mayBePending(shard))));
        return found.contains(ref);
    }

    @Test
    default void message_that_leaves_is_pending_and_can_be_found() {
        Ref ref = Fixtures.conversation();
        NewMessage message = Fixtures.outbound();
        Await.result(store().append(ref, Fixtures.inbound()));
        Await.result(store().append(ref, message));
        assertThat(Await.result(store().pending(ref)))
                .containsExactly(new OutboxRow(
                        ref,
                        2,
                        message.id(),
                        message.channel(),
                        message.purpose(),
                        Delivery.QUEUED,
                        0,
                        "",
                        message.notBefore(),
                        Optional.empty()));
        assertThat(mayBePending(ref)).isTrue();
    }

    @Test
    default void lease_is_given_to_one_of_eight_at_once() {
        Ref ref = withOneQueued();
        List<Future<Optional<OutboxRow>>> leases = IntStream.range(0, 8)
                .mapToObj(i -> store().lease(ref, 1, "same-owner", NOW, UNTIL))
                .toList();
        List<OutboxRow> taken =
                leases.stream().flatMap(lease -> Await.result(lease).stream()).toList();
        assertThat(taken).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(Delivery.SENDING);
            assertThat(row.attempts()).isEqualTo(1);
            assertThat(row.owner()).isEqualTo("same-owner");
            assertThat(row.leaseUntil()).contains(UNTIL);
        });
        assertThat(Await.result(store().pending(ref))).isEqualTo(taken);
    }

    @Test
    default void lease_passes_on_when_it_ran_out() {
        Ref ref = withOneQueued();
        lease(ref, "a", NOW);
        assertThat(lease(ref, "b", NOW.plusSeconds(29))).isEmpty();
        assertThat(lease(ref, "b", NOW.plusSeconds(31)))
                .hasValueSatisfying(row -> assertThat(row.attempts()).isEqualTo(2));
        assertThat(settle(ref, "a", Delivery.SENT)).isFalse();
        assertThat(settle(ref, "b", Delivery.SENT)).isTrue();
    }

    @Test
    default void lease_of_nothing_is_empty() {
        assertThat(lease(Fixtures.conversation(), "a", NOW)).isEmpty();
        Ref ref = Fixtures.conversation();
        Await.result(store().append(ref, Fixtures.inbound()));
        assertThat(lease(ref, "a", NOW)).isEmpty();
        assertThat(settle(ref, "a", Delivery.SENT)).isFalse();
    }

    @Test
    default void sent_ends_the_row_and_shows_on_the_message() {
        Ref ref = withOneQueued();
        lease(ref, "a", NOW);
        assertThat(settle(ref, "a", Delivery.SENT)).isTrue();
        assertThat(state(ref)).isEqualTo(Delivery.SENT);
        assertThat(Await.result(store().pending(ref))).isEmpty();
        assertThat(mayBePending(ref)).isFalse();
        assertThat(lease(ref, "a", NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    default void settle_repeated_by_its_owner_is_told_the_same() {
        Ref ref = withOneQueued();
        lease(ref, "a", NOW);
        assertThat(settle(ref, "a", Delivery.UNKNOWN)).isTrue();
        assertThat(settle(ref, "a", Delivery.UNKNOWN)).isTrue();
        assertThat(settle(ref, "b", Delivery.UNKNOWN)).isFalse();
        assertThat(settle(ref, "a", Delivery.SENT)).isFalse();
        assertThat(state(ref)).isEqualTo(Delivery.UNKNOWN);
    }

    @Test
    default void row_put_back_waits_and_keeps_its_count() {
        Ref ref = withOneQueued();
        lease(ref, "a", NOW);
        Instant later = NOW.plusSeconds(600);
        assertThat(Await.result(store().settle(ref, 1, "a", Delivery.QUEUED, "", later)))
                .isTrue();
        assertThat(Await.result(store().pending(ref))).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(Delivery.QUEUED);
            assertThat(row.notBefore()).isEqualTo(later);
            assertThat(row.attempts()).isEqualTo(1);
            assertThat(row.leaseUntil()).isEmpty();
        });
        assertThat(state(ref)).isEqualTo(Delivery.QUEUED);
        assertThat(lease(ref, "b", later))
                .hasValueSatisfying(row -> assertThat(row.attempts()).isEqualTo(2));
    }

    @Test
    default void settle_without_a_lease_changes_nothing() {
        Ref ref = withOneQueued();
        assertThat(settle(ref, "", Delivery.SENT)).isFalse();
        assertThat(state(ref)).isEqualTo(Delivery.QUEUED);
        assertThat(Await.result(store().pending(ref))).hasSize(1);
    }

    @Test
    default void cancel_takes_back_what_is_queued_under_the_purpose_only() {
        Ref ref = Fixtures.conversation();
        for (int i = 0; i < 2; i++) {
            Await.result(store().append(ref, Fixtures.under(Purpose.GREETING, Fixtures.outbound())));
        }
        Await.result(store().append(ref, Fixtures.outbound()));
        Await.result(store().append(ref, Fixtures.under(Purpose.GREETING, Fixtures.outbound())));
        Await.result(store().lease(ref, 2, "a", NOW, UNTIL));

        assertThat(Await.result(store().cancel(ref, Purpose.GREETING, "withdrawn")))
                .isEqualTo(2);
        assertThat(Await.result(store().after(ref, 0, 10)))
                .extracting(StoredMessage::state)
                .containsExactly(Delivery.CANCELLED, Delivery.QUEUED, Delivery.QUEUED, Delivery.CANCELLED);
        assertThat(Await.result(store().pending(ref)))
                .extracting(OutboxRow::seq)
                .containsExactly(2L, 3L);
        assertThat(Await.result(store().cancel(ref, Purpose.GREETING, "withdrawn")))
                .isZero();
    }
}
