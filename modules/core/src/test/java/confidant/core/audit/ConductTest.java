package confidant.core.audit;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.SmallHouse;
import confidant.core.audit.Conduct.Part;
import confidant.core.audit.Conduct.Row;
import confidant.model.Actor;
import confidant.model.LedgerEvent;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.LedgerStore.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands out in how concierges look at their clients, by the ledger. */
class ConductTest {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final SmallHouse small = new SmallHouse();
    private final Conduct conduct = small.rooms.conduct();
    private final OfficerId officer = new OfficerId(new UUID(1, 1));
    private final Actor mei = small.desk.actor();
    private int planted;

    @Test
    void whatWasReallyRead_isCountedByDay_withoutAWord() {
        Ref talking = small.client(Purpose.PERSONALISATION);
        Ref silent = small.client(Purpose.PERSONALISATION);
        small.tag(silent, "likes", "tea", Purpose.PERSONALISATION);
        done(small.rooms
                .reception()
                .say(new confidant.core.Guest(talking.pool(), talking.client()), "m-1", Personal.of("hello oysters")));
        Instant from = small.house.now().minus(Duration.ofDays(1));
        done(small.rooms.conversations().after(small.desk, talking.client(), 0, 10));
        done(small.rooms.tagging().card(small.desk, silent.client()));
        done(small.rooms.tagging().card(small.desk, silent.client()));

        Part part = look(from, small.house.now().plusMillis(1), "");

        assertThat(part.next()).isEmpty();
        assertThat(part.rows()).singleElement().satisfies(row -> {
            assertThat(row.concierge()).isEqualTo(mei.id());
            assertThat(row.day()).isEqualTo(LocalDate.ofInstant(small.house.now(), TAIPEI));
            assertThat(row.clients()).isEqualTo(2);
            assertThat(row.busiest()).isEqualTo(2);
            assertThat(row.silent()).isEqualTo(1);
            assertThat(row.stopped()).isZero();
        });
        assertThat(part.toString())
                .doesNotContain("oysters", "tea", silent.client().toString());
        assertThat(look(small.house.now().plusMillis(1), small.house.now().plusSeconds(9), "")
                        .rows())
                .isEmpty();
    }

    @Test
    void hours_nights_andStoppedSends_areCounted_andOthersAreNot() {
        plant("2026-11-20T13:59:59Z", mei, "read", "a"); // 21:59:59
        plant("2026-11-20T14:00:00Z", mei, "read", "b"); // 22:00
        plant("2026-11-20T14:10:00Z", mei, "read", "c");
        plant("2026-11-20T14:20:00Z", mei, "read", "c");
        plant("2026-11-20T15:59:59Z", mei, "drop", "a");
        plant("2026-11-20T16:00:00Z", mei, "read", "a"); // the next day
        plant("2026-11-20T16:01:00Z", new Actor(Actor.Role.SCHEDULER, "scheduler"), "read", "d");
        plant("2026-11-20T22:00:00Z", mei, "read", "a"); // 6 o'clock
        plant("2026-11-20T22:01:00Z", mei, "receive", "a");
        plant("2026-11-20T22:02:00Z", mei, "read", "");

        Part part = look(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"), "");

        LocalDate first = LocalDate.of(2026, 11, 20);
        assertThat(part.rows())
                .containsExactly(
                        new Row(mei.id(), first.plusDays(1), 1, 2, 1, 0, 1, 0, 0),
                        new Row(mei.id(), first, 3, 4, 2, 3, 3, 1, 0));
    }

    @Test
    void longLedger_isGoneThroughInWholeDays_thatNoPartSplits() {
        Instant begin = Instant.parse("2026-11-01T00:00:00Z");
        for (int i = 0; i < 48; i++) {
            for (int j = 0; j < 1000; j++) {
                // Two lines of each thousand were sequenced late.
                Instant at = begin.plus(Duration.ofHours(2L * i)).minusSeconds(j % 500 == 0 ? 600 : 0);
                plant(at.toString(), mei, "read", "client" + j % 700);
            }
        }
        List<Row> rows = new ArrayList<>();
        int parts = 0;
        String cursor = "";
        do {
            Part part = look(begin.minus(Duration.ofDays(1)), begin.plus(Duration.ofDays(9)), cursor);
            rows.addAll(part.rows());
            cursor = part.next();
            parts++;
        } while (!cursor.isEmpty());

        assertThat(parts).isGreaterThan(1);
        assertThat(rows).extracting(Row::day).doesNotHaveDuplicates();
        assertThat(rows).extracting(Row::day).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(rows.stream().mapToInt(Row::reads).sum()).isEqualTo(48_000);
        assertThat(rows).allSatisfy(row -> assertThat(row.clients()).isEqualTo(700));
    }

    @Test
    void question_needsASpan_aReasonAndOurCursor() {
        Instant now = small.house.now();
        assertThat(failure(conduct.look(officer, "audit", now, now, ""))).isInstanceOf(BadRequest.class);
        assertThat(failure(conduct.look(officer, "curiosity", now, now.plusSeconds(1), "")))
                .isInstanceOf(BadRequest.class);
        for (String odd : List.of("x", "1/x", "x/2026-11-01", "/")) {
            assertThat(failure(conduct.look(officer, "audit", now, now.plusSeconds(1), odd)))
                    .isInstanceOf(BadRequest.class);
        }
    }

    private Part look(Instant from, Instant to, String cursor) {
        while (done(small.rooms.auditing().sequence()) > 0) {
            // until all that waits is in
        }
        return done(conduct.look(officer, "audit", from, to, cursor));
    }

    private void plant(String at, Actor actor, String event, String subject) {
        Instant now = small.house.now();
        byte[] line = EntryText.write(new LedgerEvent(
                Instant.parse(at),
                event,
                actor,
                subject,
                "service",
                "planted-rule",
                "a".repeat(64),
                List.of("message"),
                Precision.EXACT,
                1,
                ""));
        done(small.memory.ledger().append(new Waiting(Bucket.of(now), String.format("planted-%09d", planted++), line)));
    }
}
