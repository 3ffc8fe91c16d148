package confidant.core.handover;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.Interrupted;
import confidant.core.SmallHouse;
import confidant.core.SpoiltStores;
import confidant.core.handover.Offer.Reason;
import confidant.model.Author;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hand-overs that die at any call, or that other servers work beside: everything goes once, or nothing does. */
final class CutHandoversTest {
    private static final String WORDS = "my door code is 1234";

    @Test
    void moveThatDiesAnywhere_isEndedByTheNextRing_andNothingIsTwice() {
        for (int calls = 1; ; calls++) {
            SmallHouse at = new SmallHouse();
            Guest guest = chosen(at);
            at.clock.move(Duration.ofHours(25));
            SmallHouse dying = at.node("dying", SpoiltStores.dyingAfter(calls, at.memory));
            boolean died = ring(at, dying);

            ring(at, at.node("next", at.memory));
            ring(at, at.node("next", at.memory));

            one(at, guest, "after " + calls + " calls");
            if (!died) {
                assertThat(calls).isGreaterThan(60);
                return;
            }
        }
    }

    @Test
    void moveBesideWhichAnotherServerMoves_isOne() {
        for (int call = 1; ; call++) {
            SmallHouse at = new SmallHouse();
            Guest guest = chosen(at);
            at.clock.move(Duration.ofHours(25));
            boolean[] came = new boolean[1];
            SmallHouse slow = at.node("slow", Interrupted.at(call, at.memory, () -> {
                came[0] = true;
                ring(at, at.node("fast", at.memory));
            }));
            ring(at, slow);
            ring(at, slow);

            one(at, guest, "at call " + call);
            if (!came[0]) {
                assertThat(call).isGreaterThan(60);
                return;
            }
        }
    }

    @Test
    void offerThatDiesAnywhere_isSaidOnce() {
        for (int calls = 1; ; calls++) {
            SmallHouse at = new SmallHouse();
            Ref client = at.client();
            SmallHouse dying = at.node("dying", SpoiltStores.dyingAfter(calls, at.memory));
            boolean died = dying.rooms
                    .handovers()
                    .offer(at.desk, client.client(), Reason.LEAVE)
                    .failed();

            SmallHouse next = at.node("next", at.memory);
            done(next.rooms.handovers().offer(at.desk, client.client(), Reason.LEAVE));

            assertThat(at.messages(client)).as("after %d calls", calls).hasSize(1);
            if (!died) {
                return;
            }
        }
    }

    private static Guest chosen(SmallHouse at) {
        Ref client = at.client(Purpose.PERSONALISATION, Purpose.SHARING);
        at.tag(client, "likes", "tea", Purpose.PERSONALISATION);
        Guest guest = new Guest(client.pool(), client.client());
        done(at.rooms.reception().say(guest, "m-1", confidant.model.Personal.of(WORDS)));
        done(at.rooms.handovers().offer(at.desk, client.client(), Reason.LEAVE));
        done(at.rooms.handovers().choose(guest, Optional.of("sophie"), Set.of(Purpose.PERSONALISATION), true, false));
        return guest;
    }

    /** @return whether it failed anywhere */
    private static boolean ring(SmallHouse at, SmallHouse node) {
        boolean failed = node.rooms.handovers().run().failed();
        at.clock.move(Duration.ofSeconds(11));
        return node.rooms.handovers().run().failed() || failed;
    }

    private static void one(SmallHouse at, Guest guest, String when) {
        SmallHouse node = at.node("looking", at.memory);
        assertThat(done(at.memory.papers().open("handover"))).as(when).isEmpty();
        Ref next = done(at.memory.clients().successor(guest.ref())).orElseThrow();
        Concierge sophie = done(at.memory.house().concierges()).stream()
                .filter(one -> one.handle().equals("sophie"))
                .findFirst()
                .orElseThrow();
        assertThat(next.pool()).isEqualTo(sophie.pool());
        assertThat(done(node.rooms.tagging().card(new Desk(sophie.id(), sophie.pool()), next.client()))
                        .tags())
                .as(when)
                .hasSize(1);
        assertThat(done(node.rooms.consents().history(next)))
                .as(when)
                .extracting(ConsentEvent::status)
                .containsExactlyInAnyOrder(ConsentStatus.GIVEN, ConsentStatus.DEFERRED);
        assertThat(at.messages(next))
                .as(when)
                .extracting(message -> message.author())
                .containsExactlyInAnyOrder(Author.CLIENT, Author.ASSISTANT, Author.HOUSE);
        assertThat(done(node.rooms.erasures().certificate(guest.ref())))
                .as(when)
                .isPresent();
        List<Ref> clients = new java.util.ArrayList<>();
        done(at.memory
                .clients()
                .ids(sophie.pool(), slice -> slice.forEach(id -> clients.add(new Ref(sophie.pool(), id)))));
        assertThat(clients).as(when).containsExactly(next);
    }
}
