package confidant.core.consent;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.TestHouse;
import confidant.core.audit.Auditing.Filter;
import confidant.core.conversation.Conversations.Line;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.KeyStore.WrappedKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What officers do with consents of somebody they know by pseudonym only. */
class OfficerStepsTest {
    private final TestHouse test = new TestHouse();
    private final OfficerSteps steps = test.rooms.officerSteps();
    private final OfficerId officer = test.officer();

    @Test
    void revoking_endsAYesWithItsKey_andLeavesAnEntry() {
        Guest guest = noted();

        ConsentEvent step = done(steps.revoke(officer, pseudonym(guest), Purpose.PERSONALISATION, "authority"));

        assertThat(step.status() + " " + step.reason()).isEqualTo("REVOKED authority");
        assertThat(keys(guest)).isNotEmpty().allMatch(WrappedKey::destroyed);
        assertThat(entries("consent", guest)).contains("officer revoked/console/authority");
        assertThat(failure(steps.revoke(officer, pseudonym(guest), Purpose.PERSONALISATION, "authority")))
                .isInstanceOfSatisfying(
                        StepRefused.class, refused -> assertThat(refused.rule()).isEqualTo("nothing-given"));
    }

    @Test
    void revoking_keepsTheKeyUnderAHold_andOpensNothing_untilItIsLifted() {
        Guest guest = noted();
        String pseudonym = pseudonym(guest);
        done(steps.place(officer, pseudonym, Purpose.PERSONALISATION, "court"));

        done(steps.revoke(officer, pseudonym, Purpose.PERSONALISATION, "minor"));
        assertThat(keys(guest)).isNotEmpty().noneMatch(WrappedKey::destroyed);
        assertThat(done(test.rooms.tagging().card(test.desk(test.mei), guest.client()))
                        .tags())
                .isEmpty();
        assertThat(done(steps.holds(officer, "audit", Optional.empty())))
                .singleElement()
                .satisfies(laid -> {
                    assertThat(laid.pseudonym()).isEqualTo(pseudonym);
                    assertThat(laid.hold().reason() + laid.hold().lifted()).isEqualTo("court");
                });

        done(steps.lift(officer, pseudonym, Purpose.PERSONALISATION, "over"));

        assertThat(keys(guest)).isNotEmpty().allMatch(WrappedKey::destroyed);
        assertThat(done(steps.holds(officer, "audit", Optional.empty()))).isEmpty();
        assertThat(done(steps.holds(officer, "audit", Optional.of(pseudonym))))
                .singleElement()
                .satisfies(laid -> {
                    assertThat(laid.hold().held()).isFalse();
                    assertThat(laid.hold().reason() + " " + laid.hold().lifted())
                            .isEqualTo("court over");
                });
        assertThat(entries("hold", guest)).containsExactly("officer lifted/over", "officer placed/court");
    }

    @Test
    void invalidating_alsoEndsAYesThatWasOnlySaidAloud() {
        Guest guest = test.guest(Lang.EN);
        done(test.rooms.consentTalk().saidYes(test.desk(test.mei), guest.client(), Purpose.SHARING));

        assertThat(done(steps.invalidate(officer, pseudonym(guest), Purpose.SHARING, "no-proof"))
                        .status())
                .isEqualTo(ConsentStatus.INVALIDATED);
    }

