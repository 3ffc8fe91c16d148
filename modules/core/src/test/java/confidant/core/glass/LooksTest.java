package confidant.core.glass;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.TestHouse;
import confidant.core.audit.Auditing.Filter;
import confidant.core.consent.Consents.Given;
import confidant.core.glass.Looks.Exact;
import confidant.core.glass.Looks.Wanted;
import confidant.core.handover.Offer;
import confidant.core.tagging.Tagging.Shown;
import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.LedgerEvent;
import confidant.model.Personal;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.store.GlassStore.Look;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Breaking glass: one class, one purpose, a quarter of an hour, and nobody unaware of it. */
class LooksTest {
    private static final DataClass BIRTHDAY = new DataClass("birthday");

    private final TestHouse test = new TestHouse();
    private final Looks looks = test.rooms.looks();
    private final LookReviews reviews = test.rooms.lookReviews();
    private final Desk mei = test.desk(test.mei);
    private final Desk sophie = test.desk(test.sophie);

    private Guest born() {
        Guest guest = test.guest(Lang.EN, Purpose.GREETING, Purpose.PERSONALISATION);
        done(test.rooms.tagging().tag(mei, guest.client(), "birthday", Personal.of("1990-03-14"), Purpose.GREETING));
        done(test.rooms.tagging().tag(mei, guest.client(), "anniversary", Personal.of("2015-06-01"), Purpose.GREETING));
        return guest;
    }

    private static Wanted wanted(DataClass what, Purpose purpose, String reason) {
        return new Wanted(UUID.randomUUID(), what, purpose, reason, Personal.of("the airline asks for the year"));
    }

    private static Wanted birthday() {
        return wanted(BIRTHDAY, Purpose.GREETING, "booking");
    }

    private Look begun(Guest guest) {
        return value(done(looks.begin(mei, guest.client(), birthday())));
    }

    private static <T> T value(Answer<T> answer) {
        return answer.match(value -> value, refused -> {
            throw new AssertionError(refused.rule());
        });
    }

    private static <T> String refusal(Answer<T> answer) {
        return answer.match(value -> "done", Answer.Refused::rule);
    }

    private List<String> read(Guest guest, Look look) {
        return value(done(looks.read(mei, guest.client(), look.id()))).tags().stream()
                .map(Exact::value)
                .map(Personal::reveal)
                .toList();
    }

    private List<LedgerEvent> lines(String event) {
        done(test.rooms.auditing().sequence());
        return done(test.rooms
                        .auditing()
                        .entries(
                                test.officer(),
                                "audit",
                                new Filter(Optional.of(event), Optional.empty(), Optional.empty(), Optional.empty()),
                                "",
                                100))
                .entries()
                .stream()
                .map(entry -> entry.event())
                .toList();
    }

    private List<String> notices(Guest guest) {
        return done(test.rooms.conversations().after(guest, 0, 100)).lines().stream()
                .filter(line -> line.kind().equals("notice"))
                .map(line -> line.text().orElseThrow().reveal())
                .toList();
    }

    @Test
    void look_showsTheYear_tellsTheClient_andLeavesALineForEachReading() {
        Guest guest = born();
        Look look = begun(guest);

        assertThat(notices(guest))
                .singleElement()
                .asString()
                .contains("mei (test) can see your \"Birthday\" exactly", "until 10:15", "a booking", "complaint:");
        assertThat(read(guest, look)).containsExactly("1990-03-14");
        assertThat(read(guest, look)).hasSize(1);

        assertThat(lines("glass.begun")).singleElement().satisfies(line -> {
            assertThat(line.rule()).isEqualTo("concierge-breaks-glass");
            assertThat(line.note()).isEqualTo("booking");
            assertThat(line.classes()).containsExactly("birthday");
        });
        assertThat(lines("glass.read")).hasSize(2).allSatisfy(line -> {
            assertThat(line.precision()).isEqualTo(Precision.EXACT);
            assertThat(line.actor()).isEqualTo(mei.actor());
        });
        assertThat(done(test.rooms.privacy().letter(guest)).looks())
                .filteredOn(one -> one.rule().equals("concierge-breaks-glass"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.who()).isEqualTo(Actor.Role.CONCIERGE.word()));
        assertThat(done(looks.view(mei, guest.client())).left()).isEqualTo(9);
        assertThat(done(looks.view(mei, guest.client())).standing())
                .singleElement()
                .satisfies(one -> assertThat(one.readings()).isEqualTo(2));
    }

