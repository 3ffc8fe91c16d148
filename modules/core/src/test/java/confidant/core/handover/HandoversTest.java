package confidant.core.handover;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.TestHouse;
import confidant.core.assist.Assisting.Brief;
import confidant.core.audit.Auditing.Filter;
import confidant.core.consent.StepRefused;
import confidant.core.handover.Offer.Reason;
import confidant.core.people.Wish;
import confidant.core.reception.Reception.Admission;
import confidant.core.tagging.Tagging.Shown;
import confidant.model.Author;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.LedgerEvent;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.ErasureStore.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hand-over to another concierge: only by the client's choice, and only what they chose. */
class HandoversTest {
    private final TestHouse test = new TestHouse();
    private final Handovers handovers = test.rooms.handovers();
    private final Desk mei = test.desk(test.mei);
    private final Desk sophie = test.desk(test.sophie);

    @Test
    void offer_isSaidOnce_namesTheOthers_andStandsInTheLedger() {
        Guest guest = test.guest(Lang.EN);

        done(handovers.offer(mei, guest.client(), Reason.LEAVING));
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));

        assertThat(notices(guest))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "mei (test) is leaving",
                                "sophie (test)",
                                "https://house.example/privacy#t=",
                                "&go=handover"));
        assertThat(lines("handover.offered")).singleElement().satisfies(line -> {
            assertThat(line.note()).isEqualTo("leaving");
            assertThat(line.actor().id()).isEqualTo(test.mei.id().toString());
        });
        assertThat(done(handovers.view(mei, guest.client()))
                        .offer()
                        .orElseThrow()
                        .state())
                .isEqualTo(Offer.State.OPEN);
    }

    @Test
    void linkToTheClientsPage_isWholeForTheClientOnly() {
        Guest guest = offered();
        String seen = done(test.rooms.conversations().after(mei, guest.client(), 0, 100))
                .match(page -> page.lines().get(0).text().orElseThrow().reveal(), refused -> {
                    throw new AssertionError(refused.rule());
                });
        assertThat(seen).contains("https://house.example/privacy#t=…&go=handover");
        assertThat(notices(guest).get(0)).containsPattern("/privacy#t=[A-Za-z0-9_-]{40,}&go=handover");
    }

    @Test
    void offer_ofAnotherPoolsClient_isAsOfNobodys() {
        Guest guest = test.guest(Lang.EN);
        assertThat(failure(handovers.offer(sophie, guest.client(), Reason.LEAVE)))
                .isInstanceOf(NotFound.class);
        assertThat(failure(handovers.view(sophie, guest.client()))).isInstanceOf(NotFound.class);
        assertThat(notices(guest)).isEmpty();
    }

    @Test
    void withoutAChoice_oneReminderComes_thenNothingGoes_andBothAreTold() {
        Guest guest = tagged(Purpose.PERSONALISATION);
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        for (int hour = 0; hour < 23; hour++) {
            test.clock.move(Duration.ofHours(1));
            done(handovers.run());
        }
        assertThat(notices(guest)).hasSize(2);
        test.clock.move(Duration.ofHours(2));
        done(handovers.run());
        done(handovers.run());

        assertThat(notices(guest)).hasSize(3).last().asString().contains("nothing was handed over");
        assertThat(notices(guest).get(1)).startsWith("One reminder");
        assertThat(lines("handover.lapsed"))
                .singleElement()
                .satisfies(line -> assertThat(line.note()).isEqualTo("no-choice"));
        assertThat(done(handovers.view(mei, guest.client()))
                        .offer()
                        .orElseThrow()
                        .state())
                .isEqualTo(Offer.State.LAPSED);
        assertThat(done(test.stores.clients().successor(guest.ref()))).isEmpty();
        assertThat(tags(mei, guest)).hasSize(1);
        assertThat(failure(handovers.choose(guest, Optional.of("sophie"), Set.of(), true, true)))
                .isInstanceOf(Conflict.class);
        assertThat(failure(handovers.offer(mei, guest.client(), Reason.LEAVE))).isInstanceOf(StepRefused.class);
    }

    @Test
    void reminder_waitsForTheMorning() {
        Guest guest = test.guest(Lang.EN);
        // Offered at 10 in Taipei; 18 hours later it is 4 in the night.
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        test.clock.move(Duration.ofHours(18));
        done(handovers.run());
        assertThat(notices(guest)).hasSize(1);
        test.clock.move(Duration.ofHours(5));
        done(handovers.run());
        assertThat(notices(guest)).hasSize(2);
    }

    @Test
    void reminder_doesNotComeToOneWhoHasChosen() {
        Guest guest = offered();
        done(handovers.choose(guest, Optional.empty(), Set.of(), false, false));
        test.clock.move(Duration.ofHours(23).plusMinutes(30));
        done(handovers.run());
        assertThat(notices(guest)).hasSize(1);
    }

    @Test
    void chosenPurposes_goAlong_andNothingElse() {
        Guest guest = tagged(Purpose.PERSONALISATION, Purpose.SHARING);
        say(guest, "my door code is 1234");
        say(guest, "just between us: I am in love");
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));

        done(handovers.choose(guest, Optional.of("sophie"), Set.of(Purpose.PERSONALISATION), false, true));
        Ref next = settled(guest);

        assertThat(next.pool()).isEqualTo(test.sophie.pool());
        assertThat(next.client()).isNotEqualTo(guest.client());
        assertThat(done(test.rooms.tagging().card(sophie, next.client())).tags())
                .singleElement()
                .satisfies(tag -> {
                    assertThat(tag.purpose()).isEqualTo(Purpose.PERSONALISATION);
                    assertThat(tag.value().orElseThrow().reveal()).isEqualTo("tea");
                });
        assertThat(status(next, Purpose.PERSONALISATION)).isEqualTo(ConsentStatus.GIVEN);
        assertThat(status(next, Purpose.SHARING)).isEqualTo(ConsentStatus.DEFERRED);
        assertThat(status(next, Purpose.CONFIDENCE)).isEqualTo(ConsentStatus.NONE);
        assertThat(done(test.rooms.consents().history(next)))
                .filteredOn(event -> event.status() == ConsentStatus.GIVEN)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.method()).isEqualTo("handover");
                    assertThat(event.by()).isEqualTo(ConsentEvent.Expressed.CLIENT);
                    assertThat(event.noticeHash()).isNotEmpty();
                });
        // The conversation begins with what came along; nothing that was said before is in it.
        assertThat(messages(next))
                .singleElement()
                .satisfies(message -> assertThat(message.author()).isEqualTo(Author.HOUSE));
        assertThat(texts(next).get(0)).contains("From now on sophie (test) looks after you");
    }

    @Test
    void oldSide_isClosed_andItsKeysAreGone() {
        Guest guest = tagged(Purpose.PERSONALISATION);
        say(guest, "just between us: I am in love");
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(), false, true));
        Ref next = settled(guest);

        assertThat(failure(test.rooms.tagging().card(mei, guest.client()))).isInstanceOf(NotFound.class);
        assertThat(done(test.rooms.erasures().certificate(guest.ref()))).isPresent();
        assertThat(status(guest.ref(), Purpose.PERSONALISATION)).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(status(guest.ref(), Purpose.CONFIDENCE)).isEqualTo(ConsentStatus.WITHDRAWN);
        Handovers.AtDesk there = done(handovers.view(mei, guest.client()));
        assertThat(there.offer().orElseThrow().state()).isEqualTo(Offer.State.DONE);
        assertThat(there.to()).contains("sophie (test)");
        assertThat(done(handovers.view(sophie, next.client())).from()).contains("mei (test)");
        assertThat(lines("handover.done")).hasSize(2);
        assertThat(lines("handover.chosen"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.note()).isEqualTo("to:" + test.sophie.pool() + ",purposes:none,words:no"));
    }

    @Test
    void words_goAlongIfChosen_butNotWhatIsBetweenUs() {
        Guest guest = test.guest(Lang.EN);
        say(guest, "my door code is 1234");
        say(guest, "just between us: I am in love");
        done(test.rooms.conversations().reply(mei, guest.client(), "k-1", Personal.of("Noted, thank you.")));
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(), true, true));
        Ref next = settled(guest);

        assertThat(texts(next)).contains("my door code is 1234", "Noted, thank you.");
        assertThat(String.join(" ", texts(next))).doesNotContain("in love");
        assertThat(messages(next)).extracting(StoredMessage::purpose).containsOnly(Purpose.SERVICE);
        Brief brief = done(test.rooms.assisting().brief(sophie, next.client())).match(known -> known, refused -> {
            throw new AssertionError(refused.rule());
        });
        assertThat(brief.lastWords().orElseThrow().reveal()).isEqualTo("Noted, thank you.");
    }

    @Test
    void choice_mayBeChanged_andIsCarriedOutAtTheEnd() {
        Guest guest = tagged(Purpose.PERSONALISATION);
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(Purpose.PERSONALISATION), true, false));
        test.clock.move(Duration.ofHours(20));
        done(handovers.run());
        assertThat(done(test.stores.clients().successor(guest.ref()))).isEmpty();
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(), false, false));
        assertThat(lines("handover.chosen")).isNotEmpty();
        test.clock.move(Duration.ofHours(5));
        Ref next = settled(guest);

        assertThat(tags(sophie, next)).isEmpty();
    }

    @Test
    void staying_leavesAllAsItIs() {
        Guest guest = tagged(Purpose.PERSONALISATION);
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(Purpose.PERSONALISATION), true, false));
        done(handovers.choose(guest, Optional.empty(), Set.of(), false, false));
        test.clock.move(Duration.ofHours(25));
        done(handovers.run());

        assertThat(done(handovers.view(mei, guest.client()))
                        .offer()
                        .orElseThrow()
                        .state())
                .isEqualTo(Offer.State.STAYED);
        assertThat(tags(mei, guest)).hasSize(1);
        assertThat(done(handovers.view(guest))).isEmpty();
        assertThat(lines("handover.lapsed")).isEmpty();
    }

    @Test
    void purposeWithdrawnAfterTheChoice_staysBehind() {
        Guest guest = tagged(Purpose.PERSONALISATION);
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(Purpose.PERSONALISATION), false, false));
        done(test.rooms.privacy().consent(guest, Purpose.PERSONALISATION, false, "privacy-page", ""));
        test.clock.move(Duration.ofHours(25));
        Ref next = settled(guest);

        assertThat(tags(sophie, next)).isEmpty();
        assertThat(status(next, Purpose.PERSONALISATION)).isEqualTo(ConsentStatus.REFUSED);
    }

    @Test
    void choice_ofNobodyOrOfWhatDoesNotStand_isRefused() {
        Guest guest = offered();
        assertThat(failure(handovers.choose(guest, Optional.of("nobody"), Set.of(), false, true)))
                .isInstanceOf(NotFound.class);
        assertThat(failure(handovers.choose(guest, Optional.of("mei"), Set.of(), false, true)))
                .isInstanceOf(NotFound.class);
        for (Purpose purpose : List.of(Purpose.SERVICE, Purpose.GREETING, Purpose.CONFIDENCE)) {
            assertThat(failure(handovers.choose(guest, Optional.of("sophie"), Set.of(purpose), false, true)))
                    .isInstanceOf(BadRequest.class);
        }
        assertThat(done(handovers.view(guest)).orElseThrow().offer().choice()).isEmpty();
        assertThat(failure(handovers.choose(test.guest(Lang.EN), Optional.of("sophie"), Set.of(), false, true)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void nextMessageOverLine_reachesTheNext_andAnOldOneThatComesAgainDoesNotDouble() {
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e1", "my door code is 1234")));
        Ref old = test.lineClient("U1");
        Guest guest = new Guest(old.pool(), old.client());
        done(handovers.offer(mei, old.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(), false, true));
        Ref next = settled(guest);

        assertThat(test.lineClient("U1")).isEqualTo(next);
        assertThat(done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e1", "my door code is 1234")))
                        .what())
                .isEqualTo(Admission.DUPLICATE);
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e2", "good morning")));
        assertThat(texts(next)).contains("good morning").doesNotContain("my door code is 1234");
        assertThat(messages(next))
                .filteredOn(message -> message.author() == Author.CLIENT)
                .hasSize(1);
        done(test.rooms.conversations().reply(sophie, next.client(), "k-1", Personal.of("Good morning!")));
        done(test.wiring.sweep());
        assertThat(test.line.sent.get(test.line.sent.size() - 1).text().reveal())
                .isEqualTo("Good morning!");
    }

    @Test
    void sessionOfTheWebChat_andAnOldLink_leadToTheNext() {
        Guest guest = offered();
        String chat = done(test.rooms.sessions().chat(guest)).token();
        String link = done(test.rooms.privacy().link(guest));
        String token = link.substring(link.indexOf("#t=") + 3);
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(), false, true));
        Ref next = settled(guest);

        assertThat(done(test.rooms.sessions().find(chat, "chat")).orElseThrow().guest())
                .contains(new Guest(next.pool(), next.client()));
        assertThat(done(test.rooms.sessions().privacy(token))
                        .orElseThrow()
                        .who()
                        .guest())
                .contains(new Guest(next.pool(), next.client()));
    }

    @Test
    void whatIsSaidWhileTheOldSideIsBeingLeft_goesAlong() {
        Guest guest = offered();
        say(guest, "before");
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(), false, true));
        // A server that does not know yet still lets them in on the old side.
        say(guest, "in between");
        Ref next = settled(guest);

        assertThat(texts(next)).contains("in between").doesNotContain("before");
    }

    @Test
    void wishesAndANo_goAlong_andWhatIsSaidAnewIsNotUndone() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION, Purpose.SHARING);
        done(test.rooms.privacy().consent(guest, Purpose.SHARING, false, "privacy-page", ""));
        done(test.rooms
                .wishes()
                .change(
                        guest.ref(),
                        wish -> wish.paused(Optional.of(test.clock.instant().plus(Duration.ofDays(9))))));
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(Purpose.PERSONALISATION), false, true));
        Ref next = done(test.stores.clients().successor(guest.ref())).orElseThrow();
        assertThat(done(test.rooms.wishes().of(next)).pausedUntil()).isPresent();
        assertThat(status(next, Purpose.SHARING)).isEqualTo(ConsentStatus.REFUSED);

        done(test.rooms.wishes().change(next, wish -> Wish.NONE));
        Guest there = new Guest(next.pool(), next.client());
        done(test.rooms.privacy().consent(there, Purpose.PERSONALISATION, false, "privacy-page", ""));
        settled(guest);
        assertThat(done(test.rooms.wishes().of(next))).isEqualTo(Wish.NONE);
        assertThat(status(next, Purpose.PERSONALISATION)).isEqualTo(ConsentStatus.WITHDRAWN);
    }

    @Test
    void signalOfTheBrowser_doesNotUndoWhatWasChosenAfterIt() {
        Guest guest = test.guest(Lang.EN);
        done(test.rooms.signals().gpc(guest));
        done(test.rooms.privacy().consent(guest, Purpose.SHARING, true, "privacy-page", ""));
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(Purpose.SHARING), false, true));
        Ref next = settled(guest);
        int said = messages(next).size();
        done(test.rooms.signals().gpc(new Guest(next.pool(), next.client())));

        assertThat(status(next, Purpose.SHARING)).isEqualTo(ConsentStatus.GIVEN);
        assertThat(status(next, Purpose.GREETING)).isEqualTo(ConsentStatus.REFUSED);
        assertThat(messages(next)).hasSize(said);
    }

    @Test
    void whoErasesEverything_isErasedOnBothSides() {
        Guest guest = tagged(Purpose.PERSONALISATION);
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(Purpose.PERSONALISATION), true, true));
        Ref next = done(test.stores.clients().successor(guest.ref())).orElseThrow();
        done(test.rooms.erasures().erase(guest.ref(), guest.actor()));
        test.clock.move(Duration.ofMinutes(1));
        done(handovers.run());

        assertThat(done(test.rooms.erasures().certificate(next))).isPresent();
        assertThat(failure(test.rooms.tagging().card(sophie, next.client()))).isInstanceOf(NotFound.class);
        assertThat(lines("handover.done")).isEmpty();
        assertThat(lines("handover.lapsed"))
                .singleElement()
                .satisfies(line -> assertThat(line.note()).isEqualTo("erased"));
    }

    @Test
    void legalHold_keepsWhatIsHeldOnTheOldSide_andTheClientGoesAllTheSame() {
        Guest guest = tagged(Purpose.PERSONALISATION);
        done(test.rooms.holds().place(guest.ref(), Purpose.PERSONALISATION, test.officer(), "claim"));
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(Purpose.PERSONALISATION), false, true));
        Ref next = settled(guest);

        assertThat(tags(sophie, next)).hasSize(1);
        assertThat(done(test.rooms.erasures().certificate(guest.ref()))
                        .orElseThrow()
                        .stage())
                .isEqualTo(Stage.BEGUN);
        done(test.rooms.consents().lift(guest.ref(), Purpose.PERSONALISATION, test.officer(), "over"));
        done(test.rooms.erasures().seal());
        assertThat(done(test.rooms.erasures().certificate(guest.ref()))
                        .orElseThrow()
                        .stage())
                .isNotEqualTo(Stage.BEGUN);
        assertThat(tags(sophie, next)).hasSize(1);
    }

    @Test
    void nextConcierge_mayHandOverToo() {
        Guest guest = tagged(Purpose.PERSONALISATION);
        String chat = done(test.rooms.sessions().chat(guest)).token();
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(Purpose.PERSONALISATION), false, true));
        Ref next = settled(guest);
        Guest there = new Guest(next.pool(), next.client());
        done(handovers.offer(sophie, next.client(), Reason.LEAVE));
        done(handovers.choose(there, Optional.of("mei"), Set.of(Purpose.PERSONALISATION), false, true));
        Ref last = settled(there);

        assertThat(last.pool()).isEqualTo(test.mei.pool());
        assertThat(tags(mei, last)).hasSize(1);
        assertThat(done(test.rooms.sessions().find(chat, "chat")).orElseThrow().guest())
                .contains(new Guest(last.pool(), last.client()));
    }

    private Guest offered() {
        Guest guest = test.guest(Lang.EN);
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        return guest;
    }

    private Guest tagged(Purpose... purposes) {
        Guest guest = test.guest(Lang.EN, purposes);
        done(test.rooms.tagging().tag(mei, guest.client(), "likes", Personal.of("tea"), Purpose.PERSONALISATION));
        return guest;
    }

    private void say(Guest guest, String text) {
        done(test.rooms.reception().say(guest, "m-" + text.hashCode(), Personal.of(text)));
    }

    /** Lets everything of a hand-over happen, and tells who the client is after it. */
    private Ref settled(Guest guest) {
        done(handovers.run());
        test.clock.move(Duration.ofSeconds(11));
        done(handovers.run());
        assertThat(done(test.stores.papers().open("handover"))).isEmpty();
        return done(test.stores.clients().successor(guest.ref())).orElseThrow();
    }

    private List<StoredMessage> messages(Ref client) {
        return done(test.stores.conversations().after(client, 0, 100));
    }

    private List<String> texts(Ref client) {
        return done(test.rooms.conversations().after(new Guest(client.pool(), client.client()), 0, 100))
                .lines()
                .stream()
                .map(line -> line.text().orElseThrow().reveal())
                .toList();
    }

    private List<String> notices(Guest guest) {
        return done(test.rooms.conversations().after(guest, 0, 100)).lines().stream()
                .filter(line -> line.kind().equals("notice"))
                .map(line -> line.text().orElseThrow().reveal())
                .toList();
    }

    private List<Shown> tags(Desk desk, Guest guest) {
        return tags(desk, guest.ref());
    }

    private List<Shown> tags(Desk desk, Ref client) {
        return done(test.rooms.tagging().card(desk, client.client())).tags();
    }

    private ConsentStatus status(Ref client, Purpose purpose) {
        return done(test.rooms.consents().status(client, purpose));
    }

    private List<LedgerEvent> lines(String event) {
        done(test.rooms.auditing().sequence());
        Filter filter = new Filter(Optional.of(event), Optional.empty(), Optional.empty(), Optional.empty());
        List<LedgerEvent> found = new ArrayList<>();
        String cursor = "";
        do {
            var page = done(test.rooms.auditing().entries(test.officer(), "audit", filter, cursor, 100));
            page.entries().forEach(entry -> found.add(entry.event()));
            cursor = page.next();
        } while (!cursor.isEmpty());
        return found;
    }
}
