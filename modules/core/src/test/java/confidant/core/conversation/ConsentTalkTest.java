package confidant.core.conversation;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.TestHouse;
import confidant.core.audit.Auditing.Filter;
import confidant.core.consent.Consents.Given;
import confidant.core.conversation.Conversations.Accepted;
import confidant.core.conversation.Conversations.Line;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.store.ConversationStore.Ref;
import confidant.store.KeyStore.WrappedKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a client told their concierge aloud: a yes waits for its confirmation, a no does not. */
class ConsentTalkTest {
    private static final Given HOW = new Given("test", "", Optional.empty());

    private final TestHouse test = new TestHouse();
    private final Desk mei = test.desk(test.mei);
    private final ConsentTalk talk = test.rooms.consentTalk();

    @Test
    void yes_isConfirmedInTheWebChat_andBothTimesAreKept() {
        Guest guest = test.guest(Lang.EN);
        assertThat(done(talk.saidYes(mei, guest.client(), Purpose.GREETING))).isInstanceOf(Answer.Done.class);
        assertThat(status(guest)).isEqualTo(ConsentStatus.PENDING);
        assertThat(tag(guest)).isEqualTo(new Answer.Refused<Tag>("consent-needed", "ask-consent"));
        Line question = lines(guest).get(0);
        assertThat(question.kind() + " " + question.ref()).isEqualTo("consent-request greeting");
        assertThat(question.text().orElseThrow().reveal()).contains("aloud", "counts only once you confirm");
        test.clock.move(Duration.ofHours(3));

        done(test.rooms.reception().say(guest, "m1", Personal.of("I agree")));

        assertThat(steps(guest))
                .containsExactly(
                        "PENDING CONCIERGE aloud " + TestHouse.START,
                        "GIVEN CLIENT chat-word " + TestHouse.START.plus(Duration.ofHours(3)));
        assertThat(done(test.rooms.consents().history(guest.ref())).get(1).evidence())
                .isPresent();
        assertThat(tag(guest)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void yes_isConfirmedOverLine() {
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e1", "您好")));
        Ref ref = test.lineClient("U1");
        Guest guest = new Guest(ref.pool(), ref.client());
        done(talk.saidYes(mei, guest.client(), Purpose.GREETING));
        String question = test.line.sent.get(test.line.sent.size() - 1).text().reveal();
        assertThat(question).contains("口頭", "確認才算數", "同意 ");

        String yes = question.replaceAll(".*請回覆「(同意 [^」]+)」.*", "$1");
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e2", yes)));

        assertThat(steps(guest)).element(1).asString().startsWith("GIVEN CLIENT chat-word");
    }

    @Test
    void yes_isConfirmedOrDeniedOnThePrivacyPage() {
        Guest guest = test.guest(Lang.EN);
        done(talk.saidYes(mei, guest.client(), Purpose.GREETING));
        done(talk.saidYes(mei, guest.client(), Purpose.SHARING));

        done(test.rooms.reception().say(guest, "m1", Personal.of("privacy")));
        List<Line> said = lines(guest);
        assertThat(said.get(said.size() - 1).text().orElseThrow().reveal())
                .contains("agreed aloud, for you to confirm");

        done(test.rooms.privacy().consent(guest, Purpose.GREETING, true, "privacy-page", ""));
        done(test.rooms.privacy().consent(guest, Purpose.SHARING, false, "privacy-page", ""));

        assertThat(status(guest)).isEqualTo(ConsentStatus.GIVEN);
        assertThat(done(test.rooms.consents().status(guest.ref(), Purpose.SHARING)))
                .isEqualTo(ConsentStatus.REFUSED);
    }

    @Test
    void yes_isNoConfirmation_whereSomethingElseWasSaidSince() {
        Guest guest = test.guest(Lang.EN);
        done(talk.saidYes(mei, guest.client(), Purpose.GREETING));
        done(test.rooms.conversations().reply(mei, guest.client(), "reply-0001", Personal.of("A table at eight?")));

        done(test.rooms.reception().say(guest, "m1", Personal.of("I agree")));

        assertThat(status(guest)).isEqualTo(ConsentStatus.PENDING);
    }

    @Test
    void yes_asksOnce_howeverOftenItIsNoted() {
        Guest guest = test.guest(Lang.EN);
        Accepted first = accepted(done(talk.saidYes(mei, guest.client(), Purpose.GREETING)));

        Accepted again = accepted(done(talk.saidYes(mei, guest.client(), Purpose.GREETING)));

        assertThat(again.duplicate()).isTrue();
        assertThat(again.seq()).isEqualTo(first.seq());
        assertThat(lines(guest)).hasSize(1);
        assertThat(steps(guest)).hasSize(1);
    }

    @Test
    void yes_isRefusedWithRuleAndRemedy_andWritesNothing() {
        Guest given = test.guest(Lang.EN, Purpose.GREETING);
        assertThat(done(talk.saidYes(mei, given.client(), Purpose.GREETING)))
                .isEqualTo(new Answer.Refused<>("already-given", "none"));
        Guest imported = test.guest(Lang.EN);
        done(test.rooms.consents().imported(imported.ref(), Purpose.GREETING));
        assertThat(done(talk.saidYes(mei, imported.client(), Purpose.GREETING)))
                .isEqualTo(new Answer.Refused<>("ask-first", "ask-consent"));
        Guest declined = test.guest(Lang.EN);
        done(test.rooms.consents().refuse(declined.ref(), Purpose.GREETING, HOW));
        assertThat(done(talk.saidYes(mei, declined.client(), Purpose.GREETING)))
                .isEqualTo(new Answer.Refused<>("ask-first", "client-says"));
        test.clock.move(Duration.ofDays(90));
        assertThat(done(talk.saidYes(mei, declined.client(), Purpose.GREETING)))
                .isEqualTo(new Answer.Refused<>("ask-first", "ask-consent"));

        for (Guest guest : List.of(given, imported, declined)) {
            assertThat(lines(guest)).isEmpty();
        }
        assertThat(failure(talk.saidYes(mei, given.client(), Purpose.SERVICE))).isInstanceOf(BadRequest.class);
        assertThat(failure(talk.saidYes(mei, given.client(), Purpose.CONFIDENCE)))
                .isInstanceOf(BadRequest.class);
        assertThat(failure(talk.saidYes(test.desk(test.sophie), given.client(), Purpose.GREETING)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void no_countsAtOnce_andTheClientIsToldOnce() {
        Guest guest = test.guest(Lang.EN, Purpose.GREETING);
        tag(guest);

        done(talk.saidNo(mei, guest.client(), Purpose.GREETING));
        assertThat(done(talk.saidNo(mei, guest.client(), Purpose.GREETING)).status())
                .isEqualTo(ConsentStatus.WITHDRAWN);

        assertThat(steps(guest)).hasSize(2).element(1).asString().startsWith("WITHDRAWN CONCIERGE aloud");
        assertThat(done(test.stores.keys().dataKeys(guest.pool(), 1, guest.client())))
                .filteredOn(key -> key.purpose().equals(Purpose.GREETING))
                .isNotEmpty()
                .allMatch(WrappedKey::destroyed);
        assertThat(lines(guest)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("notice");
            assertThat(line.text().orElseThrow().reveal()).contains("aloud", "it is done");
        });
        done(test.rooms.auditing().sequence());
        assertThat(done(test.rooms
                                .auditing()
                                .entries(
                                        test.officer(),
                                        "audit",
                                        new Filter(
                                                Optional.of("consent"),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty()),
                                        "",
                                        10))
                        .entries())
                .extracting(entry -> entry.event().actor().role().word() + " "
                        + entry.event().note())
                .contains("concierge withdrawn/aloud");
    }

    @Test
    void no_tellsNothingNew_whereTheClientSaidItThemselves() {
        Guest guest = test.guest(Lang.EN, Purpose.GREETING);
        done(test.rooms.privacy().consent(guest, Purpose.GREETING, false, "privacy-page", ""));

        done(talk.saidNo(mei, guest.client(), Purpose.GREETING));

        assertThat(lines(guest)).isEmpty();
        assertThat(failure(talk.saidNo(mei, guest.client(), Purpose.LEGAL))).isInstanceOf(BadRequest.class);
        assertThat(failure(talk.saidNo(test.desk(test.sophie), guest.client(), Purpose.GREETING)))
                .isInstanceOf(NotFound.class);
    }

    private static Accepted accepted(Answer<Accepted> answer) {
        return answer.match(done -> done, refused -> {
            throw new AssertionError(refused.rule());
        });
    }

    private List<Line> lines(Guest guest) {
        return done(test.rooms.conversations().after(guest, 0, 50)).lines();
    }

    private List<String> steps(Guest guest) {
        return done(test.rooms.consents().history(guest.ref())).stream()
                .map(event -> event.status() + " " + event.by() + " " + event.method() + " " + event.at())
                .toList();
    }

    private ConsentStatus status(Guest guest) {
        return done(test.rooms.consents().status(guest.ref(), Purpose.GREETING));
    }

    private Answer<Tag> tag(Guest guest) {
        return done(
                test.rooms.tagging().tag(mei, guest.client(), "birthday", Personal.of("1994-05-03"), Purpose.GREETING));
    }
}
