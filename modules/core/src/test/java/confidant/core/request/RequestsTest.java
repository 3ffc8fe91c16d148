package confidant.core.request;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.SmallHouse;
import confidant.core.audit.Auditing;
import confidant.core.request.Requests.Clocked;
import confidant.model.LedgerEvent;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.policy.Jurisdiction.Request;
import confidant.store.ConversationStore.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests from the client's words to the officer's, with the ledger beside them. */
class RequestsTest {
    private static final Personal<String> NOTHING = Personal.of("");
    private static final Personal<String> ASK = Personal.of("please tell");

    private final SmallHouse small = new SmallHouse();
    private final Requests requests = small.rooms.requests();
    private final OfficerId officer = new OfficerId(new UUID(1, 1));
    private final Ref client = small.client();
    private final Guest guest = new Guest(client.pool(), client.client());

    @Test
    void request_isAskedAnsweredAndReadByItsClient() {
        Clocked asked = ask(Request.ACCESS, "what do you know of my orchids");
        Clocked seen = open().get(0);
        assertThat(seen.request().text()).isEqualTo(Personal.of("what do you know of my orchids"));
        assertThat(seen.law().orElseThrow().id()).isEqualTo("taiwan");
        assertThat(seen.named()).isFalse();
        assertThat(seen.due()).contains(small.house.now().plus(Duration.ofDays(15)));
        assertThat(seen.pseudonym()).isEqualTo(small.rooms.auditing().pseudonym(client.client()));
        int said = small.messages(client).size();

        Clocked named = step(seen, Move.LAW, "eu", NOTHING);
        assertThat(named.named()).isTrue();
        assertThat(small.messages(client)).as("the law alone is no news").hasSize(said);
        Clocked waits = step(named, Move.ASKED, "identity", ASK);
        assertThat(waits.due()).isEmpty();
        List<LedgerEvent> first = entries();
        small.clock.move(Duration.ofHours(5));
        Clocked goes = step(waits, Move.CLEARED, "in-chat", NOTHING);
        assertThat(goes.due()).contains(Instant.parse("2026-12-22T02:00:00Z").plus(Duration.ofHours(5)));
        Clocked done = step(goes, Move.ANSWERED, "done", Personal.of(" all of it is in your archive "));

        assertThat(open()).isEmpty();
        Clocked own = done(requests.own(guest)).get(0);
        assertThat(own.request()).isEqualTo(done.request());
        assertThat(own.request().steps().get(4).words()).isEqualTo(Personal.of("all of it is in your archive"));
        assertThat(own.request().received()).isEqualTo(asked.request().received());
        assertThat(small.messages(client)).as("asked and answered").hasSize(said + 2);
        assertThat(entries())
                .extracting(entry -> entry.actor().role().word(), LedgerEvent::note)
                .startsWith(tuple("officer", "answered/done"), tuple("officer", "cleared/in-chat"))
                .hasSize(5);
        assertThat(first)
                .extracting(entry -> entry.actor().role().word(), LedgerEvent::note)
                .containsExactly(
                        tuple("officer", "asked/identity"),
                        tuple("officer", "law/eu"),
                        tuple("client", "received/access"));
    }

