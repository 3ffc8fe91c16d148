package confidant.core.handover;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Guest;
import confidant.core.TestHouse;
import confidant.core.handover.Offer.Reason;
import confidant.core.privacy.Complaints.Complaint;
import confidant.core.request.Move;
import confidant.core.request.Requests.Clocked;
import confidant.model.Lang;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.policy.Jurisdiction.Request;
import confidant.store.ConversationStore.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a client said to the officer is not lost with the concierge whom it may be about. */
class CarriedPapersTest {
    private static final Personal<String> WORDS = Personal.of("what of my orchids");

    private final TestHouse test = new TestHouse();
    private final OfficerId officer = new OfficerId(new UUID(1, 1));

    @Test
    void openRequestsAndComplaints_goAlong_whateverIsTicked() {
        Guest guest = test.guest(Lang.EN);
        done(test.rooms.complaints().complain(guest, "c-1", Personal.of("they called my brother")));
        done(test.rooms.requests().ask(guest, UUID.randomUUID(), Request.ACCESS, WORDS));
        Clocked seen = requests().get(0);
        done(test.rooms.requests().step(officer, seen.id(), seen.version(), Move.LAW, "eu", Personal.of("")));
        Clocked before = requests().get(0);

        done(test.rooms.handovers().offer(test.desk(test.mei), guest.client(), Reason.LEAVE));
        done(test.rooms.handovers().choose(guest, Optional.of("sophie"), Set.of(), false, true));
        for (int i = 0; i < 3; i++) {
            test.clock.move(Duration.ofSeconds(30));
            done(test.rooms.handovers().run());
        }

        Ref next = done(test.stores.clients().successor(guest.ref())).orElseThrow();
        String pseudonym = test.rooms.auditing().pseudonym(next.client());
        assertThat(requests()).singleElement().satisfies(request -> {
            assertThat(request.pseudonym()).isEqualTo(pseudonym);
            assertThat(request.request()).isEqualTo(before.request());
            assertThat(request.due()).isEqualTo(before.due());
        });
        assertThat(done(test.rooms.complaints().open(officer, "complaint")))
                .singleElement()
                .extracting(Complaint::pseudonym, Complaint::text)
                .containsExactly(pseudonym, Personal.of("they called my brother"));
        assertThat(done(test.rooms.requests().own(new Guest(next.pool(), next.client()))))
                .hasSize(1);
    }

    @Test
    void whatIsSaidWhileTheOldSideIsBeingLeft_goesAlongToo() {
        Guest guest = test.guest(Lang.EN);
        done(test.rooms.handovers().offer(test.desk(test.mei), guest.client(), Reason.LEAVE));
        done(test.rooms.handovers().choose(guest, Optional.of("sophie"), Set.of(), false, true));
        Ref next = done(test.stores.clients().successor(guest.ref())).orElseThrow();
        done(test.rooms.complaints().complain(guest, "c-late", Personal.of("at the last moment")));
        done(test.rooms.requests().ask(guest, UUID.randomUUID(), Request.ACCESS, WORDS));

        test.clock.move(Duration.ofSeconds(11));
        done(test.rooms.handovers().run());

        String pseudonym = test.rooms.auditing().pseudonym(next.client());
        assertThat(requests()).extracting(Clocked::pseudonym).containsExactly(pseudonym);
        assertThat(done(test.rooms.complaints().open(officer, "complaint")))
                .extracting(Complaint::pseudonym)
                .containsExactly(pseudonym);
    }

    @Test
    void whatTheOfficerDidMeanwhile_isNotUndoneByARepeat() {
        Guest from = test.guest(Lang.EN);
        Guest to = test.guest(Lang.EN);
        done(test.rooms.requests().ask(from, UUID.randomUUID(), Request.ACCESS, WORDS));
        var papers = new confidant.core.consent.Papers(
                test.house,
                new confidant.core.gate.Gate(
                        test.house,
                        new confidant.core.consent.ConsentBook(test.stores.consents()),
                        new confidant.core.keys.Keys(test.house)));
        done(papers.carry(from.ref(), to.ref(), "request"));
        String there = test.rooms.auditing().pseudonym(to.client());
        Clocked carried = requests().stream()
                .filter(one -> one.pseudonym().equals(there))
                .findFirst()
                .orElseThrow();
        done(test.rooms.requests().step(officer, carried.id(), carried.version(), Move.ANSWERED, "done", WORDS));

        done(papers.carry(from.ref(), to.ref(), "request"));

        assertThat(done(test.rooms.requests().own(to)))
                .singleElement()
                .satisfies(one -> assertThat(one.request().open()).isFalse());
        assertThat(requests()).noneMatch(one -> one.pseudonym().equals(there));
    }

    private List<Clocked> requests() {
        return done(test.rooms.requests().open(officer, "request"));
    }
}
