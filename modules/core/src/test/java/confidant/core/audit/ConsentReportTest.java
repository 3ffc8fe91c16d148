package confidant.core.audit;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.NotFound;
import confidant.core.SmallHouse;
import confidant.core.audit.ConsentReport.Ending;
import confidant.core.audit.ConsentReport.Endings;
import confidant.core.consent.ConsentBook.Standing;
import confidant.model.ConsentStatus;
import confidant.model.OfficerId;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How consents stood at any instant, and which end soon. */
class ConsentReportTest {
    private static final Duration LASTS = Duration.ofDays(730);

    private final SmallHouse small = new SmallHouse();
    private final ConsentReport report = small.rooms.consentReport();
    private final OfficerId officer = new OfficerId(new UUID(1, 1));

    @Test
    void state_isThatOfTheInstant_toTheMillisecond() {
        Ref client = small.client();
        small.clock.move(Duration.ofDays(1));
        Instant given = small.house.now();
        small.give(client, Purpose.GREETING);
        small.clock.move(Duration.ofDays(10));
        Instant withdrawn = small.house.now();
        small.withdraw(client, Purpose.GREETING);
        small.clock.move(Duration.ofDays(200));
        Instant again = small.house.now();
        small.give(client, Purpose.GREETING);
        small.clock.move(LASTS.plusDays(1));

        assertThat(at(client, given.minusMillis(1))).isEmpty();
        assertThat(status(client, given)).isEqualTo(ConsentStatus.GIVEN);
        assertThat(status(client, withdrawn.minusMillis(1))).isEqualTo(ConsentStatus.GIVEN);
        assertThat(status(client, withdrawn)).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(status(client, again.minusMillis(1))).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(status(client, again.plus(LASTS).minusMillis(1)).valid()).isTrue();
        assertThat(status(client, again.plus(LASTS))).isEqualTo(ConsentStatus.EXPIRED);
    }

    @Test
    void state_isRefused_forAnInstantToCome_andForNobody() {
        Ref client = small.client(Purpose.GREETING);
        String pseudonym = small.rooms.auditing().pseudonym(client.client());
        Instant now = small.house.now();

        assertThat(failure(report.at(officer, "audit", pseudonym, now.plusMillis(1))))
                .isInstanceOf(BadRequest.class);
        assertThat(failure(report.at(officer, "audit", "nobody", now))).isInstanceOf(NotFound.class);
        assertThat(failure(report.at(officer, "curiosity", pseudonym, now))).isInstanceOf(BadRequest.class);
    }

    @Test
    void ending_listsWhatIsValidAndEndsWithinTheTime_andNothingElse() {
        Ref client = small.client(Purpose.GREETING, Purpose.SHARING);
        Ref other = small.client(Purpose.GREETING);
        Instant end = small.house.now().plus(LASTS);
        small.withdraw(other, Purpose.GREETING);
        small.clock.set(end.minus(Duration.ofDays(30)).minusMillis(1));
        assertThat(ending(30, "", 10).rows()).isEmpty();
        small.clock.set(end.minus(Duration.ofDays(30)));

        assertThat(ending(30, "", 10).rows())
                .extracting(Ending::pseudonym, ending -> ending.purpose().id(), Ending::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                small.rooms.auditing().pseudonym(client.client()), "greeting", end),
                        org.assertj.core.groups.Tuple.tuple(
                                small.rooms.auditing().pseudonym(client.client()), "sharing", end));
        small.clock.set(end);
        assertThat(ending(30, "", 10).rows()).isEmpty();
    }

    @Test
    void ending_comesInPages_thatTogetherHoldEachOnce() {
        for (int i = 0; i < 11; i++) {
            small.client(Purpose.GREETING, Purpose.SHARING);
        }
        List<Ending> all = new ArrayList<>();
        String cursor = "";
        do {
            Endings page = ending(800, cursor, 5);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(5);
            all.addAll(page.rows());
            cursor = page.next();
        } while (!cursor.isEmpty());

        assertThat(all).hasSize(22).doesNotHaveDuplicates();
        assertThat(failure(report.ending(officer, "audit", Duration.ofDays(1), "x", 5)))
                .isInstanceOf(BadRequest.class);
    }

    private Endings ending(int days, String cursor, int limit) {
        return done(report.ending(officer, "audit", Duration.ofDays(days), cursor, limit));
    }

    private Map<Purpose, Standing> at(Ref client, Instant then) {
        return done(report.at(officer, "audit", small.rooms.auditing().pseudonym(client.client()), then));
    }

    private ConsentStatus status(Ref client, Instant then) {
        return at(client, then).getOrDefault(Purpose.GREETING, Standing.NOTHING).status();
    }
}
