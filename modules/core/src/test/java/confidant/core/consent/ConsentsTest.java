package confidant.core.consent;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Answer;
import confidant.core.Guest;
import confidant.core.TestHouse;
import confidant.core.consent.Consents.Given;
import confidant.core.port.Alarm;
import confidant.core.tagging.Tagging.Shown;
import confidant.model.Actor;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.KeyStore.WrappedKey;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ConsentsTest {
    private static final Given HOW = new Given("test", "", Optional.empty());

    private final TestHouse test = new TestHouse();
    private final Consents consents = test.rooms.consents();
    private final Actor mei = test.desk(test.mei).actor();

    @Test
    void oralYes_isNothingUntilTheClientConfirmsIt_andBothTimesAreKept() {
        Guest guest = test.guest(Lang.EN);
        done(consents.noteYes(guest.ref(), Purpose.GREETING, mei, HOW));
        assertThat(status(guest, Purpose.GREETING)).isEqualTo(ConsentStatus.PENDING);
        assertThat(tag(guest, Purpose.GREETING)).isInstanceOf(Answer.Refused.class);
        test.clock.move(Duration.ofHours(3));

        done(consents.give(guest.ref(), Purpose.GREETING, HOW));

        List<ConsentEvent> history = done(consents.history(guest.ref()));
        assertThat(history)
                .extracting(event -> event.status() + " " + event.by() + " " + event.byWhom() + " " + event.at())
                .containsExactly(
                        "PENDING CONCIERGE " + test.mei.id() + " " + TestHouse.START,
                        "GIVEN CLIENT  " + TestHouse.START.plus(Duration.ofHours(3)));
        assertThat(tag(guest, Purpose.GREETING)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void houseDoesNotAskAgain_beforeThePauseAfterANoIsOver() {
        Guest guest = test.guest(Lang.EN);
        done(consents.refuse(guest.ref(), Purpose.GREETING, HOW));
        test.clock.move(Duration.ofDays(90).minusMillis(1));
        assertThat(failure(consents.request(guest.ref(), Purpose.GREETING, mei)))
                .isInstanceOfSatisfying(
                        StepRefused.class, refused -> assertThat(refused.rule()).isEqualTo("cool-down"));

        test.clock.move(Duration.ofMillis(1));

        assertThat(done(consents.request(guest.ref(), Purpose.GREETING, mei)).status())
                .isEqualTo(ConsentStatus.REQUESTED);
    }

    @Test
    void askingTooSoon_isAnsweredWithRuleAndRemedy_andSendsNothing() {
        Guest guest = test.guest(Lang.EN, Purpose.GREETING);
        done(consents.withdraw(guest.ref(), Purpose.GREETING, HOW));

        assertThat(done(test.rooms.consentTalk().ask(test.desk(test.mei), guest.client(), Purpose.GREETING)))
                .isEqualTo(new Answer.Refused<>("cool-down", "wait"));
        assertThat(done(test.rooms.conversations().after(guest, 0, 10)).lines()).isEmpty();
    }

    @Test
    void importedContact_isUnknown_andBecomesValidOnlyOverARequest() {
        Guest guest = test.guest(Lang.EN);
        done(consents.imported(guest.ref(), Purpose.SHARING));
        assertThat(status(guest, Purpose.SHARING)).isEqualTo(ConsentStatus.UNKNOWN);
        assertThat(tag(guest, Purpose.SHARING)).isInstanceOf(Answer.Refused.class);

        done(consents.give(guest.ref(), Purpose.SHARING, HOW));

        assertThat(done(consents.history(guest.ref())))
                .extracting(ConsentEvent::status)
                .containsExactly(ConsentStatus.UNKNOWN, ConsentStatus.REQUESTED, ConsentStatus.GIVEN);
    }

    @Test
    void yesThatRanOut_isShutAtOnce_renewableForTheGrace_andItsKeyGoneAfter() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        // Tags live for two years as well, so this one is noted later and outlives the yes.
        test.clock.move(Duration.ofDays(60));
        tag(guest, Purpose.PERSONALISATION);
        Instant end = until(guest, Purpose.PERSONALISATION);
        test.clock.set(end);
        assertThat(status(guest, Purpose.PERSONALISATION)).isEqualTo(ConsentStatus.EXPIRED);
        assertThat(tag(guest, Purpose.PERSONALISATION)).isInstanceOf(Answer.Refused.class);
        assertThat(failure(consents.expire(guest.ref(), Purpose.PERSONALISATION)))
                .isInstanceOf(StepRefused.class);

        assertThat(done(consents.give(guest.ref(), Purpose.PERSONALISATION, HOW))
                        .status())
                .isEqualTo(ConsentStatus.RENEWED);
        assertThat(tags(guest)).hasSize(1);

        test.clock.set(until(guest, Purpose.PERSONALISATION).plus(Duration.ofDays(14)));
        assertThat(done(consents.expire(guest.ref(), Purpose.PERSONALISATION)).by())
                .isEqualTo(Expressed.SCHEDULER);
        assertThat(keys(guest, Purpose.PERSONALISATION)).isNotEmpty().allMatch(WrappedKey::destroyed);
        assertThat(done(consents.give(guest.ref(), Purpose.PERSONALISATION, HOW))
                        .status())
                .isEqualTo(ConsentStatus.GIVEN);
        assertThat(tags(guest)).isEmpty();
    }

    @Test
    void alarm_writesDownWhatIsOver_andLeavesTheRest() {
        Guest over = test.guest(Lang.EN, Purpose.PERSONALISATION);
        tag(over, Purpose.PERSONALISATION);
        Instant end = until(over, Purpose.PERSONALISATION);
        test.clock.set(end);
        Guest fresh = test.guest(Lang.EN, Purpose.PERSONALISATION);
        tag(fresh, Purpose.PERSONALISATION);
        Map<String, Supplier<Future<?>>> rung = new HashMap<>();
        test.wiring.ring(new Alarm() {
            @Override
            public void every(String name, Duration every, Supplier<Future<?>> work) {
                rung.put(name, work);
            }

            @Override
            public void stop() {}
        });

        done(rung.get("consents").get());
        assertThat(keys(over, Purpose.PERSONALISATION)).noneMatch(WrappedKey::destroyed);

        test.clock.set(end.plus(Duration.ofDays(14)));
        done(rung.get("consents").get());
        done(rung.get("consents").get());

        assertThat(done(consents.history(over.ref())))
                .extracting(ConsentEvent::status)
                .containsExactly(ConsentStatus.GIVEN, ConsentStatus.EXPIRED);
        assertThat(keys(over, Purpose.PERSONALISATION)).isNotEmpty().allMatch(WrappedKey::destroyed);
        assertThat(keys(fresh, Purpose.PERSONALISATION)).isNotEmpty().noneMatch(WrappedKey::destroyed);
        assertThat(done(consents.history(fresh.ref()))).hasSize(1);
    }

    @Test
    void renewal_beginsTheTimeAnew_underTheSameKey() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        tag(guest, Purpose.PERSONALISATION);
        Instant first = until(guest, Purpose.PERSONALISATION);
        test.clock.move(Duration.ofDays(100));

        done(consents.renew(guest.ref(), Purpose.PERSONALISATION, HOW));

        assertThat(until(guest, Purpose.PERSONALISATION)).isEqualTo(first.plus(Duration.ofDays(100)));
        assertThat(tags(guest)).hasSize(1);
    }

    @Test
    void changedNotice_shutsWhatItCovered_untilTheClientAgreesToTheNewOne() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        tag(guest, Purpose.PERSONALISATION);

        done(consents.askAnew(guest.ref(), Purpose.PERSONALISATION, test.officer()));

        assertThat(status(guest, Purpose.PERSONALISATION)).isEqualTo(ConsentStatus.REQUESTED);
        assertThat(tags(guest)).isEmpty();
        done(consents.sweep(guest.ref(), Purpose.PERSONALISATION));
        done(consents.give(guest.ref(), Purpose.PERSONALISATION, HOW));
        assertThat(status(guest, Purpose.PERSONALISATION)).isEqualTo(ConsentStatus.RENEWED);
        assertThat(tags(guest)).hasSize(1);
    }

    @Test
    void noToAChangedNotice_destroysTheKeyOfTheOldYes() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        tag(guest, Purpose.PERSONALISATION);
        done(consents.askAnew(guest.ref(), Purpose.PERSONALISATION, test.officer()));

        done(consents.refuse(guest.ref(), Purpose.PERSONALISATION, HOW));

        assertThat(status(guest, Purpose.PERSONALISATION)).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(keys(guest, Purpose.PERSONALISATION)).isNotEmpty().allMatch(WrappedKey::destroyed);
    }

    @Test
    void officer_endsAYesWithAReason_andCannotGiveOne() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION, Purpose.SHARING);
        tag(guest, Purpose.PERSONALISATION);

        ConsentEvent revoked = done(consents.revoke(guest.ref(), Purpose.PERSONALISATION, test.officer(), "complaint"));
        ConsentEvent invalid = done(consents.invalidate(guest.ref(), Purpose.SHARING, test.officer(), "no-proof"));

        assertThat(List.of(revoked, invalid))
                .extracting(e -> e.status() + " " + e.reason() + " " + e.byWhom())
                .containsExactly("REVOKED complaint " + test.officer(), "INVALIDATED no-proof " + test.officer());
        assertThat(keys(guest, Purpose.PERSONALISATION)).isNotEmpty().allMatch(WrappedKey::destroyed);
        assertThat(failure(consents.revoke(guest.ref(), Purpose.SHARING, test.officer(), "complaint")))
                .isInstanceOf(StepRefused.class);
    }

    @Test
    void noToldToTheConcierge_countsAtOnce() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        tag(guest, Purpose.PERSONALISATION);

        done(consents.withdrawTold(guest.ref(), Purpose.PERSONALISATION, mei, HOW));

        assertThat(status(guest, Purpose.PERSONALISATION)).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(keys(guest, Purpose.PERSONALISATION)).isNotEmpty().allMatch(WrappedKey::destroyed);
    }

    @Test
    void pastInstants_areAnsweredAsTheyStoodThen() {
        Guest guest = test.guest(Lang.EN, Purpose.GREETING);
        Instant given = test.clock.instant();
        test.clock.move(Duration.ofDays(10));
        done(consents.withdraw(guest.ref(), Purpose.GREETING, HOW));
        Instant withdrawn = test.clock.instant();

        assertThat(at(guest, given.minusMillis(1))).isEqualTo(ConsentStatus.NONE);
        assertThat(at(guest, given)).isEqualTo(ConsentStatus.GIVEN);
        assertThat(at(guest, withdrawn.minusMillis(1))).isEqualTo(ConsentStatus.GIVEN);
        assertThat(at(guest, withdrawn)).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(at(guest, withdrawn.plus(Duration.ofDays(5000)))).isEqualTo(ConsentStatus.WITHDRAWN);
    }

    @Test
    void legalHold_keepsTheKeyOfAWithdrawnPurpose_shutForAll_untilItIsLifted() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        tag(guest, Purpose.PERSONALISATION);
        Holds holds = test.rooms.holds();
        done(holds.place(guest.ref(), Purpose.PERSONALISATION, test.officer(), "court"));

        done(consents.withdraw(guest.ref(), Purpose.PERSONALISATION, HOW));

        assertThat(keys(guest, Purpose.PERSONALISATION)).isNotEmpty().noneMatch(WrappedKey::destroyed);
        assertThat(tags(guest)).isEmpty();
        assertThat(done(holds.held(guest.ref()))).isTrue();

        done(consents.lift(guest.ref(), Purpose.PERSONALISATION, test.officer(), "over"));

        assertThat(done(holds.held(guest.ref()))).isFalse();
        assertThat(keys(guest, Purpose.PERSONALISATION)).isNotEmpty().allMatch(WrappedKey::destroyed);
        assertThat(done(holds.all(guest.ref(), test.officer())))
                .singleElement()
                .satisfies(hold -> assertThat(hold.held()).isFalse());
    }

    private ConsentStatus at(Guest guest, Instant then) {
        return Optional.ofNullable(done(consents.at(guest.ref(), then)).get(Purpose.GREETING))
                .map(Consents.State::status)
                .orElse(ConsentStatus.NONE);
    }

    private ConsentStatus status(Guest guest, Purpose purpose) {
        return done(consents.status(guest.ref(), purpose));
    }

    private Instant until(Guest guest, Purpose purpose) {
        return done(consents.states(guest.ref())).get(purpose).until().orElseThrow();
    }

    private Answer<?> tag(Guest guest, Purpose purpose) {
        String kind = purpose.equals(Purpose.GREETING) ? "birthday" : "likes";
        String value = purpose.equals(Purpose.GREETING) ? "--05-03" : "tea";
        return done(test.rooms.tagging().tag(test.desk(test.mei), guest.client(), kind, Personal.of(value), purpose));
    }

    private List<Shown> tags(Guest guest) {
        return done(test.rooms.tagging().card(test.desk(test.mei), guest.client()))
                .tags();
    }

    private List<WrappedKey> keys(Guest guest, Purpose purpose) {
        return done(test.stores.keys().dataKeys(guest.pool(), 1, guest.client())).stream()
                .filter(key -> key.purpose().equals(purpose))
                .toList();
    }
}
