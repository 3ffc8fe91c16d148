package confidant.core.audit;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.SmallHouse;
import confidant.core.audit.SendCheck.Part;
import confidant.core.audit.SendCheck.Row;
import confidant.core.consent.ConsentBook;
import confidant.core.gate.Gate;
import confidant.core.keys.Keys;
import confidant.model.Actor;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.LedgerEvent;
import confidant.model.OfficerId;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import confidant.store.LedgerStore.Indexed;
import confidant.store.LedgerStore.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands in the ledger against what clients agreed to: a send that no consent covered is found, whoever wrote the line. */
class SendCheckTest {
    private static final Duration LASTS = Duration.ofDays(730);

    private final SmallHouse small = new SmallHouse();
    private final SendCheck check = small.rooms.sendCheck();
    private final OfficerId officer = new OfficerId(new UUID(1, 1));
    private int planted;

    @Test
    void send_isFound_whenItsConsentWasWithdrawnBefore_andNotWhenItWasValid() {
        Ref client = small.client(Purpose.GREETING);
        small.clock.move(Duration.ofDays(1));
        plant("send", pseudonym(client), Purpose.GREETING, "");
        plant("send", pseudonym(client), Purpose.SERVICE, "");
        small.clock.move(Duration.ofDays(1));
        small.withdraw(client, Purpose.GREETING);
        Instant withdrawn = small.house.now();
        small.clock.move(Duration.ofHours(1));
        plant("send", pseudonym(client), Purpose.GREETING, "");
        plant("send", pseudonym(client), Purpose.SERVICE, "");
        Instant sent = small.house.now();
        small.clock.move(Duration.ofHours(1));
        small.give(client, Purpose.GREETING);
        small.clock.move(Duration.ofHours(1));
        plant("send", pseudonym(client), Purpose.GREETING, "");

        Part part = look(30);
        assertThat(part.sends()).as("those on another basis do not count").isEqualTo(3);
        assertThat(part.unjudged()).isZero();
        assertThat(part.next()).isEmpty();
        assertThat(part.rows()).singleElement().satisfies(row -> {
            assertThat(row.pseudonym()).isEqualTo(pseudonym(client));
            assertThat(row.purpose()).isEqualTo(Purpose.GREETING);
            assertThat(row.at()).isEqualTo(sent);
            assertThat(row.status()).isEqualTo(ConsentStatus.WITHDRAWN);
            assertThat(row.since()).contains(withdrawn);
            assertThat(row.rule()).isEqualTo("planted-rule");
            assertThat(row.stopped()).isFalse();
        });
        assertThat(look(0, 0).rows()).as("outside of the span").isEmpty();
    }

    @Test
    void send_isFound_withoutAnyStep_andAfterTheEnd_toTheMillisecond() {
        Ref never = small.client();
        Ref ended = small.client(Purpose.SHARING);
        plant("send", pseudonym(never), Purpose.SHARING, "");
        small.clock.move(LASTS.minusMillis(1));
        plant("send", pseudonym(ended), Purpose.SHARING, "");
        small.clock.move(Duration.ofMillis(1));
        plant("send", pseudonym(ended), Purpose.SHARING, "");

        assertThat(look(1000).rows())
                .extracting(Row::pseudonym, Row::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(pseudonym(ended), ConsentStatus.EXPIRED),
                        org.assertj.core.groups.Tuple.tuple(pseudonym(never), ConsentStatus.NONE));
    }