    @Test
    void look_isCountedByDay_amongWhatStandsOut() {
        Guest guest = born();
        read(guest, begun(guest));
        begun(guest);
        done(test.rooms.auditing().sequence());
        Instant now = test.clock.instant();
        assertThat(done(test.rooms
                                .conduct()
                                .look(test.officer(), "audit", now.minusSeconds(60), now.plusSeconds(60), ""))
                        .rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.glass()).isEqualTo(2);
                    assertThat(row.reads()).isEqualTo(1);
                    assertThat(row.clients()).isEqualTo(1);
                });
    }

    @Test
    void card_staysBlunt_whileALookStands() {
        Guest guest = born();
        begun(guest);
        assertThat(done(test.rooms.tagging().card(mei, guest.client())).tags())
                .filteredOn(tag -> tag.kind().equals("birthday"))
                .extracting(Shown::precision)
                .containsExactly(Precision.GENERAL);
    }

    @Test
    void look_isOver_afterAQuarterOfAnHour() {
        Guest guest = born();
        Look look = begun(guest);
        test.clock.move(Duration.ofMinutes(15).minusMillis(1));
        assertThat(read(guest, look)).hasSize(1);
        test.clock.move(Duration.ofMillis(1));

        assertThat(failure(looks.read(mei, guest.client(), look.id()))).isInstanceOf(LookOver.class);
        assertThat(done(looks.view(mei, guest.client())).standing()).isEmpty();
        assertThat(lines("glass.read")).hasSize(1);
    }

    @Test
    void look_isOver_whenItIsHidden() {
        Guest guest = born();
        Look look = begun(guest);
        done(looks.end(mei, guest.client(), look.id()));
        done(looks.end(mei, guest.client(), look.id()));

        assertThat(failure(looks.read(mei, guest.client(), look.id()))).isInstanceOf(LookOver.class);
        assertThat(lines("glass.ended")).hasSize(1);
    }

    @Test
    void look_endsAtOnce_whenThePurposeIsWithdrawn_andStaysEndedAfterANewYes() {
        Guest guest = born();
        Look look = begun(guest);
        Given by = new Given("privacy-page", "", Optional.empty());
        done(test.rooms.consents().withdraw(guest.ref(), Purpose.GREETING, by));

        assertThat(done(test.stores.glass().look(guest.pool(), guest.client(), look.id()))
                        .orElseThrow()
                        .why())
                .isEqualTo("withdrawn");
        assertThat(failure(looks.read(mei, guest.client(), look.id()))).isInstanceOf(LookOver.class);
        assertThat(refusal(done(looks.begin(mei, guest.client(), birthday())))).isEqualTo("consent-needed");

        done(test.rooms.consents().give(guest.ref(), Purpose.GREETING, by));
        assertThat(failure(looks.read(mei, guest.client(), look.id()))).isInstanceOf(LookOver.class);
    }

    @Test
    void look_isRefused_whereNothingIsToBeSeenExactly() {
        Guest guest = born();
        assertThat(refusal(done(
                        looks.begin(mei, guest.client(), wanted(new DataClass("special"), Purpose.SERVICE, "danger")))))
                .isEqualTo("special-never");
        assertThat(refusal(done(looks.begin(
                        mei, guest.client(), wanted(DataClass.CONFIDENCE, new Purpose("confidence"), "danger")))))
                .isEqualTo("private-between-us");
        assertThat(refusal(done(looks.begin(mei, guest.client(), wanted(DataClass.CONSENT, Purpose.LEGAL, "demand")))))
                .isEqualTo("default-deny");
        assertThat(failure(looks.begin(
                        mei, guest.client(), wanted(new DataClass("anniversary"), Purpose.GREETING, "booking"))))
                .as("shown as it is")
                .isInstanceOf(BadRequest.class);
        assertThat(failure(looks.begin(mei, guest.client(), wanted(BIRTHDAY, Purpose.GREETING, "curious"))))
                .isInstanceOf(BadRequest.class);
        Wanted silent = new Wanted(UUID.randomUUID(), BIRTHDAY, Purpose.GREETING, "danger", Personal.of(" "));
        assertThat(failure(looks.begin(mei, guest.client(), silent))).isInstanceOf(BadRequest.class);

        assertThat(notices(guest)).isEmpty();
        assertThat(lines("glass.begun")).isEmpty();
        assertThat(lines("glass.refused")).hasSize(3);
    }

    @Test
    void look_ofAnotherPoolsClient_isAsOfNobodys() {
        Guest guest = born();
        Look look = begun(guest);
        assertThat(failure(looks.begin(sophie, guest.client(), birthday()))).isInstanceOf(NotFound.class);
        assertThat(failure(looks.read(sophie, guest.client(), look.id()))).isInstanceOf(NotFound.class);
        assertThat(failure(looks.end(sophie, guest.client(), look.id()))).isInstanceOf(NotFound.class);
        assertThat(failure(looks.view(sophie, guest.client()))).isInstanceOf(NotFound.class);
    }

    @Test
    void look_beginsOnce_howeverOftenItIsAskedFor() {
        Guest guest = born();
        Wanted wanted = birthday();
        Look first = value(done(looks.begin(mei, guest.client(), wanted)));
        test.clock.move(Duration.ofMinutes(5));

        assertThat(value(done(looks.begin(mei, guest.client(), wanted)))).isEqualTo(first);

        assertThat(notices(guest)).hasSize(1);
        assertThat(done(looks.view(mei, guest.client())).left()).isEqualTo(9);
        Wanted other = new Wanted(wanted.id(), BIRTHDAY, Purpose.PERSONALISATION, "danger", wanted.words());
        assertThat(failure(looks.begin(mei, guest.client(), other))).isInstanceOf(BadRequest.class);
    }

    @Test
    void firstReading_tellsTheClient_whereBeginningBrokeOffBeforeThat() {
        Guest guest = born();
        Look look = begun(guest);
        Look cut = new Look(
                UUID.randomUUID(),
                look.pool(),
                look.client(),
                look.concierge(),
                look.what(),
                look.purpose(),
                1,
                look.reason(),
                look.words(),
                look.begun(),
                look.ends(),
                0,
                Optional.empty(),
                "",
                Optional.empty());
        done(test.stores.glass().put(cut));
        assertThat(notices(guest)).hasSize(1);

        assertThat(read(guest, cut)).hasSize(1);
        assertThat(notices(guest)).hasSize(2);
        assertThat(read(guest, cut)).hasSize(1);
        assertThat(notices(guest)).hasSize(2);
    }

    @Test
    void looks_areTenADay() {
        Guest guest = born();
        for (int i = 0; i < 10; i++) {
            begun(guest);
        }
        Answer<Look> more = done(looks.begin(mei, guest.client(), birthday()));
        assertThat(refusal(more)).isEqualTo("glass-limit");
        String remedy = more.match(look -> "", Answer.Refused::remedy);
        assertThat(remedy).isEqualTo("wait");
        assertThat(notices(guest)).hasSize(10);

        test.clock.move(Duration.ofDays(1));
        begun(guest);
    }

    @Test
    void officer_reviewsOnce_andReadsTheStatementByARuleOfItsOwn() {
        Guest guest = born();
        Look look = begun(guest);
        assertThat(new String(look.words().orElseThrow().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("airline");
        read(guest, look);
        LookReviews.Row row = done(reviews.list(test.officer(), "audit")).get(0);
        assertThat(row.look().readings()).isEqualTo(1);
        assertThat(row.stands()).isTrue();

        assertThat(done(reviews.statement(test.officer(), row.id())).map(Personal::reveal))
                .contains("the airline asks for the year");
        done(reviews.review(test.officer(), row.id(), false));

        assertThat(failure(reviews.review(test.officer(), row.id(), true))).isInstanceOf(Conflict.class);
        assertThat(done(reviews.list(test.officer(), "audit")))
                .singleElement()
                .satisfies(one -> assertThat(one.look().review().orElseThrow().justified())
                        .isFalse());
        assertThat(lines("glass.stated"))
                .singleElement()
                .satisfies(line -> assertThat(line.rule()).isEqualTo("officer-reads-statement"));
        assertThat(lines("glass.reviewed"))
                .singleElement()
                .satisfies(line -> assertThat(line.note()).isEqualTo("not-justified"));
        assertThat(failure(reviews.statement(test.officer(), "nobody.x"))).isInstanceOf(NotFound.class);
    }

    @Test
    void officer_seesTheUnreviewedFirst() {
        Guest guest = born();
        Look first = begun(guest);
        test.clock.move(Duration.ofDays(120));
        Look second = begun(guest);
        test.clock.move(Duration.ofMinutes(1));
        Look third = begun(guest);
        List<LookReviews.Row> rows = done(reviews.list(test.officer(), "audit"));
        assertThat(rows).extracting(row -> row.look().id()).containsExactly(first.id(), second.id(), third.id());

        done(reviews.review(test.officer(), rows.get(1).id(), true));

        assertThat(done(reviews.list(test.officer(), "audit")))
                .extracting(row -> row.look().id())
                .containsExactly(first.id(), third.id(), second.id());
    }

    @Test
    void erasure_endsLooks_andTakesTheStatementsAway() {
        Guest guest = born();
        Look look = begun(guest);
        done(test.rooms.erasures().erase(guest.ref(), guest.actor()));

        Look left = done(test.stores.glass().look(guest.pool(), guest.client(), look.id()))
                .orElseThrow();
        assertThat(left.words()).isEmpty();
        assertThat(left.stands(test.house.now())).isFalse();
        assertThat(failure(looks.read(mei, guest.client(), look.id()))).isInstanceOf(NotFound.class);
        LookReviews.Row row = done(reviews.list(test.officer(), "audit")).get(0);
        assertThat(done(reviews.statement(test.officer(), row.id()))).isEmpty();
        assertThat(done(reviews.review(test.officer(), row.id(), true)).look().review())
                .isPresent();
    }

    @Test
    void handOver_endsLooks_andTakesTheStatementsAway() {
        Guest guest = born();
        Look look = begun(guest);
        done(test.rooms.handovers().offer(mei, guest.client(), Offer.Reason.LEAVING));
        done(test.rooms.handovers().choose(guest, Optional.of("sophie"), Set.of(Purpose.GREETING), false, true));
        for (int i = 0; i < 5; i++) {
            test.clock.move(Duration.ofSeconds(11));
            done(test.rooms.handovers().run());
        }

        Look left = done(test.stores.glass().look(guest.pool(), guest.client(), look.id()))
                .orElseThrow();
        assertThat(left.words()).isEmpty();
        assertThat(left.stands(test.house.now())).isFalse();
        assertThat(failure(looks.read(mei, guest.client(), look.id()))).isInstanceOf(NotFound.class);
        assertThat(failure(looks.read(sophie, guest.client(), look.id()))).isInstanceOf(NotFound.class);
    }

    @Test
    void anotherNode_readsByTheSameLook() {
        Guest guest = born();
        Look look = begun(guest);
        TestHouse other = new TestHouse(Optional.of(test), "node-2", new TestHouse.NoAdvice());
        other.clock.move(Duration.between(TestHouse.START, test.clock.instant()));
        assertThat(value(done(other.rooms.looks().read(mei, guest.client(), look.id())))
                        .look()
                        .readings())
                .isEqualTo(1);
        assertThat(read(guest, look)).hasSize(1);
    }
}
