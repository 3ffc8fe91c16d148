package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Author;
import confidant.model.ClientId;
import confidant.model.Delivery;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.ConversationStore;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link ConversationStore} promises of messages and once-markers; the way out is {@link OutboxContract}'s. */
public interface ConversationStoreContract extends StoreContract {

    private ConversationStore store() {
        return stores().conversations();
    }

    private Appended append(Ref ref, NewMessage message) {
        return Await.result(store().append(ref, message));
    }

    private List<StoredMessage> all(Ref ref) {
        return Await.result(store().after(ref, 0, 1000));
    }

    @Test
    default void message_comes_back_as_it_was_appended() {
        Ref ref = Fixtures.conversation();
        NewMessage message = Fixtures.outbound(Fixtures.once("line/main/1"), Fixtures.once("cap/1"));
        assertThat(append(ref, message)).isEqualTo(new Appended.Stored(1));
        assertThat(all(ref))
                .containsExactly(new StoredMessage(
                        1,
                        message.id(),
                        message.author(),
                        message.channel(),
                        message.purpose(),
                        message.kind(),
                        message.ref(),
                        message.at(),
                        message.text(),
                        "line/main/1",
                        Delivery.QUEUED));
    }

    @Test
    default void numbers_rise_without_gap_for_many_at_once() {
        Ref ref = Fixtures.conversation();
        List<Future<Appended>> appends = IntStream.range(0, 40)
                .mapToObj(i -> store().append(ref, Fixtures.inbound()))
                .toList();
        appends.forEach(Await::result);
        assertThat(all(ref))
                .extracting(StoredMessage::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    default void pages_are_read_forward_and_backward() {
        Ref ref = Fixtures.conversation();
        IntStream.range(0, 6).forEach(i -> append(ref, Fixtures.inbound()));
        assertThat(Await.result(store().after(ref, 2, 3)))
                .extracting(StoredMessage::seq)
                .containsExactly(3L, 4L, 5L);
        assertThat(Await.result(store().before(ref, 5, 3)))
                .extracting(StoredMessage::seq)
                .containsExactly(4L, 3L, 2L);
        assertThat(Await.result(store().after(ref, 6, 3))).isEmpty();
        assertThat(Await.result(store().before(ref, 1, 3))).isEmpty();
    }

    @Test
    default void key_happens_once_for_eight_at_once() {
        Ref ref = Fixtures.conversation();
        append(ref, Fixtures.inbound());
        List<Future<Appended>> appends = IntStream.range(0, 8)
                .mapToObj(i -> store().append(ref, Fixtures.inbound(Fixtures.once("line/main/7"))))
                .toList();
        List<Appended> outcomes = appends.stream().map(Await::result).toList();
        assertThat(outcomes).containsOnlyOnce(new Appended.Stored(2));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.equals(new Appended.Taken("line/main/7", 2)))
                .hasSize(7);
        assertThat(all(ref)).hasSize(2);
    }

    @Test
    default void key_that_happened_names_its_message() {
        Ref ref = Fixtures.conversation();
        append(ref, Fixtures.inbound());
        append(ref, Fixtures.inbound(Fixtures.once("line/main/8")));
        assertThat(Await.result(store().happened(ref, "line/main/8"))).contains(2L);
        assertThat(Await.result(store().happened(ref, "line/main/9"))).isEmpty();
        assertThat(Await.result(store().happened(Fixtures.conversation(), "line/main/8")))
                .isEmpty();
    }

    @Test
    default void words_are_put_under_another_purpose_once() {
        Ref ref = Fixtures.conversation();
        NewMessage message = Fixtures.inbound(Fixtures.once("line/main/1"));
        append(ref, Fixtures.inbound());
        append(ref, message);
        StoredMessage before = all(ref).get(1);
        Sealed words = Fixtures.sealed("between us");
        Purpose from = message.purpose();

        assertThat(reseal(ref, 1, message, from, words)).as("another message").isFalse();
        assertThat(reseal(ref, 2, message, Purpose.SHARING, words))
                .as("another purpose")
                .isFalse();
        assertThat(reseal(ref, 3, message, from, words)).as("no message").isFalse();
        assertThat(all(ref)).element(1).isEqualTo(before);

        assertThat(reseal(ref, 2, message, from, words)).isTrue();
        assertThat(reseal(ref, 2, message, from, Fixtures.sealed("late"))).isFalse();
        StoredMessage after = all(ref).get(1);
        assertThat(after.purpose()).isEqualTo(Purpose.CONFIDENCE);
        assertThat(after.text()).isEqualTo(words);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("purpose", "text")
                .isEqualTo(before);
        assertThat(append(ref, Fixtures.inbound())).isEqualTo(new Appended.Stored(3));
    }

    private boolean reseal(Ref ref, long seq, NewMessage message, Purpose from, Sealed words) {
        return Await.result(store().reseal(ref, seq, message.id(), from, Purpose.CONFIDENCE, words));
    }

    @Test
    default void forgotten_messages_are_gone_and_numbers_and_markers_go_on() {
        Ref ref = Fixtures.conversation();
        append(ref, Fixtures.outbound(Fixtures.once("share/1")));
        IntStream.range(0, 4).forEach(i -> append(ref, Fixtures.inbound()));
        List<StoredMessage> before = all(ref);

        Await.result(store().forget(ref, 3));
        Await.result(store().forget(ref, 3));

        assertThat(all(ref)).isEqualTo(before.subList(3, 5));
        assertThat(Await.result(store().before(ref, 5, 10)))
                .extracting(StoredMessage::seq)
                .containsExactly(4L);
        assertThat(Await.result(store().pending(ref))).isEmpty();
        assertThat(append(ref, Fixtures.outbound(Fixtures.once("share/1"))))
                .isEqualTo(new Appended.Taken("share/1", 1));
        assertThat(append(ref, Fixtures.inbound())).isEqualTo(new Appended.Stored(6));
        Await.result(store().forget(ref, 6));
        assertThat(all(ref)).isEmpty();
        assertThat(Await.result(store().head(ref)).orElseThrow().lastSeq()).isEqualTo(6);
        assertThat(append(ref, Fixtures.inbound())).isEqualTo(new Appended.Stored(7));
        Await.result(store().forget(Fixtures.conversation(), 3));
    }

    @Test
    default void forgetting_takes_its_turn_among_many_who_write() {
        Ref ref = Fixtures.conversation();
        IntStream.range(0, 5).forEach(i -> append(ref, Fixtures.inbound()));
        List<Future<Appended>> appends = IntStream.range(0, 20)
                .mapToObj(i -> store().append(ref, Fixtures.inbound()))
                .toList();
        Await.result(store().forget(ref, 5));
        appends.forEach(Await::result);
        assertThat(all(ref))
                .extracting(StoredMessage::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(6, 25).boxed().toList());
    }

    @Test
    default void nothing_is_stored_when_one_of_two_keys_is_taken() {
        Ref ref = Fixtures.conversation();
        append(ref, Fixtures.inbound(Fixtures.once("share/1")));
        assertThat(append(ref, Fixtures.outbound(Fixtures.once("share/2"), Fixtures.once("share/1"))))
                .isEqualTo(new Appended.Taken("share/1", 1));
        assertThat(all(ref)).hasSize(1);
        assertThat(Await.result(store().pending(ref))).isEmpty();
        assertThat(append(ref, Fixtures.inbound(Fixtures.once("share/2")))).isEqualTo(new Appended.Stored(2));
    }

    @Test
    default void key_may_happen_again_when_it_was_kept_long_enough() {
        Ref ref = Fixtures.conversation();
        Once once = new Once("cap/share/2026-11-22", Optional.of(Duration.ofSeconds(2)));
        append(ref, Fixtures.inbound(once));
        assertThat(append(ref, Fixtures.inbound(once))).isEqualTo(new Appended.Taken(once.key(), 1));
        Await.until("the key is free again", () -> {
            clock().advance(Duration.ofSeconds(1));
            return append(ref, Fixtures.inbound(once)).equals(new Appended.Stored(2));
        });
    }

    @Test
    default void repeat_of_an_append_answers_as_the_first_try() {
        Ref ref = Fixtures.conversation();
        NewMessage plain = Fixtures.inbound();
        NewMessage keyed = Fixtures.outbound(Fixtures.once("greeting/birthday/2026"));
        append(ref, plain);
        append(ref, keyed);
        append(ref, Fixtures.inbound());
        assertThat(append(ref, plain)).isEqualTo(new Appended.Stored(1));
        assertThat(append(ref, keyed)).isEqualTo(new Appended.Stored(2));
        assertThat(all(ref)).hasSize(3);
    }

    @Test
    default void draft_is_overtaken_when_something_was_said_meanwhile() {
        Ref ref = Fixtures.conversation();
        NewMessage first = Fixtures.message(Author.ASSISTANT, true, List.of(), OptionalLong.of(0));
        assertThat(append(ref, first)).isEqualTo(new Appended.Stored(1));
        append(ref, Fixtures.inbound());
        assertThat(append(ref, Fixtures.message(Author.ASSISTANT, true, List.of(), OptionalLong.of(1))))
                .isEqualTo(new Appended.Overtaken(2));
        assertThat(append(ref, Fixtures.message(Author.ASSISTANT, true, List.of(), OptionalLong.of(5))))
                .isEqualTo(new Appended.Overtaken(2));
        assertThat(append(ref, Fixtures.message(Author.ASSISTANT, true, List.of(), OptionalLong.of(2))))
                .isEqualTo(new Appended.Stored(3));
        assertThat(append(ref, first)).as("a repeat").isEqualTo(new Appended.Stored(1));
    }

    @Test
    default void head_tells_who_wrote_last_and_when_people_did() {
        Ref ref = Fixtures.conversation();
        assertThat(Await.result(store().head(ref))).isEmpty();
        append(ref, Fixtures.inbound());
        append(ref, Fixtures.outbound());
        NewMessage last = Fixtures.message(Author.ASSISTANT, false, List.of(), OptionalLong.empty());
        append(ref, last);
        Head head = new Head(
                ref.client(),
                3,
                Author.ASSISTANT,
                last.channel(),
                last.at(),
                Optional.of(Fixtures.NOON),
                Optional.of(Fixtures.NOON));
        assertThat(Await.result(store().head(ref))).contains(head);
        List<Head> heads = StoreContract.collect(slices -> store().heads(ref.pool(), slices));
        assertThat(heads).containsExactly(head);
    }

    @Test
    default void head_of_a_pool_is_the_newest_after_many_at_once() {
        Ref ref = Fixtures.conversation();
        Ref beside = new Ref(ref.pool(), ClientId.random());
        List<Future<Appended>> appends = IntStream.range(0, 20)
                .mapToObj(i -> store().append(i % 2 == 0 ? ref : beside, Fixtures.inbound()))
                .toList();
        appends.forEach(Await::result);
        List<Head> heads = StoreContract.collect(slices -> store().heads(ref.pool(), slices));
        assertThat(heads).extracting(Head::client).containsExactlyInAnyOrder(ref.client(), beside.client());
        assertThat(heads).extracting(Head::lastSeq).containsExactly(10L, 10L);
        assertThat(heads).allSatisfy(head -> assertThat(head.humanAt()).isEmpty());
    }
}
