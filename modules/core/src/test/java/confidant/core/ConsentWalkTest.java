package confidant.core;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.consent.ConsentBook;
import confidant.core.consent.Consents.Given;
import confidant.core.conversation.Conversations.Line;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.keys.Keys;
import confidant.core.port.Advisor.Spotted;
import confidant.core.privacy.PrivacyDesk.Letter;
import confidant.core.tagging.Tagging;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.policy.Act;
import confidant.store.KeyStore.WrappedKey;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsentWalkTest {
    private final TestHouse test = new TestHouse(new TestHouse.NoAdvice() {
        @Override
        public List<Spotted> spot(Personal<String> text, Lang lang, Instant now) {
            return text.reveal().contains("oolong")
                    ? List.of(new Spotted("likes", Personal.of("oolong tea"), 0.8))
                    : List.of();
        }
    });

    @Test
    void tag_isRefusedWithRuleAndRemedy_whenThePurposeIsNotAgreedTo() {
        Guest guest = test.guest(Lang.EN);

        Answer<Tag> answer = tag(guest, "birthday", "1994-05-03", Purpose.GREETING);

        assertThat(answer).isEqualTo(new Answer.Refused<Tag>("consent-needed", "ask-consent"));
    }

    @Test
    void tag_isShownAsBluntlyAsItsPurposeNeeds() {
        Guest guest = test.guest(Lang.EN, Purpose.GREETING, Purpose.PERSONALISATION);
        tag(guest, "birthday", "1994-05-03", Purpose.GREETING);
        tag(guest, "birthday", "1994-05-03", Purpose.PERSONALISATION);

        Tagging.Card card = done(test.rooms.tagging().card(test.desk(test.mei), guest.client()));

        assertThat(card.tags())
                .extracting(tag -> tag.purpose() + " " + tag.precision() + " "
                        + tag.value().orElseThrow().reveal())
                .containsExactlyInAnyOrder("greeting GENERAL --05-03", "personalisation GENERAL 30-39");
        assertThat(card.occasions()).hasSize(1);
    }

    @Test
    void sensitiveTag_isRefused_whateverTheClientAgreedTo() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION, Purpose.SHARING);

        Answer<Tag> answer = tag(guest, "health", "asthma", Purpose.PERSONALISATION);

        assertThat(answer).isEqualTo(new Answer.Refused<Tag>("special-never", "none"));
    }

    @Test
    void askingForConsent_sendsTheRequestIntoTheChat_andYesLetsTheTagBeNoted() {
        Guest guest = test.guest(Lang.EN);
        value(test.rooms.consentTalk().ask(test.desk(test.mei), guest.client(), Purpose.GREETING));
        Line request =
                done(test.rooms.conversations().after(guest, 0, 10)).lines().get(0);
        assertThat(request.kind()).isEqualTo("consent-request");
        assertThat(request.ref()).isEqualTo("greeting");

        done(test.rooms.privacy().consent(guest, Purpose.GREETING, true, "chat-request", ""));

        assertThat(tag(guest, "birthday", "--05-03", Purpose.GREETING)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void withdrawal_destroysOnePurposesKeyAndLeavesTheOthers() {
        Guest guest = test.guest(Lang.EN, Purpose.GREETING, Purpose.PERSONALISATION);
        tag(guest, "birthday", "1994-05-03", Purpose.GREETING);
        tag(guest, "likes", "oolong tea", Purpose.PERSONALISATION);

        done(test.rooms.privacy().consent(guest, Purpose.GREETING, false, "privacy-page", ""));

        List<WrappedKey> keys = done(test.stores.keys().dataKeys(guest.pool(), 1, guest.client()));
        assertThat(keys)
                .filteredOn(key -> key.purpose().equals(Purpose.GREETING))
                .isNotEmpty()
                .allMatch(WrappedKey::destroyed);
        assertThat(keys)
                .filteredOn(key -> key.purpose().equals(Purpose.PERSONALISATION))
                .noneMatch(WrappedKey::destroyed);
        Tagging.Card card = done(test.rooms.tagging().card(test.desk(test.mei), guest.client()));
        assertThat(card.tags()).extracting(Tagging.Shown::kind).containsExactly("likes");
        assertThat(card.unreadable()).containsExactly(Purpose.GREETING);
    }

    @Test
    void agreeingAgain_makesANewKey_andBringsNothingOldBack() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        tag(guest, "likes", "oolong tea", Purpose.PERSONALISATION);
        done(test.rooms.privacy().consent(guest, Purpose.PERSONALISATION, false, "privacy-page", ""));
        done(test.rooms.privacy().consent(guest, Purpose.PERSONALISATION, true, "privacy-page", ""));

        assertThat(done(test.rooms.tagging().card(test.desk(test.mei), guest.client()))
                        .tags())
                .isEmpty();
        assertThat(tag(guest, "likes", "jazz", Purpose.PERSONALISATION)).isInstanceOf(Answer.Done.class);
        assertThat(done(test.rooms.tagging().card(test.desk(test.mei), guest.client()))
                        .tags())
                .extracting(tag -> tag.value().orElseThrow().reveal())
                .containsExactly("jazz");
    }

    @Test
    void agreeingAgain_bringsNothingOldBack_whereTheWithdrawalWasCutOffBeforeItsKeyWasGone() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        tag(guest, "likes", "oolong tea", Purpose.PERSONALISATION);
        // Only the step of consent is stored, as when the process dies right after it.
        ConsentEvent cutOff = new ConsentEvent(
                guest.client(),
                Purpose.PERSONALISATION,
                2,
                ConsentStatus.WITHDRAWN,
                test.clock.instant(),
                Optional.empty(),
                ConsentEvent.Expressed.CLIENT,
                "privacy-page",
                "",
                Optional.empty());
        assertThat(done(test.stores.consents().append(guest.pool(), cutOff))).isTrue();
        done(test.rooms.privacy().consent(guest, Purpose.PERSONALISATION, true, "privacy-page", ""));

        assertThat(done(test.rooms.tagging().card(test.desk(test.mei), guest.client()))
                        .tags())
                .isEmpty();
        assertThat(tag(guest, "likes", "jazz", Purpose.PERSONALISATION)).isInstanceOf(Answer.Done.class);
        done(test.rooms.consents().sweep(guest.ref(), Purpose.PERSONALISATION));

        List<WrappedKey> keys = done(test.stores.keys().dataKeys(guest.pool(), 1, guest.client()));
        assertThat(keys)
                .filteredOn(key -> key.purpose().equals(Purpose.PERSONALISATION))
                .extracting(key -> key.keyNo() + " " + key.destroyed())
                // What stands below a destroyed number is destroyed with it.
                .contains("2 true", "3 false");
        Keys fresh = new Keys(test.house);
        Pass old = new Gate(test.house, new ConsentBook(test.stores.consents()), fresh)
                .decide(
                        test.desk(test.mei).actor(),
                        Act.READ,
                        new DataClass("likes"),
                        Purpose.PERSONALISATION,
                        guest.ref(),
                        ConsentStatus.GIVEN,
                        1,
                        test.clock.instant())
                .match(pass -> pass, refused -> {
                    throw new AssertionError(refused.rule());
                });
        assertThat(done(fresh.forOpening(old, 1))).isEmpty();
        assertThat(done(test.rooms.tagging().card(test.desk(test.mei), guest.client()))
                        .tags())
                .hasSize(1);
    }

    @Test
    void stop_withdrawsMarketingPurposesOnly_beforeTheMessageIsAcknowledged() {
        Guest guest = test.guest(Lang.ZH_HANT, Purpose.GREETING, Purpose.SHARING, Purpose.PERSONALISATION);

        done(test.rooms.reception().say(guest, "m1", Personal.of("退訂")));

        assertThat(status(guest, Purpose.GREETING)).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(status(guest, Purpose.SHARING)).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(status(guest, Purpose.PERSONALISATION)).isEqualTo(ConsentStatus.GIVEN);
        assertThat(done(test.rooms.conversations().after(guest, 0, 10)).lines()).hasSize(2);
    }

    @Test
    void aMessageThatOnlyContainsTheWord_staysAMessage() {
        Guest guest = test.guest(Lang.EN, Purpose.GREETING);

        done(test.rooms.reception().say(guest, "m1", Personal.of("please stop by on Friday")));

        assertThat(status(guest, Purpose.GREETING)).isEqualTo(ConsentStatus.GIVEN);
    }

    @Test
    void privacyWord_answersWithWhatIsKnownAndALink() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        tag(guest, "likes", "oolong tea", Purpose.PERSONALISATION);

        done(test.rooms.reception().say(guest, "m1", Personal.of("Privacy")));

        String answer = done(test.rooms.conversations().after(guest, 0, 10))
                .lines()
                .get(1)
                .text()
                .orElseThrow()
                .reveal();
        assertThat(answer).contains("oolong tea").contains("https://house.example/privacy#t=");
    }

    @Test
    void proposal_isNoTagUntilAccepted_andIsKeptOnlyUnderAgreedPurposes() {
        Guest with = test.guest(Lang.EN, Purpose.PERSONALISATION);
        Guest without = test.guest(Lang.EN);
        done(test.rooms.reception().say(with, "m1", Personal.of("I love oolong")));
        done(test.rooms.reception().say(without, "m1", Personal.of("I love oolong")));

        Tagging.Card card = done(test.rooms.tagging().card(test.desk(test.mei), with.client()));
        assertThat(card.tags()).isEmpty();
        assertThat(card.proposals()).hasSize(1).allMatch(p -> p.evidence() == 1);
        assertThat(done(test.rooms.tagging().card(test.desk(test.mei), without.client()))
                        .proposals())
                .isEmpty();

        value(test.rooms
                .tagging()
                .accept(
                        test.desk(test.mei),
                        with.client(),
                        card.proposals().get(0).id()));

        Tagging.Card after = done(test.rooms.tagging().card(test.desk(test.mei), with.client()));
        assertThat(after.proposals()).isEmpty();
        assertThat(after.tags())
                .hasSize(1)
                .allMatch(t -> t.precision() == Precision.EXACT && t.source().equals("assistant"));
        assertThat(failure(test.rooms
                        .tagging()
                        .accept(
                                test.desk(test.mei),
                                with.client(),
                                card.proposals().get(0).id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void letter_saysWhatIsKnownAndWhoLooked() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        tag(guest, "likes", "oolong tea", Purpose.PERSONALISATION);
        done(test.rooms.tagging().card(test.desk(test.mei), guest.client()));
        done(test.rooms.auditing().sequence());

        Letter letter = done(test.rooms.privacy().letter(guest));

        assertThat(letter.parts())
                .filteredOn(part -> part.purpose().purpose().equals(Purpose.PERSONALISATION))
                .singleElement()
                .satisfies(part -> assertThat(part.tags()).hasSize(1));
        assertThat(letter.looks())
                .anyMatch(
                        look -> look.who().equals("concierge") && look.purpose().equals("personalisation"));
        assertThat(letter.receipts()).hasSize(1);
    }

    @Test
    void queuedSend_isDropped_whenItsPurposeIsWithdrawnBeforeItLeaves() {
        Guest guest = test.guest(Lang.EN, Purpose.SHARING);
        done(test.rooms
                .consents()
                .withdraw(guest.ref(), Purpose.SHARING, new Given("privacy-page", "", Optional.empty())));

        assertThat(tag(guest, "likes", "tea", Purpose.SHARING))
                .isEqualTo(new Answer.Refused<Tag>("consent-needed", "ask-consent"));
    }

    private Answer<Tag> tag(Guest guest, String kind, String value, Purpose purpose) {
        return done(test.rooms.tagging().tag(test.desk(test.mei), guest.client(), kind, Personal.of(value), purpose));
    }

    private ConsentStatus status(Guest guest, Purpose purpose) {
        return done(test.rooms.consents().status(guest.ref(), purpose));
    }

    private static <T> T value(Future<Answer<T>> answer) {
        return done(answer).match(value -> value, refused -> {
            throw new AssertionError("refused by " + refused.rule());
        });
    }
}