    @Test
    void repeatedRequest_isOne_andTheSixthWaits() {
        UUID id = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            done(requests.ask(guest, id, Request.ERASURE, Personal.of("all")));
        }
        assertThat(open()).hasSize(1);
        assertThat(entries()).hasSize(1);
        for (int i = 0; i < 4; i++) {
            ask(Request.CORRECTION, "number " + i);
        }
        assertThat(failure(requests.ask(guest, UUID.randomUUID(), Request.ACCESS, Personal.of("more"))))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("five requests are open");
        assertThat(done(requests.ask(guest, id, Request.ERASURE, Personal.of("all")))
                        .request()
                        .open())
                .isTrue();
        step(open().get(0), Move.ANSWERED, "done", Personal.of("done"));
        ask(Request.ACCESS, "more");
    }

    @Test
    void whatIsDueFirst_standsFirst_andWhatWaitsLast() {
        ask(Request.ERASURE, "thirty days");
        ask(Request.ACCESS, "waits");
        step(open().get(0), Move.ASKED, "meaning", ASK);
        ask(Request.ACCESS, "fifteen days");

        assertThat(open())
                .extracting(one -> one.request().text().reveal())
                .containsExactly("fifteen days", "thirty days", "waits");
    }

    @Test
    void whatTheOfficerAsks_isAnsweredByTheClient_andTheClockGoesOn() {
        Clocked asked = ask(Request.CORRECTION, "my name is spelt wrong");
        String paper = asked.id().substring(asked.id().indexOf('.') + 1);
        assertThat(failure(requests.reply(guest, paper, ASK))).isInstanceOf(Conflict.class);
        step(open().get(0), Move.ASKED, "meaning", ASK);
        assertThat(failure(requests.reply(guest, paper, Personal.of(" ")))).isInstanceOf(BadRequest.class);
        Ref other = small.client();
        assertThat(failure(requests.reply(new Guest(other.pool(), other.client()), paper, ASK)))
                .isInstanceOf(NotFound.class);

        Clocked goes = done(requests.reply(guest, paper, Personal.of("with an h at the end")));

        assertThat(goes.due()).isPresent();
        RequestStep last = open().get(0).request().steps().get(2);
        assertThat(last.detail()).isEqualTo("explained");
        assertThat(last.words()).isEqualTo(Personal.of("with an h at the end"));
        step(goes, Move.ASKED, "identity", ASK);
        assertThat(done(requests.reply(guest, paper, Personal.of("it is me")))
                        .request()
                        .steps()
                        .get(4)
                        .detail())
                .isEqualTo("in-chat");
        assertThat(entries().get(0).actor().role().word()).isEqualTo("client");
    }

    @Test
    void stepOnWhatHasChangedSince_isAConflict_andLeavesNothing() {
        ask(Request.ACCESS, "what");
        Clocked seen = open().get(0);
        step(seen, Move.LAW, "eu", NOTHING);
        int before = entries().size();

        assertThat(failure(requests.step(officer, seen.id(), seen.version(), Move.ANSWERED, "done", Personal.of("no"))))
                .isInstanceOf(Conflict.class);
        assertThat(entries()).hasSize(before);
        assertThat(open()).hasSize(1);
    }

    @Test
    void stepsThatNoLawHas_areRefused() {
        ask(Request.PORTABILITY, "take it along");
        Clocked seen = open().get(0);
        assertThat(refusal(seen, Move.LAW, "atlantis")).contains("no rules for this place");
        assertThat(refusal(seen, Move.LAW, "taiwan")).contains("sets no time");
        // In China there is no longer time than the first, and that counts while none is named.
        assertThat(seen.law().orElseThrow().id()).isEqualTo("china");
        assertThat(refusal(seen, Move.EXTENDED, "many")).contains("cannot be prolonged");
        Clocked named = step(seen, Move.LAW, "eu", NOTHING);
        assertThat(step(named, Move.EXTENDED, "many", NOTHING).due()).contains(Instant.parse("2027-02-22T02:00:00Z"));
        assertThat(failure(requests.step(officer, "nobody.1", 1, Move.ANSWERED, "done", Personal.of("no"))))
                .isInstanceOf(NotFound.class);
        assertThat(failure(requests.open(officer, "curiosity"))).isInstanceOf(BadRequest.class);
    }

    @Test
    void whatCameByLetter_isWrittenDownWithItsDay() {
        String pseudonym = small.rooms.auditing().pseudonym(client.client());
        Instant came = small.house.now().minus(Duration.ofDays(16));
        Clocked kept = done(requests.record(
                officer, pseudonym, UUID.randomUUID(), Request.ACCESS, Personal.of("by post"), came, "letter"));

        assertThat(kept.late()).isTrue();
        assertThat(done(requests.own(guest))).hasSize(1);
        Instant tomorrow = small.house.now().plusMillis(1);
        assertThat(failure(requests.record(
                        officer, pseudonym, UUID.randomUUID(), Request.ACCESS, Personal.of("a"), tomorrow, "letter")))
                .isInstanceOf(BadRequest.class);
        assertThat(failure(requests.record(
                        officer, "nobody", UUID.randomUUID(), Request.ACCESS, Personal.of("a"), came, "letter")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void wordsAreNeeded_andNotTooMany() {
        for (String words : List.of(" ", "x".repeat(2001))) {
            assertThat(failure(requests.ask(guest, UUID.randomUUID(), Request.ACCESS, Personal.of(words))))
                    .isInstanceOf(BadRequest.class);
        }
        assertThat(failure(requests.ask(guest, UUID.randomUUID(), Request.BREACH, Personal.of("a"))))
                .isInstanceOf(BadRequest.class);
        assertThat(done(requests.own(guest))).isEmpty();
    }

    private Clocked ask(Request kind, String words) {
        return done(requests.ask(guest, UUID.randomUUID(), kind, Personal.of(words)));
    }

    private List<Clocked> open() {
        return done(requests.open(officer, "request"));
    }

    private Clocked step(Clocked seen, Move move, String detail, Personal<String> said) {
        Clocked now = open().stream()
                .filter(one -> one.id().equals(seen.id()))
                .findFirst()
                .orElseThrow();
        return done(requests.step(officer, now.id(), now.version(), move, detail, said));
    }

    private String refusal(Clocked seen, Move move, String detail) {
        Throwable failure = failure(requests.step(officer, seen.id(), seen.version(), move, detail, NOTHING));
        assertThat(failure).isInstanceOf(BadRequest.class);
        return String.valueOf(failure.getMessage());
    }

    private List<LedgerEvent> entries() {
        done(small.rooms.auditing().sequence());
        Auditing.Filter filter =
                new Auditing.Filter(Optional.of("request"), Optional.empty(), Optional.empty(), Optional.empty());
        return done(small.rooms.auditing().entries(officer, "audit", filter, "", 100)).entries().stream()
                .map(Auditing.Entry::event)
                .toList();
    }
}