    @Test
    void send_thatTheLastCheckStopped_isTold_apart_andOneDropStopsOneSend() {
        Ref client = small.client();
        plant("send", pseudonym(client), Purpose.GREETING, "");
        plant("send", pseudonym(client), Purpose.GREETING, "");
        plant("drop", pseudonym(client), Purpose.GREETING, "at-sending");
        plant("send", pseudonym(client), Purpose.SHARING, "");
        plant("drop", pseudonym(client), Purpose.SHARING, "share");
        plant("send", pseudonym(client), Purpose.TRIP, "");
        small.clock.move(Duration.ofMinutes(2));
        plant("drop", pseudonym(client), Purpose.TRIP, "at-sending");

        assertThat(look(1).rows()).hasSize(4);
        assertThat(look(1).rows().stream().filter(Row::stopped))
                .singleElement()
                .satisfies(row -> assertThat(row.purpose()).isEqualTo(Purpose.GREETING));
    }

    @Test
    void sends_ofAnErasedClient_areJudged_andThoseOfNobodyAreCountedAsNotJudged() {
        Ref client = small.client(Purpose.GREETING);
        small.clock.move(Duration.ofDays(1));
        plant("send", pseudonym(client), Purpose.GREETING, "");
        small.clock.move(Duration.ofMillis(1));
        done(small.rooms.erasures().erase(client, Actor.of(client.client())));
        small.clock.move(Duration.ofDays(1));
        plant("send", pseudonym(client), Purpose.GREETING, "");
        plant("send", "nobodys-pseudonym", Purpose.GREETING, "");

        Part part = look(30);
        assertThat(part.sends()).isEqualTo(3);
        assertThat(part.unjudged()).isEqualTo(1);
        assertThat(part.rows()).extracting(Row::pseudonym).containsExactly(pseudonym(client));
    }