    @Test
    void askingAnew_putsTheQuestionIntoTheChatOnce_andAYesGoesOnWithWhatWasNoted() {
        Guest guest = noted();

        done(steps.askAnew(officer, pseudonym(guest), Purpose.PERSONALISATION));
        done(steps.askAnew(officer, pseudonym(guest), Purpose.PERSONALISATION));

        List<Line> lines = done(test.rooms.conversations().after(guest, 0, 10)).lines();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("consent-request");
            assertThat(line.text().orElseThrow().reveal()).contains("has changed", "we ask you anew");
        });
        assertThat(done(test.rooms.tagging().card(test.desk(test.mei), guest.client()))
                        .tags())
                .isEmpty();
        done(test.rooms.reception().say(guest, "m1", Personal.of("I agree")));
        assertThat(done(test.rooms.tagging().card(test.desk(test.mei), guest.client()))
                        .tags())
                .hasSize(1);
    }

    @Test
    void hold_isLiftedAlsoFromSomebodyWhoWasErased() {
        Guest guest = noted();
        String pseudonym = pseudonym(guest);
        done(steps.place(officer, pseudonym, Purpose.PERSONALISATION, "claim"));
        done(test.rooms.erasures().erase(guest.ref(), guest.actor()));

        assertThat(done(steps.holds(officer, "audit", Optional.of(pseudonym)))).hasSize(1);
        assertThat(done(steps.lift(officer, pseudonym, Purpose.PERSONALISATION, "mistake"))
                        .hold()
                        .held())
                .isFalse();
        assertThat(keys(guest)).allMatch(WrappedKey::destroyed);
        assertThat(failure(steps.place(officer, pseudonym, Purpose.PERSONALISATION, "claim")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void step_isRefused_whereThereIsNothingToTakeItOn() {
        Guest guest = noted();
        String one = pseudonym(guest);
        Purpose purpose = Purpose.PERSONALISATION;

        assertThat(failure(steps.revoke(officer, one, purpose, "because"))).isInstanceOf(BadRequest.class);
        assertThat(failure(steps.revoke(officer, one, Purpose.SERVICE, "minor")))
                .isInstanceOf(BadRequest.class);
        assertThat(failure(steps.invalidate(officer, one, Purpose.GREETING, "minor")))
                .isInstanceOf(StepRefused.class);
        assertThat(failure(steps.askAnew(officer, one, Purpose.GREETING))).isInstanceOf(StepRefused.class);
        assertThat(failure(steps.place(officer, one, purpose, "because"))).isInstanceOf(BadRequest.class);
        assertThat(failure(steps.lift(officer, one, purpose, "over"))).isInstanceOf(Conflict.class);
        assertThat(failure(steps.holds(officer, "because", Optional.empty()))).isInstanceOf(BadRequest.class);
        String nobody = "nobody-of-this-house";
        assertThat(failure(steps.revoke(officer, nobody, purpose, "minor"))).isInstanceOf(NotFound.class);
        assertThat(failure(steps.place(officer, nobody, purpose, "claim"))).isInstanceOf(NotFound.class);
        assertThat(failure(steps.lift(officer, nobody, purpose, "over"))).isInstanceOf(NotFound.class);
        assertThat(failure(steps.holds(officer, "audit", Optional.of(nobody)))).isInstanceOf(NotFound.class);
        done(steps.place(officer, one, purpose, "claim"));
        assertThat(failure(steps.lift(officer, one, purpose, "because"))).isInstanceOf(BadRequest.class);
        assertThat(keys(guest)).isNotEmpty().noneMatch(WrappedKey::destroyed);
    }

    private Guest noted() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        done(test.rooms
                .tagging()
                .tag(test.desk(test.mei), guest.client(), "likes", Personal.of("oolong tea"), Purpose.PERSONALISATION));
        return guest;
    }

    private String pseudonym(Guest guest) {
        return test.rooms.auditing().pseudonym(guest.client());
    }

    private List<WrappedKey> keys(Guest guest) {
        return done(test.stores.keys().dataKeys(guest.pool(), 1, guest.client())).stream()
                .filter(key -> key.purpose().equals(Purpose.PERSONALISATION))
                .toList();
    }

    private List<String> entries(String event, Guest guest) {
        done(test.rooms.auditing().sequence());
        Filter filter =
                new Filter(Optional.of(event), Optional.of(pseudonym(guest)), Optional.empty(), Optional.empty());
        return done(test.rooms.auditing().entries(officer, "audit", filter, "", 10)).entries().stream()
                .map(entry -> entry.event().actor().role().word() + " "
                        + entry.event().note())
                .toList();
    }
}
