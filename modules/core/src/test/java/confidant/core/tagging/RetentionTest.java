package confidant.core.tagging;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.Guest;
import confidant.core.SmallHouse;
import confidant.core.SpoiltStores;
import confidant.core.TestHouse;
import confidant.core.audit.Auditing;
import confidant.core.port.Alarm;
import confidant.core.tagging.Retention.Line;
import confidant.core.tagging.Retention.Lines;
import confidant.core.tagging.Retention.State;
import confidant.model.Lang;
import confidant.model.LedgerEvent;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.PolicySet;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags whose time is over: what officers see beforehand, and what the sweep takes. */
class RetentionTest {
    private static final Duration KEPT = Duration.ofDays(730);
    private static final Duration RENEWED = Duration.ofDays(700);
    private static final Purpose TRIP = new Purpose("trip");

    private final SmallHouse small = new SmallHouse();
    private final Retention retention = small.rooms.retention();
    private final OfficerId officer = new OfficerId(new UUID(1, 1));

    @Test
    void tag_isListedBeforehandWithoutItsValue_andTakenWhenItsTimeIsOver() {
        Ref client = small.client();
        small.tag(client, "dietary", "oysters", Purpose.SERVICE);
        Instant end = small.house.now().plus(KEPT);
        assertThat(due(30)).isEmpty();
        small.clock.set(end.minus(Duration.ofDays(20)));

        assertThat(due(10)).isEmpty();
        assertThat(due(30)).singleElement().satisfies(line -> {
            assertThat(line.pseudonym()).isEqualTo(small.rooms.auditing().pseudonym(client.client()));
            assertThat(line.dataClass().id()).isEqualTo("dietary");
            assertThat(line.rule()).isEqualTo("scheduler-ends-tags");
            assertThat(line.keep()).isEqualTo(KEPT);
            assertThat(line.due()).isEqualTo(end);
            assertThat(line.own()).isFalse();
            assertThat(line.state()).isEqualTo(State.DUE);
            assertThat(line.toString())
                    .doesNotContain("oysters", client.client().toString());
        });
        assertThat(done(retention.run())).isZero();
        small.clock.set(end.minusMillis(1));
        assertThat(done(retention.run())).isZero();
        assertThat(kinds(client)).containsExactly("dietary");
        small.clock.set(end.plus(Duration.ofMinutes(11)));

        assertThat(done(retention.run())).isEqualTo(1);

        assertThat(kinds(client)).isEmpty();
        assertThat(due(366)).isEmpty();
        assertThat(ended()).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo(small.rooms.auditing().pseudonym(client.client()));
            assertThat(entry.rule()).isEqualTo("scheduler-ends-tags");
            assertThat(entry.classes()).containsExactly("dietary");
            assertThat(entry.count()).isEqualTo(1);
            assertThat(entry.note()).isEqualTo("kept/730-days");
        });
        small.clock.move(Duration.ofHours(1));
        assertThat(done(retention.run())).isZero();
    }

    @Test
    void sweep_takesOnlyWhatIsOver_andLocksAndUnlocksNoPool() {
        Ref client = small.client();
        small.tag(client, "dietary", "oysters", Purpose.SERVICE);
        small.clock.move(Duration.ofDays(100));
        small.tag(client, "preferred-name", "Lin", Purpose.SERVICE);
        small.clock.move(KEPT.minusDays(100));

        assertThat(done(retention.run())).isEqualTo(1);

        assertThat(kinds(client)).containsExactly("preferred-name");
        assertThat(small.rooms.pools().progress(small.desk).ready()).isFalse();
        assertThat(entries("unlock")).isEmpty();
    }

    @Test
    void tagThatWasRemovedOrPutRight_isNoLongerListedUnderItsOldEnd() {
        Ref client = small.client();
        small.tag(client, "dietary", "oysters", Purpose.SERVICE);
        Instant end = small.house.now().plus(KEPT);
        small.clock.move(Duration.ofDays(30));
        small.tag(client, "dietary", "oysters", Purpose.SERVICE);
        small.clock.set(end);

        assertThat(due(29)).isEmpty();
        assertThat(due(31)).hasSize(1);
        assertThat(done(retention.run())).isZero();
        assertThat(kinds(client)).containsExactly("dietary");
    }

    @Test
    void hold_keepsWhatIsOver_untilItIsLifted() {
        Ref client = small.client();
        small.tag(client, "dietary", "oysters", Purpose.SERVICE);
        done(small.rooms.holds().place(client, Purpose.SERVICE, officer, "court"));
        small.clock.move(KEPT.plusDays(1));
        for (int week = 0; week < 5; week++) {
            assertThat(done(retention.run())).isZero();
            assertThat(due(1)).extracting(Line::state).containsExactly(State.HELD);
            small.clock.move(Duration.ofDays(7));
        }

        done(small.rooms.consents().lift(client, Purpose.SERVICE, officer, "over"));

        assertThat(done(retention.run())).isEqualTo(1);
        assertThat(kinds(client)).isEmpty();
    }

    @Test
    void withdrawnPurpose_leavesNothingToList_andALapsedOneStaysShutUntilItIsRenewed() {
        Ref withdrawn = small.client(TRIP);
        Ref lapsed = small.client(TRIP);
        small.clock.move(RENEWED.minusDays(335));
        small.tag(withdrawn, "travel-plan", "Kyoto", TRIP);
        small.tag(lapsed, "travel-plan", "Kyoto", TRIP);
        small.withdraw(withdrawn, TRIP);
        small.clock.move(Duration.ofDays(366));

        assertThat(due(1)).extracting(Line::state).containsExactly(State.SHUT);
        assertThat(due(1)).extracting(Line::rule).containsExactly("consent-needed");
        assertThat(done(retention.run())).isZero();
        small.give(lapsed, TRIP);
        small.clock.move(Duration.ofMinutes(11));

        assertThat(done(retention.run())).isEqualTo(1);
        assertThat(kinds(lapsed)).isEmpty();
    }

    @Test
    void list_comesInPages_thatTogetherHoldEachLineOnce() {
        for (int i = 0; i < 23; i++) {
            small.tag(small.client(), "dietary", "oysters", Purpose.SERVICE);
            small.clock.move(Duration.ofDays(i % 4));
        }
        small.clock.move(KEPT);
        List<Line> all = new ArrayList<>();
        String cursor = "";
        do {
            Lines page = done(retention.due(officer, "audit", small.house.now(), cursor, 5));
            assertThat(page.lines()).hasSizeLessThanOrEqualTo(5);
            all.addAll(page.lines());
            cursor = page.next();
        } while (!cursor.isEmpty());

        assertThat(all).extracting(Line::pseudonym).doesNotHaveDuplicates().hasSize(23);
        assertThat(failure(retention.due(officer, "audit", small.house.now(), "2026-11-22.x", 5)))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void whatWasDueWhileNobodySwept_isTakenByTheNextSweep() {
        Ref client = small.client();
        small.tag(client, "dietary", "oysters", Purpose.SERVICE);
        assertThat(done(retention.run())).isZero();
        small.clock.move(KEPT.plusDays(30));

        assertThat(done(small.node("next", small.memory).rooms.retention().run()))
                .isEqualTo(1);

        assertThat(kinds(client)).isEmpty();
    }

    @Test
    void serverThatStartsLater_looksThroughTheWeeks_onlyIfNoneDidInThisOne() {
        assertThat(done(retention.run())).isZero();
        // The lease of the first lapses.
        small.clock.move(Duration.ofMinutes(11));
        SmallHouse second = small.node("second", SpoiltStores.dyingAfter(100, small.memory));

        assertThat(done(second.rooms.retention().run())).isZero();

        small.clock.move(Duration.ofDays(7));
        SmallHouse third = small.node("third", SpoiltStores.dyingAfter(100, small.memory));
        assertThat(third.rooms.retention().run().failed()).isTrue();
        assertThat(done(retention.run())).isZero();
    }

    @Test
    void shortenedTime_countsAtOnce_inDryRunAndSweep(@TempDir Path folder) throws IOException {
        Ref client = small.client();
        small.tag(client, "dietary", "oysters", Purpose.SERVICE);
        small.clock.move(Duration.ofDays(400));
        assertThat(due(0)).isEmpty();
        assertThat(done(retention.run())).isZero();
        PolicySet usual = PolicySet.read(TestHouse.policies());
        try {
            small.house.policy().replace(PolicySet.read(shortened(folder)));

            assertThat(due(0)).singleElement().satisfies(line -> {
                assertThat(line.keep()).isEqualTo(Duration.ofDays(365));
                assertThat(line.own()).isFalse();
            });
            small.clock.move(Duration.ofMinutes(11));
            assertThat(done(retention.run())).isEqualTo(1);
            assertThat(kinds(client)).isEmpty();
        } finally {
            small.house.policy().replace(usual);
        }
    }

    // The same rules, with everything that is kept 24 months kept for 12.
    private static Path shortened(Path folder) throws IOException {
        Path usual = TestHouse.policies();
        try (Stream<Path> all = Files.walk(usual)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(usual.relativize(one).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(one, copy);
            }
        }
        Path classes = folder.resolve("classes.yaml");
        Files.writeString(classes, Files.readString(classes).replace("keep: 24 months", "keep: 12 months"));
        return folder;
    }

    @Test
    void alarm_ringsTheSweep() {
        TestHouse test = new TestHouse();
        Guest guest = test.guest(Lang.EN);
        done(test.rooms
                .tagging()
                .tag(test.desk(test.mei), guest.client(), "dietary", Personal.of("oysters"), Purpose.SERVICE));
        test.clock.move(KEPT);
        Map<String, Supplier<Future<?>>> rung = new HashMap<>();
        test.wiring.ring(new Alarm() {
            @Override
            public void every(String name, Duration every, Supplier<Future<?>> work) {
                rung.put(name, work);
            }

            @Override
            public void stop() {}
        });

        done(rung.get("retention").get());

        assertThat(done(test.rooms.tagging().card(test.desk(test.mei), guest.client()))
                        .tags())
                .isEmpty();
    }

    private List<Line> due(int days) {
        return done(retention.due(officer, "audit", small.house.now().plus(Duration.ofDays(days)), "", 200))
                .lines();
    }

    private List<String> kinds(Ref client) {
        return done(small.rooms.tagging().card(small.desk, client.client())).tags().stream()
                .map(Tagging.Shown::kind)
                .toList();
    }

    private List<LedgerEvent> ended() {
        return entries("retention");
    }

    private List<LedgerEvent> entries(String event) {
        while (done(small.rooms.auditing().sequence()) > 0) {
            // until all that waits is in
        }
        Auditing.Filter filter =
                new Auditing.Filter(Optional.of(event), Optional.empty(), Optional.empty(), Optional.empty());
        return done(small.rooms.auditing().entries(officer, "audit", filter, "", 100)).entries().stream()
                .map(Auditing.Entry::event)
                .toList();
    }
}