    @Test
    void sendsOfTheHouseItself_areCovered_andOneThatWentPastTheGateIsFoundAmongThem() {
        Ref client = small.client();
        small.give(client, Purpose.GREETING);
        assertThat(sent(client, Purpose.GREETING)).isTrue();
        assertThat(sent(client, Purpose.SHARING)).isFalse();
        done(small.rooms.auditing().sequence());
        Part part = look(30);
        assertThat(part.sends()).isEqualTo(1);
        assertThat(part.rows()).isEmpty();

        byte[] line = line("send", pseudonym(client), Purpose.SHARING, "");
        long bucket = Math.floorDiv(small.house.now().getEpochSecond(), 10);
        done(small.memory.ledger().append(new Waiting(bucket, "past-the-gate", line)));
        done(small.rooms.auditing().sequence());
        assertThat(look(30).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.purpose()).isEqualTo(Purpose.SHARING));
        assertThat(done(small.memory.ledger().listed(Long.MAX_VALUE, 100)))
                .as("the question before it is an entry")
                .anyMatch(one -> EntryText.read(one.entry()).event().equals("audit"));
    }

    /** Whether the gate lets a message for the purpose out; if so, with the line that the dispatch writes. */
    private boolean sent(Ref client, Purpose purpose) {
        Gate gate = new Gate(small.house, new ConsentBook(small.memory.consents()), new Keys(small.house));
        return done(gate.ask(Actor.scheduler(), Act.SEND, DataClass.MESSAGE, purpose, client))
                .match(
                        pass -> {
                            done(new Notes(small.house)
                                    .passed("send", Actor.scheduler(), pass, List.of(DataClass.MESSAGE), 1));
                            return true;
                        },
                        refused -> false);
    }

    @Test
    void longLedger_isLookedThroughInParts_thatTogetherSeeEachEntryOnce() {
        Ref client = small.client();
        int all = 2 * SendScan.LOOK + 500;
        List<Indexed> lines = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            boolean send = i % 1_000 == 7;
            lines.add(new Indexed(i, line(send ? "send" : "read", pseudonym(client), Purpose.GREETING, "")));
        }
        done(small.memory.ledger().index(lines));
        small.clock.move(Duration.ofSeconds(1));

        List<Row> rows = new ArrayList<>();
        long entries = 0;
        int sends = 0;
        int parts = 0;
        String cursor = "";
        do {
            Part part = look(30, 0, cursor);
            rows.addAll(part.rows());
            entries += part.entries();
            sends += part.sends();
            parts++;
            cursor = part.next();
        } while (!cursor.isEmpty());

        assertThat(parts).isEqualTo(3);
        assertThat(entries).isEqualTo(all);
        assertThat(sends).isEqualTo(41);
        assertThat(rows).extracting(Row::index).hasSize(41).doesNotHaveDuplicates();
    }

    @Test
    void manyFinds_comeInParts_andADropBeforeTheCursorStillStopsItsSend() {
        Ref client = small.client();
        List<Indexed> lines = new ArrayList<>();
        for (int i = 0; i < 500; i += 2) {
            lines.add(new Indexed(i, line("send", pseudonym(client), Purpose.GREETING, "")));
            lines.add(new Indexed(i + 1, line("drop", pseudonym(client), Purpose.GREETING, "at-sending")));
        }
        done(small.memory.ledger().index(lines));
        small.clock.move(Duration.ofSeconds(1));

        Part first = look(30);
        Part second = look(30, 0, first.next());
        assertThat(first.rows()).hasSize(200).allMatch(Row::stopped);
        assertThat(second.rows()).hasSize(50).allMatch(Row::stopped);
        assertThat(first.entries() + second.entries()).isEqualTo(500);
        assertThat(first.sends() + second.sends()).isEqualTo(250);
        assertThat(second.next()).isEmpty();
        // The cursor between a send and its drop.
        assertThat(look(30, 0, "499").rows().get(0).stopped()).isTrue();
    }

    @Test
    void look_endsWhereTheSpanBegins_andDoesNotReadTheWholeLedger() {
        Ref client = small.client();
        byte[] old = line("send", pseudonym(client), Purpose.GREETING, "");
        small.clock.move(Duration.ofDays(40));
        byte[] fresh = line("send", pseudonym(client), Purpose.GREETING, "");
        List<Indexed> lines = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            lines.add(new Indexed(i, i < 4_990 ? old : fresh));
        }
        done(small.memory.ledger().index(lines));
        small.clock.move(Duration.ofSeconds(1));

        Part part = look(30);
        assertThat(part.sends()).isEqualTo(10);
        assertThat(part.entries()).isEqualTo(2_000);
        assertThat(part.next()).isEmpty();
    }

    @Test
    void look_isRefused_withoutAReason_aSpanOrACursorOfOurs() {
        Instant now = small.house.now();
        Instant before = now.minusSeconds(1);
        assertThat(failure(check.look(officer, "curiosity", before, now, ""))).isInstanceOf(BadRequest.class);
        assertThat(failure(check.look(officer, "audit", now, now, ""))).isInstanceOf(BadRequest.class);
        assertThat(failure(check.look(officer, "audit", before, now, "x"))).isInstanceOf(BadRequest.class);
    }

    private Part look(int days) {
        small.clock.move(Duration.ofMillis(1));
        return look(days, 0);
    }

    private Part look(int days, int until) {
        return look(days, until, "");
    }

    private Part look(int days, int until, String cursor) {
        Instant now = small.house.now();
        Instant to = now.minus(Duration.ofDays(until));
        Instant from = days == 0 ? to.minusMillis(1) : now.minus(Duration.ofDays(days));
        return done(check.look(officer, "audit", from, to, cursor));
    }

    private String pseudonym(Ref client) {
        return small.rooms.auditing().pseudonym(client.client());
    }

    /** As if something in the house had gone wrong: the line alone, without the gate. */
    private void plant(String event, String subject, Purpose purpose, String note) {
        done(small.memory.ledger().index(List.of(new Indexed(planted++, line(event, subject, purpose, note)))));
    }

    private byte[] line(String event, String subject, Purpose purpose, String note) {
        return EntryText.write(new LedgerEvent(
                small.house.now(),
                event,
                Actor.scheduler(),
                subject,
                purpose.id(),
                "planted-rule",
                small.house.policy().hash(),
                List.of("message"),
                Precision.EXACT,
                1,
                note));
    }
}
