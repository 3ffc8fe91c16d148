package confidant.core.audit;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.SmallHouse;
import confidant.core.audit.Exposure.Part;
import confidant.core.audit.Exposure.Row;
import confidant.model.Actor;
import confidant.model.LedgerEvent;
import confidant.model.OfficerId;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.LedgerStore.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose data a concierge saw, by the ledger. */
class ExposureTest {
    private final SmallHouse small = new SmallHouse();
    private final Exposure exposure = small.rooms.exposure();
    private final OfficerId officer = new OfficerId(new UUID(1, 1));
    private final Actor mei = small.desk.actor();
    private int planted;

    @Test
    void whatWasReallyRead_isToldByClient_withItsClassesAndTimes() {
        Ref lin = small.client(Purpose.PERSONALISATION);
        small.tag(lin, "likes", "tea", Purpose.PERSONALISATION);
        Ref unseen = small.client(Purpose.PERSONALISATION);
        Instant first = small.house.now();
        done(small.rooms.tagging().card(small.desk, lin.client()));
        small.clock.move(Duration.ofMinutes(20));
        done(small.rooms.tagging().card(small.desk, lin.client()));
        Instant last = small.house.now();

        Part part = look(mei, first, last.plusMillis(1), "");

        assertThat(part.next()).isEmpty();
        assertThat(part.rows())
                .extracting(Row::pseudonym)
                .contains(pseudonym(lin))
                .doesNotContain(pseudonym(unseen));
        Row row = row(part, pseudonym(lin));
        assertThat(row.classes()).contains("likes");
        assertThat(row.sharpest()).isEqualTo(Precision.EXACT);
        assertThat(row.first()).isEqualTo(first);
        assertThat(row.last()).isEqualTo(last);
        assertThat(look(new Actor(Actor.Role.CONCIERGE, "somebody-else"), first, last.plusMillis(1), "")
                        .rows())
                .isEmpty();
        assertThat(row(look(mei, first, last, ""), pseudonym(lin)).last())
                .as("the end is not of the span")
                .isEqualTo(first);
    }

    @Test
    void rows_joinClasses_keepTheSharpest_andTellOfTheWholePool() {
        plant("read", "lin", List.of("message"), Precision.GENERAL);
        plant("read", "lin", List.of("birthday", "likes"), Precision.EXACT);
        plant("read", "lin", List.of("birthday"), Precision.PRESENCE);
        plant("unlock", "", List.of(), Precision.NONE);
        plant("send", "wu", List.of("message"), Precision.EXACT);

        Part part =
                look(mei, small.house.now().minusSeconds(60), small.house.now().plusSeconds(1), "");

        assertThat(part.rows()).extracting(Row::pseudonym).containsExactly("", "lin");
        assertThat(row(part, "lin").classes()).containsExactly("birthday", "likes", "message");
        assertThat(row(part, "lin").sharpest()).isEqualTo(Precision.EXACT);
        assertThat(row(part, "lin").times()).isEqualTo(3);
    }

    @Test
    void longLedger_isGoneThroughInParts_thatAddUp() {
        for (int i = 0; i < 45; i++) {
            for (int j = 0; j < 1000; j++) {
                plant("read", "client" + j % 7, List.of("message"), Precision.EXACT);
            }
            done(small.rooms.auditing().sequence());
        }
        Instant from = small.house.now().minusSeconds(60);
        Instant to = small.house.now().plusSeconds(1);
        long times = 0;
        int parts = 0;
        String cursor = "";
        do {
            Part part = look(mei, from, to, cursor);
            times += part.rows().stream().mapToLong(Row::times).sum();
            cursor = part.next();
            parts++;
        } while (!cursor.isEmpty());

        assertThat(times).isEqualTo(45_000);
        assertThat(parts).isGreaterThan(1);
    }

    @Test
    void question_needsASpan_aReasonAndOurCursor() {
        Instant now = small.house.now();
        assertThat(failure(exposure.look(officer, "incident", mei, now, now, "")))
                .isInstanceOf(BadRequest.class);
        assertThat(failure(exposure.look(officer, "curiosity", mei, now, now.plusSeconds(1), "")))
                .isInstanceOf(BadRequest.class);
        assertThat(failure(exposure.look(officer, "incident", mei, now, now.plusSeconds(1), "x")))
                .isInstanceOf(BadRequest.class);
    }

    private Part look(Actor whom, Instant from, Instant to, String cursor) {
        done(small.rooms.auditing().sequence());
        return done(exposure.look(officer, "incident", whom, from, to, cursor));
    }

    private static Row row(Part part, String pseudonym) {
        return part.rows().stream()
                .filter(one -> one.pseudonym().equals(pseudonym))
                .findFirst()
                .orElseThrow();
    }

    private String pseudonym(Ref client) {
        return small.rooms.auditing().pseudonym(client.client());
    }

    private void plant(String event, String subject, List<String> classes, Precision precision) {
        Instant now = small.house.now();
        byte[] line = EntryText.write(new LedgerEvent(
                now, event, mei, subject, "service", "planted-rule", "a".repeat(64), classes, precision, 1, ""));
        done(small.memory.ledger().append(new Waiting(Bucket.of(now), String.format("planted-%09d", planted++), line)));
    }
}
