package confidant.core.greeting;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Guest;
import confidant.core.SmallHouse;
import confidant.core.SpoiltStores;
import confidant.core.audit.EntryText;
import confidant.core.consent.Consents.Given;
import confidant.core.greeting.Greetings.Run;
import confidant.core.greeting.Greetings.Today;
import confidant.model.Channel;
import confidant.model.Delivery;
import confidant.model.Lang;
import confidant.model.LedgerEvent;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.DueStore.Due;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GreetingsTest {
    /** Monday, 09:30 in Taipei. */
    private static final Instant DUE = Instant.parse("2026-11-23T01:30:00Z");

    private final SmallHouse at = new SmallHouse();

    private Ref born(String day) {
        Ref client = at.client(Purpose.GREETING);
        at.tag(client, "birthday", day, Purpose.GREETING);
        return client;
    }

    private List<StoredMessage> greetings(Ref client) {
        return at.messages(client).stream()
                .filter(message -> message.kind().equals("greeting"))
                .toList();
    }

    private List<Due> rows(LocalDate day) {
        List<Due> rows = new ArrayList<>();
        for (int shard = 0; shard < at.memory.dues().shards(); shard++) {
            rows.addAll(done(at.memory.dues().due(day, shard)));
        }
        return rows;
    }

    private static LocalDate utc(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    @Test
    void greeting_leavesAtItsHour_onceAYear() {
        Ref client = born("1994-11-23");

        at.clock.set(DUE.minusMillis(1));
        assertThat(done(at.rooms.greetings().run())).isEqualTo(new Run(0, 0, 0, 0, 0));
        at.clock.set(DUE);
        assertThat(done(at.rooms.greetings().run())).isEqualTo(new Run(1, 1, 0, 0, 0));
        at.clock.move(Duration.ofMinutes(1));
        assertThat(done(at.rooms.greetings().run())).isEqualTo(new Run(0, 0, 0, 0, 0));

        assertThat(greetings(client)).hasSize(1).first().satisfies(message -> {
            assertThat(message.ref()).isEqualTo("birthday/2026");
            assertThat(message.state()).isEqualTo(Delivery.SENT);
        });
        assertThat(rows(utc(DUE))).isEmpty();
        assertThat(rows(LocalDate.of(2027, 11, 23))).hasSize(1);
        at.clock.set(Instant.parse("2027-11-23T01:30:00Z"));
        assertThat(done(at.rooms.greetings().run()).sent()).isEqualTo(1);
    }

    @Test
    void greeting_isWritten_inTheClientsZoneAndLanguage() {
        Ref client = at.client(Lang.EN, "America/New_York");
        at.give(client, Purpose.GREETING);
        at.tag(client, "anniversary", "--11-23", Purpose.GREETING);

        at.clock.set(Instant.parse("2026-11-23T14:29:59Z"));
        assertThat(done(at.rooms.greetings().run()).due()).isZero();
        at.clock.set(Instant.parse("2026-11-23T14:30:00Z"));
        assertThat(done(at.rooms.greetings().run()).sent()).isEqualTo(1);

        Guest guest = new Guest(client.pool(), client.client());
        String words = done(at.rooms.conversations().after(guest, 0, 10))
                .lines()
                .get(0)
                .text()
                .orElseThrow()
                .reveal();
        assertThat(words).endsWith("— Mei").doesNotContain("Lin").containsIgnoringCase("day");
    }

    @Test
    void withdrawnConsent_dropsTheGreeting_andItsReminder() {
        Ref client = born("--11-23");
        at.withdraw(client, Purpose.GREETING);

        at.clock.set(DUE);
        assertThat(done(at.rooms.greetings().run())).isEqualTo(new Run(1, 0, 0, 1, 0));

        assertThat(greetings(client)).isEmpty();
        assertThat(rows(utc(DUE))).isEmpty();
        assertThat(rows(LocalDate.of(2027, 11, 23))).isEmpty();
        assertThat(lines()).anySatisfy(line -> {
            assertThat(line.event()).isEqualTo("drop");
            assertThat(line.rule()).isEqualTo("consent-needed");
        });
    }

    @Test
    void changedOrRemovedDay_isNotGreetedAnyMore() {
        Ref changed = born("--11-23");
        at.tag(changed, "birthday", "--11-24", Purpose.GREETING);
        Ref removed = at.client(Purpose.GREETING);
        Tag tag = at.tag(removed, "birthday", "--11-23", Purpose.GREETING);
        done(at.rooms.tagging().remove(at.desk, removed.client(), tag.id()));

        at.clock.set(DUE);
        assertThat(done(at.rooms.greetings().run()).sent()).isZero();
        at.clock.set(DUE.plus(Duration.ofDays(1)));
        assertThat(done(at.rooms.greetings().run()).sent()).isEqualTo(1);

        assertThat(greetings(changed)).hasSize(1);
        assertThat(greetings(removed)).isEmpty();
    }

    @Test
    void downtime_isMadeGood_andSaidToBeLate() {
        Ref client = born("--11-23");

        at.clock.set(DUE.plus(Duration.ofDays(3)));
        assertThat(done(at.rooms.greetings().run()).sent()).isEqualTo(1);

        assertThat(greetings(client)).hasSize(1);
        assertThat(lines()).anySatisfy(line -> assertThat(line.event()).isEqualTo("late"));
    }

    @Test
    void quietHours_keepALateGreeting_untilTheMorning() {
        Ref client = born("--11-23");

        at.clock.set(Instant.parse("2026-11-23T14:00:00Z"));
        assertThat(done(at.rooms.greetings().run())).isEqualTo(new Run(1, 0, 0, 0, 1));
        at.clock.set(Instant.parse("2026-11-24T01:00:00Z"));
        assertThat(done(at.rooms.greetings().run()).sent()).isEqualTo(1);

        assertThat(greetings(client)).hasSize(1);
    }

    @Test
    void blockedChannel_dropsThisYear_andKeepsTheNext() {
        Ref client = born("--11-23");
        done(at.memory.clients().blocked(client.pool(), client.client(), Channel.WEBCHAT, true, at.house.now()));

        at.clock.set(DUE);
        assertThat(done(at.rooms.greetings().run())).isEqualTo(new Run(1, 0, 0, 1, 0));

        assertThat(greetings(client)).isEmpty();
        assertThat(rows(LocalDate.of(2027, 11, 23))).hasSize(1);
    }

    @Test
    void lunarDay_thatComesTwiceInAGregorianYear_isGreetedTwice() {
        // The eighth of the twelfth month: 10 January and 30 December 2022.
        at.clock.set(Instant.parse("2022-01-01T00:00:00Z"));
        Ref client = born("L--12-08");

        at.clock.set(Instant.parse("2022-01-10T01:30:00Z"));
        assertThat(done(at.rooms.greetings().run()).sent()).isEqualTo(1);
        at.clock.set(Instant.parse("2022-12-30T01:30:00Z"));
        assertThat(done(at.rooms.greetings().run()).sent()).isEqualTo(1);

        assertThat(greetings(client)).extracting(StoredMessage::ref).containsExactly("birthday/2021", "birthday/2022");
    }

    @Test
    void crash_betweenAnyTwoSteps_neitherLosesNorDoubles() {
        at.clock.set(DUE);
        for (int calls = 1; calls <= 120; calls++) {
            at.clock.set(DUE.minus(Duration.ofHours(1)));
            Ref client = born("--11-23");
            at.clock.set(DUE);
            SmallHouse dying = at.node("dying", SpoiltStores.dyingAfter(calls, at.memory));
            Future<Run> cut = dying.rooms.greetings().run();
            assertThat(cut.isComplete()).isTrue();

            done(at.rooms.greetings().run());

            assertThat(greetings(client)).as("dead after %d calls", calls).hasSize(1);
            assertThat(rows(utc(DUE))).isEmpty();
            assertThat(rows(LocalDate.of(2027, 11, 23))).hasSize(calls);
        }
    }

    @Test
    void planning_thatFailed_isMadeGoodByTheNextRun() {
        Ref client = born("--11-23");
        rows(utc(DUE)).forEach(row -> done(at.memory.dues().remove(row)));
        at.memory.available(false);
        at.rooms.greetings().consentChanged(client, Purpose.GREETING, true);
        at.memory.available(true);

        done(at.rooms.greetings().run());

        assertThat(rows(utc(DUE))).hasSize(1);
    }

    @Test
    void twoSchedulers_andOneKilledMidway_sendEachOfAThousandOnce() throws InterruptedException {
        List<Ref> clients = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            clients.add(born("--11-23"));
        }
        at.clock.set(DUE);
        SmallHouse killed = at.node("killed", SpoiltStores.dyingAfter(6000, at.memory));
        SmallHouse second = at.node("second", at.memory);

        together(killed, second, at);
        done(second.rooms.greetings().run());

        assertThat(clients).allSatisfy(client -> {
            assertThat(greetings(client)).hasSize(1);
            assertThat(greetings(client).get(0).ref()).isEqualTo("birthday/2026");
        });
        assertThat(rows(utc(DUE))).isEmpty();
        assertThat(rows(LocalDate.of(2027, 11, 23))).hasSize(1000);
    }

    private static void together(SmallHouse... nodes) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(nodes.length);
        for (SmallHouse node : nodes) {
            Thread thread = new Thread(
                    () -> node.rooms.greetings().run().onComplete(done -> ended.countDown()), node.house.node());
            thread.start();
        }
        assertThat(ended.await(120, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void day_showsWhatBecameOfEach() {
        Ref sent = born("--11-23");
        Ref planned = at.client(Lang.EN, "America/New_York");
        at.give(planned, Purpose.GREETING);
        at.tag(planned, "birthday", "--11-23", Purpose.GREETING);
        Ref blocked = born("--11-23");
        done(at.memory.clients().blocked(blocked.pool(), blocked.client(), Channel.WEBCHAT, true, at.house.now()));
        born("--11-24");
        at.clock.set(DUE);
        done(at.rooms.greetings().run());

        List<Today> today = done(at.rooms.greetings().on(at.desk, LocalDate.of(2026, 11, 23)));

        assertThat(today).hasSize(3).allSatisfy(row -> assertThat(row.name()).isPresent());
        assertThat(state(today, sent)).isEqualTo("sent");
        assertThat(state(today, planned)).isEqualTo("planned");
        assertThat(state(today, blocked)).isEqualTo("client-blocked");
        assertThat(today.get(2).at()).isEqualTo("2026-11-23T14:30:00Z");
    }

    @Test
    void day_bringsBackAReminderThatWasLost() {
        Ref client = born("--11-23");
        rows(utc(DUE)).forEach(row -> done(at.memory.dues().remove(row)));

        done(at.rooms.greetings().on(at.desk, LocalDate.of(2026, 11, 23)));
        at.clock.set(DUE);
        done(at.rooms.greetings().run());

        assertThat(greetings(client)).hasSize(1);
    }

    @Test
    void renewedYes_plansWhatItMakesReadableAgain() {
        Ref client = born("--11-23");
        rows(utc(DUE)).forEach(row -> done(at.memory.dues().remove(row)));

        done(at.rooms.consents().give(client, Purpose.GREETING, new Given("privacy-page", "", Optional.empty())));

        assertThat(rows(utc(DUE))).hasSize(1);
    }

    private static String state(List<Today> today, Ref client) {
        return today.stream()
                .filter(row -> row.client().equals(client.client()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private List<LedgerEvent> lines() {
        long bucket = at.house.now().getEpochSecond() / 10;
        return done(at.memory.ledger().waiting(bucket, 1000)).stream()
                .map(waiting -> EntryText.read(waiting.entry()))
                .toList();
    }
}
