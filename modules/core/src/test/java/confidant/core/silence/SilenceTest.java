package confidant.core.silence;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.silence.Silence.Ends;
import confidant.core.silence.Silence.Kept;
import confidant.core.silence.Silence.Sign;
import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.policy.Asking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule alone: what counts as a sign of life, which class decides, and what a consent puts off. */
class SilenceTest {
    private static final Instant JOINED = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration GRACE = DAY.multipliedBy(14);
    private static final Kept NAME = new Kept(DataClass.NAME, DAY.multipliedBy(730));
    private static final Kept ADDRESS = new Kept(DataClass.ADDRESS, DAY.multipliedBy(365));
    private static final Ends ENDS =
            new Ends(new Asking(DAY.multipliedBy(90), GRACE, GRACE), Set.of(Purpose.CONFIDENCE));
    private static final ClientId CLIENT = ClientId.random();

    @Test
    void silence_beginsWithTheLatestSignOfLife() {
        Instant wrote = JOINED.plus(DAY.multipliedBy(10));
        ConsentEvent no = step(1, Purpose.TRIP, ConsentStatus.REFUSED, Expressed.CLIENT, wrote.plus(DAY), null);

        assertThat(silence(Optional.empty()))
                .extracting(Silence::since, Silence::sign)
                .containsExactly(JOINED, Sign.JOINED);
        assertThat(silence(Optional.of(wrote)))
                .extracting(Silence::since, Silence::sign)
                .containsExactly(wrote, Sign.WROTE);
        assertThat(silence(Optional.of(wrote), no))
                .extracting(Silence::since, Silence::sign)
                .containsExactly(no.at(), Sign.CONSENT);
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT, REFUSED, true",
        "GUARDIAN, REFUSED, true",
        "CONCIERGE, PENDING, true",
        "CONCIERGE, WITHDRAWN, true",
        "CONCIERGE, REQUESTED, false",
        "ASSISTANT, REQUESTED, false",
        "OFFICER, REVOKED, false",
        "OFFICER, INVALIDATED, false",
        "SCHEDULER, EXPIRED, false",
        "HOUSE, UNKNOWN, false"
    })
    void step_isASignOfLife_ifTheClientSaidIt(Expressed by, ConsentStatus status, boolean counts) {
        ConsentEvent step = step(1, Purpose.TRIP, status, by, JOINED.plus(DAY), null);

        assertThat(silence(Optional.empty(), step).since()).isEqualTo(counts ? step.at() : JOINED);
    }

    @Test
    void shortestTime_decides_ofThoseThatAreKept() {
        Silence both = Silence.of(JOINED, Optional.empty(), List.of(), List.of(NAME, ADDRESS), ENDS, NOW);

        assertThat(both.what()).isEqualTo(DataClass.ADDRESS);
        assertThat(both.keep()).isEqualTo(ADDRESS.keep());
        assertThat(both.over()).isEqualTo(JOINED.plus(ADDRESS.keep()));
        assertThat(both.due()).contains(both.over());
        assertThat(silence(Optional.empty()).over()).isEqualTo(JOINED.plus(NAME.keep()));
    }

    @Test
    void yes_putsItOff_untilItCanBeRenewedNoMore() {
        Instant end = NOW.plus(DAY);
        ConsentEvent yes = step(1, Purpose.TRIP, ConsentStatus.GIVEN, Expressed.CLIENT, JOINED, end);
        ConsentEvent marked = step(1, Purpose.CONFIDENCE, ConsentStatus.GIVEN, Expressed.CLIENT, JOINED, end);

        assertThat(silence(Optional.empty(), yes).due()).contains(end.plus(GRACE));
        assertThat(silence(Optional.empty(), yes).consented()).isTrue();
        assertThat(silence(Optional.empty(), yes).over()).isEqualTo(JOINED.plus(NAME.keep()));
        assertThat(silence(Optional.empty(), marked).due()).contains(end);
        assertThat(silence(Optional.empty(), marked, yes).due()).contains(end.plus(GRACE));
    }

    @Test
    void yesThatEndsBefore_putsNothingOff_butKeepsWhileItsEndIsNotWritten() {
        Instant end = NOW.minus(DAY.multipliedBy(400));
        ConsentEvent yes = step(1, Purpose.TRIP, ConsentStatus.GIVEN, Expressed.CLIENT, JOINED, end);
        ConsentEvent ended = step(2, Purpose.TRIP, ConsentStatus.EXPIRED, Expressed.SCHEDULER, end.plus(GRACE), null);

        assertThat(silence(Optional.empty(), yes)).satisfies(one -> {
            assertThat(one.due()).contains(one.over());
            assertThat(one.consented()).isTrue();
        });
        assertThat(silence(Optional.empty(), yes, ended).consented()).isFalse();
    }

    @Test
    void yesWithoutEnd_putsItOffForEver() {
        ConsentEvent yes = step(1, Purpose.TRIP, ConsentStatus.GIVEN, Expressed.CLIENT, JOINED, null);

        assertThat(silence(Optional.empty(), yes).due()).isEmpty();
    }

    private static Silence silence(Optional<Instant> wrote, ConsentEvent... history) {
        return Silence.of(JOINED, wrote, List.of(history), List.of(NAME), ENDS, NOW);
    }

    private static ConsentEvent step(
            long seq,
            Purpose purpose,
            ConsentStatus status,
            Expressed by,
            Instant at,
            @org.jspecify.annotations.Nullable Instant until) {
        return new ConsentEvent(
                CLIENT, purpose, seq, status, at, Optional.ofNullable(until), by, "test", "", Optional.empty());
    }
}
