package confidant.core.handover;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.consent.StepRefused;
import confidant.core.handover.Offer.Reason;
import confidant.model.Lang;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hand-over to another concierge: the offer, and the client's choice. */
class HandoversTest extends HandoverHouse {
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
}
