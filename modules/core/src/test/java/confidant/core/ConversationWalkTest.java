package confidant.core;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.conversation.Conversations.Accepted;
import confidant.core.conversation.Conversations.Inbox;
import confidant.core.conversation.Conversations.Line;
import confidant.core.conversation.Conversations.Page;
import confidant.core.port.Advisor;
import confidant.core.port.Courier.Outcome;
import confidant.core.reception.Reception.Admission;
import confidant.model.Author;
import confidant.model.Delivery;
import confidant.model.Inbound;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.store.ConversationStore.Ref;
import confidant.store.memory.MemoryStores;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationWalkTest {
    private final TestHouse test = new TestHouse();

    @Test
    void message_isStoredOnce_whenThePlatformDeliversItAgain() {
        Inbound event = test.lineText("U1", "event-1", "hello");

        assertThat(done(test.rooms.reception().admit(test.mei, event)).what()).isEqualTo(Admission.ACCEPTED);
        assertThat(done(test.rooms.reception().admit(test.mei, event)).what()).isEqualTo(Admission.DUPLICATE);

        assertThat(texts("U1")).startsWith("hello").filteredOn("hello"::equals).hasSize(1);
    }

    @Test
    void twoQuickFirstMessages_makeOneClientAndOneConversation() {
        List<Future<?>> both = new ArrayList<>();
        both.add(test.rooms.reception().admit(test.mei, test.lineText("U1", "a", "one")));
        both.add(test.rooms.reception().admit(test.mei, test.lineText("U1", "b", "two")));
        done(Future.all(both));

        List<Object> clients = new ArrayList<>();
        done(test.stores.clients().clients(test.mei.pool(), clients::addAll));
        assertThat(clients).hasSize(1);
        assertThat(texts("U1")).contains("one", "two");
    }

    @Test
    void reply_reachesLineByReplyTokenFirst_andIsInTheConversation() {
        Ref client = heard("U1", "hello");

        Accepted accepted = value(
                test.rooms.conversations().reply(test.desk(test.mei), client.client(), "k1", Personal.of("welcome")));

        assertThat(accepted.duplicate()).isFalse();
        assertThat(test.line.sent).last().satisfies(sent -> {
            assertThat(sent.text().reveal()).isEqualTo("welcome");
            assertThat(sent.to().value().reveal()).isEqualTo("U1");
        });
        Line last = lastLine(client);
        assertThat(last.author()).isEqualTo(Author.CONCIERGE);
        assertThat(last.state()).isEqualTo(Delivery.SENT);
    }

    @Test
    void reply_isStoredOnce_whenTheDeskRepeatsItsKey() {
        Ref client = heard("U1", "hello");
        Accepted first = value(
                test.rooms.conversations().reply(test.desk(test.mei), client.client(), "k1", Personal.of("welcome")));
        int sent = test.line.sent.size();

        Accepted again = value(
                test.rooms.conversations().reply(test.desk(test.mei), client.client(), "k1", Personal.of("welcome")));

        assertThat(again.duplicate()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.seq()).isEqualTo(first.seq());
        assertThat(test.line.sent).hasSize(sent);
    }

    @Test
    void reply_showsAsUnknown_whenTheChannelLeavesItOpenAndARetryCouldDouble() {
        Ref client = heard("U1", "hello");
        test.line.answer.set(new Outcome.Unknown(false));

        value(test.rooms.conversations().reply(test.desk(test.mei), client.client(), "k1", Personal.of("welcome")));

        assertThat(lastLine(client).state()).isEqualTo(Delivery.UNKNOWN);
    }

    @Test
    void reply_isSentLater_whenTheChannelAsksToWait() {
        Ref client = heard("U1", "hello");
        test.line.answer.set(new Outcome.Later(Duration.ofSeconds(30), "rate"));
        value(test.rooms.conversations().reply(test.desk(test.mei), client.client(), "k1", Personal.of("welcome")));
        assertThat(lastLine(client).state()).isEqualTo(Delivery.QUEUED);

        test.line.answer.set(new Outcome.Sent());
        test.clock.move(Duration.ofSeconds(31));
        done(test.wiring.sweep());

        assertThat(lastLine(client).state()).isEqualTo(Delivery.SENT);
    }

    @Test
    void conversation_doesNotExist_forTheConciergeOfAnotherPool() {
        Ref client = heard("U1", "hello");

        assertThat(failure(test.rooms.conversations().after(test.desk(test.sophie), client.client(), 0, 10)))
                .isInstanceOf(NotFound.class);
        assertThat(failure(test.rooms
                        .conversations()
                        .reply(test.desk(test.sophie), client.client(), "k", Personal.of("x"))))
                .isInstanceOf(NotFound.class);
        assertThat(failure(test.rooms.tagging().card(test.desk(test.sophie), client.client())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void webChat_resumesByNumber_withoutLossOrDoubling() {
        Guest guest = test.guest(Lang.EN);
        done(test.rooms.reception().say(guest, "m1", Personal.of("one")));
        done(test.rooms.reception().say(guest, "m1", Personal.of("one")));
        value(test.rooms.conversations().reply(test.desk(test.mei), guest.client(), "k1", Personal.of("two")));
        done(test.rooms.reception().say(guest, "m2", Personal.of("three")));

        Page all = done(test.rooms.conversations().after(guest, 0, 50));
        Page rest =
                done(test.rooms.conversations().after(guest, all.lines().get(0).seq(), 50));

        assertThat(all.lines())
                .extracting(line -> line.text().orElseThrow().reveal())
                .contains("one", "two", "three");
        assertThat(all.lines()).extracting(Line::seq).isSorted().doesNotHaveDuplicates();
        assertThat(rest.lines()).hasSize(all.lines().size() - 1);
        assertThat(all.lines().get(0).clientKey()).isEqualTo("m1");
    }

    @Test
    void inbox_putsTheLongestWaitFirst_andForgetsTheAnswered() {
        heard("U1", "first");
        test.clock.move(Duration.ofMinutes(1));
        Ref second = heard("U2", "second");
        test.clock.move(Duration.ofMinutes(1));

        Inbox before = done(test.rooms.conversations().inbox(test.desk(test.mei), "", 10));
        value(test.rooms
                .conversations()
                .reply(test.desk(test.mei), test.lineClient("U1").client(), "k", Personal.of("hi")));
        Inbox after = done(test.rooms.conversations().inbox(test.desk(test.mei), "", 10));

        assertThat(before.waiting()).isEqualTo(2);
        assertThat(before.rows().get(0).client())
                .isEqualTo(test.lineClient("U1").client());
        assertThat(after.waiting()).isEqualTo(1);
        assertThat(after.rows().get(0).client()).isEqualTo(second.client());
    }

    @Test
    void assistant_answersFromTheFaq_untilTheConciergeWrites() {
        TestHouse house = new TestHouse(new TestHouse.NoAdvice() {
            @Override
            public Optional<Answer> answer(Personal<String> text, Lang lang) {
                return Optional.of(new Advisor.Answer("hours", "we open at ten (automated)", 0.9));
            }
        });
        Guest guest = house.guest(Lang.EN);
        done(house.rooms.reception().say(guest, "m1", Personal.of("when do you open?")));
        assertThat(done(house.rooms.conversations().after(guest, 0, 50)).lines())
                .extracting(Line::author)
                .containsExactly(Author.CLIENT, Author.ASSISTANT);

        value(house.rooms.conversations().reply(house.desk(house.mei), guest.client(), "k", Personal.of("I am here")));
        done(house.rooms.reception().say(guest, "m2", Personal.of("when do you open?")));

        assertThat(done(house.rooms.conversations().after(guest, 0, 50)).lines())
                .extracting(Line::author)
                .containsExactly(Author.CLIENT, Author.ASSISTANT, Author.CONCIERGE, Author.CLIENT);
    }

    @Test
    void assistant_leavesTheConversationInFrontToTheConcierge() {
        Guest guest = test.guest(Lang.EN);
        test.rooms.assisting().focus(test.desk(test.mei), guest.client(), "phone", true);

        done(test.rooms.reception().say(guest, "m1", Personal.of("hello")));

        assertThat(done(test.rooms.conversations().after(guest, 0, 50)).lines()).hasSize(1);
    }

    @Test
    void assistant_isNotSilenced_byTheDeskOfAnotherPool() {
        Guest guest = test.guest(Lang.EN);
        assertThat(failure(test.rooms.assisting().focus(test.desk(test.sophie), guest.client(), "phone", true)))
                .isInstanceOf(confidant.core.NotFound.class);

        done(test.rooms.reception().say(guest, "m1", Personal.of("hello")));

        assertThat(done(test.rooms.conversations().after(guest, 0, 50)).lines()).hasSize(2);
    }

    @Test
    void webhook_isNotAcknowledged_whileTheStoreIsAway() {
        ((MemoryStores) test.stores).available(false);
        assertThat(failure(test.rooms.reception().admit(test.mei, test.lineText("U1", "e", "x"))))
                .isInstanceOf(confidant.store.StoreUnavailable.class);

        ((MemoryStores) test.stores).available(true);
        assertThat(done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e", "x")))
                        .what())
                .isEqualTo(Admission.ACCEPTED);
    }

    private Ref heard(String user, String text) {
        done(test.rooms.reception().admit(test.mei, test.lineText(user, user + text, text)));
        return test.lineClient(user);
    }

    private List<String> texts(String user) {
        return value(test.rooms
                        .conversations()
                        .after(test.desk(test.mei), test.lineClient(user).client(), 0, 100))
                .lines()
                .stream()
                .map(line -> line.text().orElseThrow().reveal())
                .toList();
    }

    private Line lastLine(Ref client) {
        List<Line> lines = value(test.rooms.conversations().after(test.desk(test.mei), client.client(), 0, 100))
                .lines();
        return lines.get(lines.size() - 1);
    }

    private static <T> T value(Future<Answer<T>> answer) {
        return done(answer).match(value -> value, refused -> {
            throw new AssertionError("refused by " + refused.rule());
        });
    }
}
