package confidant.core.conversation;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.Guest;
import confidant.core.SmallHouse;
import confidant.core.audit.Auditing;
import confidant.core.conversation.OldMessages.Line;
import confidant.core.conversation.OldMessages.Lines;
import confidant.core.conversation.OldMessages.State;
import confidant.model.LedgerEvent;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Messages whose time is over: what officers see beforehand, and what the sweep takes. */
class OldMessagesTest {
    private static final Duration KEPT = Duration.ofDays(730);
    private static final int MANY = 520;

    private final SmallHouse small = new SmallHouse();
    private final OldMessages old = small.rooms.oldMessages();
    private final OfficerId officer = new OfficerId(new UUID(1, 1));
    private int said;

    @Test
    void beginning_isListedWithoutAWord_andTakenWhenItsTimeIsOver() {
        Ref client = small.client();
        say(client, "oysters on friday");
        say(client, "or on saturday");
        int first = small.messages(client).size();
        Instant end = small.house.now().plus(KEPT);
        small.clock.move(Duration.ofDays(100));
        say(client, "a hundred days later");
        List<StoredMessage> all = small.messages(client);
        small.clock.set(end.minus(Duration.ofDays(20)));

        assertThat(due(10).lines()).isEmpty();
        assertThat(due(10).looked()).isEqualTo(1);
        assertThat(due(30).lines()).singleElement().satisfies(line -> {
            assertThat(line.pseudonym()).isEqualTo(small.rooms.auditing().pseudonym(client.client()));
            assertThat(line.rule()).isEqualTo("scheduler-ends-messages");
            assertThat(line.keep()).isEqualTo(KEPT);
            assertThat(line.due()).isEqualTo(end);
            assertThat(line.count()).isEqualTo(first);
            assertThat(line.more()).isFalse();
            assertThat(line.state()).isEqualTo(State.DUE);
            assertThat(line.toString())
                    .doesNotContain("oysters", client.client().toString());
        });
        small.clock.set(end.minusMillis(1));
        assertThat(done(old.run())).isZero();
        assertThat(small.messages(client)).isEqualTo(all);
        small.clock.move(Duration.ofDays(1));

        assertThat(done(old.run())).isEqualTo(first);

        assertThat(small.messages(client)).isEqualTo(all.subList(first, all.size()));
        assertThat(ended()).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo(small.rooms.auditing().pseudonym(client.client()));
            assertThat(entry.rule()).isEqualTo("scheduler-ends-messages");
            assertThat(entry.classes()).containsExactly("message");
            assertThat(entry.count()).isEqualTo(first);
            assertThat(entry.note()).isEqualTo("kept/730-days");
        });
        say(client, "still here");
        assertThat(small.messages(client))
                .element(all.size() - first)
                .extracting(StoredMessage::seq)
                .isEqualTo(all.size() + 1L);
    }

    @Test
    void sweep_looksOnceADay() {
        Ref client = small.client();
        say(client, "one");
        small.clock.move(KEPT);
        assertThat(done(old.run())).isPositive();
        say(client, "two");
        small.clock.move(Duration.ofHours(2));
        assertThat(done(old.run())).isZero();
        small.clock.move(KEPT.plus(Duration.ofDays(1)));
        assertThat(done(old.run())).isPositive();
        assertThat(small.messages(client)).isEmpty();
    }

    @Test
    void whatIsLeftOfAnErasedClient_goesAsWell() {
        Ref gone = small.client();
        say(gone, "one");
        done(small.rooms.erasures().erase(gone, confidant.model.Actor.of(gone.client())));
        assertThat(small.messages(gone)).as("sealed for ever").isNotEmpty();
        small.clock.move(KEPT);

        assertThat(done(old.run())).isPositive();

        assertThat(small.messages(gone)).isEmpty();
    }

    @Test
    void hold_keepsEverything() {
        Ref client = small.client();
        say(client, "evidence");
        int all = small.messages(client).size();
        done(small.rooms.holds().place(client, Purpose.SERVICE, officer, "court"));
        small.clock.move(KEPT);

        assertThat(due(1).lines()).extracting(Line::state).containsExactly(State.HELD);
        assertThat(done(old.run())).isZero();
        assertThat(small.messages(client)).hasSize(all);
    }

    @Test
    void whatWasSaidBetweenUs_goesWithTheRest_onceItsYesIsOver() {
        Ref client = small.client();
        say(client, "Just between us: I am leaving the bank");
        say(client, "see you on friday");
        assertThat(small.messages(client)).extracting(StoredMessage::purpose).startsWith(Purpose.CONFIDENCE);
        small.clock.move(KEPT);

        // It may still be renewed, and what stays keeps those after it.
        assertThat(due(1).lines()).extracting(Line::state).containsExactly(State.SHUT);
        assertThat(done(old.run())).isZero();
        done(small.rooms.consents().expire(client, Purpose.CONFIDENCE));
        small.clock.move(Duration.ofDays(1));
        assertThat(due(1).lines()).extracting(Line::state).containsExactly(State.DUE);
        assertThat(done(old.run())).isPositive();

        assertThat(small.messages(client)).isEmpty();
        assertThat(ended()).extracting(LedgerEvent::note).contains("kept/730-days", "key-gone");
    }

    @Test
    void longConversation_goesWhole_andManyAreListedPageByPage() {
        Ref client = small.client();
        for (int i = 0; i < MANY; i++) {
            say(client, "words");
            say(small.client(), "one");
        }
        int all = small.messages(client).size();
        small.clock.move(KEPT);

        List<Line> lines = new ArrayList<>();
        String cursor = "";
        int looked = 0;
        do {
            Lines page = done(old.due(officer, "audit", small.house.now(), cursor));
            lines.addAll(page.lines());
            looked += page.looked();
            cursor = page.next();
        } while (!cursor.isEmpty());
        assertThat(looked).isEqualTo(MANY + 1);
        assertThat(lines).extracting(Line::pseudonym).doesNotHaveDuplicates().hasSize(MANY + 1);
        assertThat(lines).filteredOn(Line::more).extracting(Line::count).containsExactly(200);

        assertThat(done(old.run())).isGreaterThanOrEqualTo(all + MANY);
        assertThat(small.messages(client)).isEmpty();
    }

    @Test
    void questionIsAsked_withAReason_andItsCursorIsOurs() {
        assertThat(failure(old.due(officer, "curiosity", small.house.now(), "")))
                .isInstanceOf(BadRequest.class);
        for (String odd : List.of("x", "x.y", UUID.randomUUID() + ".")) {
            assertThat(failure(old.due(officer, "audit", small.house.now(), odd)))
                    .isInstanceOf(BadRequest.class);
        }
    }

    private Lines due(int days) {
        return done(old.due(officer, "audit", small.house.now().plus(Duration.ofDays(days)), ""));
    }

    private void say(Ref client, String text) {
        done(small.rooms
                .reception()
                .say(new Guest(client.pool(), client.client()), "message-" + ++said, Personal.of(text)));
    }

    private List<LedgerEvent> ended() {
        while (done(small.rooms.auditing().sequence()) > 0) {
            // until all that waits is in
        }
        Auditing.Filter filter =
                new Auditing.Filter(Optional.of("retention"), Optional.empty(), Optional.empty(), Optional.empty());
        return done(small.rooms.auditing().entries(officer, "audit", filter, "", 100)).entries().stream()
                .map(Auditing.Entry::event)
                .toList();
    }
}
