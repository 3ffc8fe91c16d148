package confidant.store.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.store.ConversationStore;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.StoreUnavailable;
import confidant.testkit.Await;
import confidant.testkit.Fixtures;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Writers whose line to the database is cut again and again, and who repeat what failed, as the ports allow. */
final class CutLineIT {
    private static final int CONVERSATIONS = 4;
    private static final int EACH = 40;
    private static final int CUT_EVERY = 25;

    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void repeated_appends_are_stored_once_and_in_their_order_of_number() {
        try (TestHouse house = new TestHouse();
                CutLine line = new CutLine(
                        TestHouse.VERTX,
                        house.settings().contactPoints().get(0).getHostString(),
                        house.settings().contactPoints().get(0).getPort())) {
            ConversationStore store = house.openAt(line.port()).conversations();
            List<Ref> refs = IntStream.range(0, CONVERSATIONS)
                    .mapToObj(i -> Fixtures.conversation())
                    .toList();
            List<List<NewMessage>> sent = new ArrayList<>();
            List<Future<Void>> ends = new ArrayList<>();
            for (Ref ref : refs) {
                List<NewMessage> messages = IntStream.range(0, EACH)
                        .mapToObj(i -> i % 2 == 0 ? Fixtures.inbound() : Fixtures.outbound())
                        .toList();
                sent.add(messages);
                ends.add(Lanes.each(messages, 4, message -> insist(store, ref, message, line)));
            }
            ends.forEach(Await::result);

            assertThat(failures).as("appends that went unanswered").hasPositiveValue();
            for (int i = 0; i < CONVERSATIONS; i++) {
                List<StoredMessage> found = Await.result(store.after(refs.get(i), 0, 1000));
                assertThat(found)
                        .extracting(StoredMessage::seq)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, EACH).boxed().toList());
                assertThat(found)
                        .extracting(StoredMessage::id)
                        .containsExactlyInAnyOrderElementsOf(
                                sent.get(i).stream().map(NewMessage::id).toList());
            }
        }
    }

    private Future<Appended> insist(ConversationStore store, Ref ref, NewMessage message, CutLine line) {
        Future<Appended> append = store.append(ref, message);
        int due = cuts.get();
        if (stored.get() >= (due + 1) * CUT_EVERY && cuts.compareAndSet(due, due + 1)) {
            line.cut();
        }
        return append.onSuccess(done -> stored.incrementAndGet()).recover(failure -> {
            assertThat(failure).isInstanceOf(StoreUnavailable.class);
            failures.incrementAndGet();
            return TestHouse.VERTX.timer(50, TimeUnit.MILLISECONDS).compose(again -> insist(store, ref, message, line));
        });
    }
}
