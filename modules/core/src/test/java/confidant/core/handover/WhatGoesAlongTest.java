package confidant.core.handover;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.assist.Assisting.Brief;
import confidant.core.handover.Offer.Reason;
import confidant.core.people.Wish;
import confidant.core.reception.Reception.Admission;
import confidant.model.Author;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.ErasureStore.Stage;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What goes along in a hand-over, what stays behind, and what becomes of either side. */
class WhatGoesAlongTest extends HandoverHouse {
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
}
