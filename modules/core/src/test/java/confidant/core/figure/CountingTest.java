package confidant.core.figure;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Guest;
import confidant.core.SmallHouse;
import confidant.core.audit.EntryText;
import confidant.core.consent.ConsentBook;
import confidant.core.gate.Gate;
import confidant.core.keys.Keys;
import confidant.model.Actor;
import confidant.model.LedgerEvent;
import confidant.model.ManagerId;
import confidant.model.Personal;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.policy.Jurisdiction.Request;
import confidant.store.ConversationStore.Ref;
import confidant.store.LedgerStore.Indexed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each client is counted once at most, in cells that were there before them. */
class CountingTest {
    private final SmallHouse small = new SmallHouse();
    private final Gate gate = new Gate(small.house, new ConsentBook(small.memory.consents()), new Keys(small.house));
    private final Counting counting = new Counting(small.house);
    private long index;

    private Map<String, Long> count(String question) {
        return done(counting.count(gate.tally(ManagerId.random(), question)));
    }

    @Test
    void clients_areCountedByConciergeAndChannel_alsoWhereNobodyIs() {
        small.client();
        small.client();

        Map<String, Long> concierges = count("clients-by-concierge");

        assertThat(concierges).hasSize(3).containsEntry(small.desk.concierge().toString(), 2L);
        assertThat(concierges.values()).containsExactlyInAnyOrder(0L, 0L, 2L);
        assertThat(count("clients-by-channel")).containsExactly(Map.entry("webchat", 2L), Map.entry("line", 0L));
    }

    @Test
    void consents_areCountedAsTheyStandNow() {
        small.client(Purpose.GREETING);
        Ref gone = small.client(Purpose.GREETING, Purpose.SHARING);
        small.withdraw(gone, Purpose.GREETING);
        small.client();

        assertThat(count("consent-greeting"))
                .containsExactly(Map.entry("given", 1L), Map.entry("ended", 1L), Map.entry("open", 1L));
        assertThat(count("consent-sharing")).containsEntry("given", 1L).containsEntry("open", 2L);
        small.clock.move(Duration.ofDays(3_000));
        assertThat(count("consent-sharing")).containsEntry("given", 0L).containsEntry("ended", 1L);
    }

    @Test
    void lastWord_isTheClientsOwn() {
        Ref said = small.client();
        small.client();
        done(small.rooms.reception().say(new Guest(said.pool(), said.client()), "m1", Personal.of("good day")));

        Map<String, Long> counts = count("clients-by-last-word");

        assertThat(counts.keySet()).containsExactlyElementsOf(Counting.LAST_WORD);
        assertThat(counts).containsEntry("week", 1L).containsEntry("never", 1L);
        small.clock.move(Duration.ofDays(40));
        assertThat(count("clients-by-last-word")).containsEntry("quarter", 1L).containsEntry("week", 0L);
    }

    @Test
    void sends_countTheLatestOfEachClient_within30Days() {
        plant("send", "old", "greeting", "");
        small.clock.move(Duration.ofDays(31));
        plant("drop", "lin", "greeting", "consent-needed");
        plant("send", "lin", "greeting", "");
        plant("send", "wu", "greeting", "");
        plant("drop", "wu", "greeting", "consent-needed");
        plant("drop", "chen", "greeting", "quiet-hours");
        plant("send", "chen", "sharing", "");

        assertThat(count("greetings-sent"))
                .containsExactly(Map.entry("sent", 1L), Map.entry("no-consent", 1L), Map.entry("stopped", 1L));
        assertThat(count("shares-sent")).containsEntry("sent", 1L).containsEntry("stopped", 0L);
    }

    @Test
    void whoWaitsForTwoThings_isCountedOnce() {
        Guest both = guest();
        Guest asks = guest();
        done(small.rooms.complaints().complain(both, "c1", Personal.of("too late")));
        done(small.rooms.complaints().complain(both, "c2", Personal.of("again")));
        for (Guest guest : List.of(both, asks)) {
            done(small.rooms.requests().ask(guest, UUID.randomUUID(), Request.ACCESS, Personal.of("what of me")));
        }

        assertThat(count("waiting-for-the-officer"))
                .containsExactly(Map.entry("complaint", 1L), Map.entry("request", 1L));
    }

    private Guest guest() {
        Ref client = small.client();
        return new Guest(client.pool(), client.client());
    }

    private void plant(String event, String subject, String purpose, String rule) {
        byte[] line = EntryText.write(new LedgerEvent(
                small.house.now(),
                event,
                Actor.scheduler(),
                subject,
                purpose,
                rule,
                "a".repeat(64),
                List.of(),
                Precision.NONE,
                1,
                ""));
        done(small.memory.ledger().index(List.of(new Indexed(index++, line))));
    }
}
