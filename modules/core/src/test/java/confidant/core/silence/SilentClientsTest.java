package confidant.core.silence;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import confidant.core.BadRequest;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.SmallHouse;
import confidant.core.TestHouse;
import confidant.core.audit.Auditing;
import confidant.core.erasure.Erasures;
import confidant.core.handover.Offer.Reason;
import confidant.core.silence.Silence.Sign;
import confidant.core.silence.SilentClients.Line;
import confidant.core.silence.SilentClients.Lines;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.LedgerEvent;
import confidant.model.MessageId;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.model.PieceId;
import confidant.model.Purpose;
import confidant.model.ShareId;
import confidant.policy.Jurisdiction.Request;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.ErasureStore.Stage;
import confidant.store.LibraryStore.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Clients who have been silent for years: what officers and the concierge see beforehand, and how they are let go. */
class SilentClientsTest {
    private static final Duration KEPT = Duration.ofDays(730);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MANY = 520;

    private final SmallHouse small = new SmallHouse();
    private final SilentClients silent = small.rooms.silentClients();
    private final OfficerId officer = new OfficerId(new UUID(1, 1));
    private int said;

    @Test
    void client_isListed_andErasedWhenTheirTimeIsOver() {
        Ref gone = small.client();
        small.clock.move(DAY);
        say(gone, "oysters on friday");
        Ref stays = small.client();
        small.clock.move(DAY);
        say(stays, "good morning");
        small.clock.move(KEPT.minus(DAY).minusMillis(1));

        assertThat(due(0).lines()).isEmpty();
        assertThat(due(1).lines()).singleElement().satisfies(line -> {
            assertThat(line.pseudonym()).isEqualTo(small.rooms.auditing().pseudonym(gone.client()));
            assertThat(line.rule()).isEqualTo("scheduler-ends-clients");
            assertThat(line.what()).containsExactly(DataClass.NAME);
            assertThat(line.silence().sign()).isEqualTo(Sign.WROTE);
            assertThat(line.silence().due()).contains(small.house.now().plusMillis(1));
            assertThat(line.keepers()).isEmpty();
            assertThat(line.toString()).doesNotContain("oysters", gone.client().toString());
        });
        assertThat(done(silent.run())).isZero();
        small.clock.move(DAY);

        assertThat(done(silent.run())).isEqualTo(1);

        assertThat(due(0).lines()).isEmpty();
        assertThat(failure(small.rooms.tagging().card(small.desk, gone.client())))
                .isInstanceOf(NotFound.class);
        assertThat(done(small.rooms.tagging().card(small.desk, stays.client())).name())
                .isPresent();
        assertThat(entries("retention")).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo(small.rooms.auditing().pseudonym(gone.client()));
            assertThat(entry.rule()).isEqualTo("scheduler-ends-clients");
            assertThat(entry.classes()).containsExactly("name");
            assertThat(entry.count()).isEqualTo(1);
            assertThat(entry.note()).isEqualTo("silent/730-days");
        });
        assertThat(entries("erasure.stopped")).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(Actor.scheduler());
            assertThat(entry.note()).isEqualTo("keys-destroyed,retention");
        });
        done(small.rooms.erasures().finish());
        assertThat(done(small.rooms.erasures().certificates(officer, "audit")))
                .extracting(Erasures.Listed::certificate)
                .singleElement()
                .satisfies(certificate -> {
                    assertThat(certificate.timeOver()).isTrue();
                    assertThat(certificate.stage()).isEqualTo(Stage.FINAL);
                });
    }

    @Test
    void addresses_goAlong_andTheirOwnerIsAStrangerAfterwards() {
        TestHouse test = new TestHouse();
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e1", "hello")));
        Ref gone = test.lineClient("U1");
        test.clock.move(KEPT);

        assertThat(done(test.rooms.silentClients().due(officer, "audit", test.house.now(), ""))
                        .lines())
                .extracting(Line::what)
                .containsExactly(List.of(DataClass.NAME, DataClass.ADDRESS));
        assertThat(done(test.rooms.silentClients().run())).isEqualTo(1);

        assertThat(done(test.stores.clients().addresses(gone.pool(), gone.client())))
                .isEmpty();
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e2", "hello again")));
        assertThat(test.lineClient("U1")).isNotEqualTo(gone);
    }

    @Test
    void yes_keepsAClient_untilItCanBeRenewedNoMore_andNoStepIsWrittenForThem() {
        Ref client = small.client(Purpose.TRIP);
        small.clock.move(KEPT);
        Duration grace = small.house.policy().asking().grace();

        assertThat(due(0).lines()).singleElement().satisfies(line -> {
            assertThat(line.keepers()).containsExactly(Keeper.CONSENT);
            assertThat(line.silence().due()).contains(small.house.now().plus(grace));
        });
        assertThat(done(silent.run())).isZero();
        small.clock.move(grace);
        assertThat(done(silent.run())).as("its end is not written yet").isZero();
        done(small.rooms.consents().expire(client, Purpose.TRIP));
        small.clock.move(DAY);
        List<ConsentEvent> before = done(small.rooms.consents().history(client));

        assertThat(done(silent.run())).isEqualTo(1);

        assertThat(done(small.rooms.consents().history(client))).isEqualTo(before);
        assertThat(before).last().extracting(ConsentEvent::status).isEqualTo(ConsentStatus.EXPIRED);
    }

    @Test
    void whateverIsOpen_keepsAClient_andIsNamed() {
        Ref held = small.client();
        Ref asks = small.client();
        Ref complains = small.client();
        Ref waits = small.client();
        Ref shared = small.client();
        Ref free = small.client();
        small.clock.move(KEPT.minus(Duration.ofHours(1)));
        done(small.rooms.holds().place(held, Purpose.SERVICE, officer, "court"));
        done(small.rooms.requests().ask(guest(asks), UUID.randomUUID(), Request.ACCESS, Personal.of("what of me")));
        done(small.rooms.complaints().complain(guest(complains), "c1", Personal.of("too late")));
        done(small.rooms.handovers().offer(small.desk, waits.client(), Reason.LEAVE));
        done(small.memory
                .library()
                .putShare(
                        new Share(
                                new ShareId(UUID.randomUUID()),
                                small.desk.pool(),
                                new PieceId(UUID.randomUUID()),
                                Purpose.SHARING,
                                small.desk.concierge(),
                                small.house.now(),
                                1,
                                false),
                        List.of(shared.client())));
        small.clock.move(Duration.ofHours(1));

        assertThat(due(0).lines())
                .extracting(Line::pseudonym, Line::keepers)
                .contains(
                        row(held, Keeper.HOLD),
                        row(asks, Keeper.REQUEST),
                        row(complains, Keeper.COMPLAINT),
                        row(shared, Keeper.SHARE),
                        row(free))
                .hasSize(6);
        assertThat(due(0).lines())
                .filteredOn(line -> line.pseudonym().equals(pseudonym(waits)))
                .singleElement()
                .satisfies(line -> assertThat(line.keepers()).contains(Keeper.HANDOVER));
        assertThat(done(silent.run())).isEqualTo(1);
        assertThat(clients())
                .containsExactlyInAnyOrder(
                        held.client(), asks.client(), complains.client(), waits.client(), shared.client());
    }

    @Test
    void messageThatHasNotLeft_keepsAClient() {
        TestHouse test = new TestHouse();
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e1", "hello")));
        Ref client = test.lineClient("U1");
        test.clock.move(KEPT);
        StoredMessage words =
                done(test.stores.conversations().after(client, 0, 1)).get(0);
        done(test.stores
                .conversations()
                .append(
                        client,
                        new NewMessage(
                                MessageId.random(),
                                Author.CONCIERGE,
                                Channel.LINE,
                                Purpose.SERVICE,
                                "text",
                                "",
                                test.house.now(),
                                words.text(),
                                List.of(),
                                true,
                                test.house.now().plus(DAY),
                                OptionalLong.empty())));

        assertThat(done(test.rooms.silentClients().due(officer, "audit", test.house.now(), ""))
                        .lines())
                .extracting(Line::keepers)
                .containsExactly(Set.of(Keeper.MESSAGE));
        assertThat(done(test.rooms.silentClients().run())).isZero();
    }

    @Test
    void concierge_isToldAMonthBefore_bySilenceAndConsentsAlone() {
        Ref client = small.client();
        Ref other = small.client();
        small.clock.move(KEPT.minus(SilentClients.AHEAD).minusMillis(1));
        assertThat(done(silent.ahead(client))).isEmpty();
        small.clock.move(Duration.ofMillis(1));
        done(small.rooms.complaints().complain(guest(other), "c1", Personal.of("too late")));

        assertThat(done(silent.ahead(client)).orElseThrow().due())
                .contains(small.house.now().plus(SilentClients.AHEAD));
        assertThat(done(silent.ahead(other))).isEqualTo(done(silent.ahead(client)));
        say(client, "still here");
        assertThat(done(silent.ahead(client))).isEmpty();
        assertThat(done(silent.ahead(new Ref(client.pool(), ClientId.random()))))
                .isEmpty();
    }

    @Test
    void manyAreListedPageByPage_andLetGoRingByRing() {
        for (int i = 0; i < MANY; i++) {
            small.client();
        }
        small.clock.move(KEPT);
        Set<String> seen = new HashSet<>();
        int looked = 0;
        String cursor = "";
        do {
            Lines page = done(silent.due(officer, "audit", small.house.now(), cursor));
            page.lines().forEach(line -> seen.add(line.pseudonym()));
            looked += page.looked();
            cursor = page.next();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(MANY);
        assertThat(looked).isEqualTo(MANY);

        assertThat(done(silent.run())).isEqualTo(500);
        assertThat(done(silent.run())).isEqualTo(MANY - 500);
        small.clock.move(KEPT.multipliedBy(2));
        assertThat(clients()).isEmpty();
    }

    @Test
    void sweep_isDoneOnceADay() {
        small.client();
        small.clock.move(KEPT);
        assertThat(done(silent.run())).isEqualTo(1);
        Ref late = small.client();
        small.clock.move(KEPT);
        assertThat(done(silent.run())).isEqualTo(1);
        assertThat(done(silent.run())).isZero();
        assertThat(clients()).doesNotContain(late.client());
    }

    @Test
    void questionIsAsked_withAReason_andItsCursorIsOurs() {
        assertThat(failure(silent.due(officer, "curiosity", small.house.now(), "")))
                .isInstanceOf(BadRequest.class);
        for (String odd : List.of("x", "x.y", UUID.randomUUID() + ".")) {
            assertThat(failure(silent.due(officer, "audit", small.house.now(), odd)))
                    .isInstanceOf(BadRequest.class);
        }
    }

    private Tuple row(Ref client, Keeper... keepers) {
        return tuple(pseudonym(client), Set.of(keepers));
    }

    private String pseudonym(Ref client) {
        return small.rooms.auditing().pseudonym(client.client());
    }

    private static Guest guest(Ref client) {
        return new Guest(client.pool(), client.client());
    }

    private Lines due(int days) {
        return done(silent.due(officer, "audit", small.house.now().plus(Duration.ofDays(days)), ""));
    }

    private void say(Ref client, String text) {
        done(small.rooms.reception().say(guest(client), "message-" + ++said, Personal.of(text)));
    }

    private List<ClientId> clients() {
        List<ClientId> found = new ArrayList<>();
        done(small.memory.clients().ids(small.desk.pool(), found::addAll));
        return found;
    }

    private List<LedgerEvent> entries(String event) {
        while (done(small.rooms.auditing().sequence()) > 0) {
            // until all that waits is in
        }
        Auditing.Filter filter =
                new Auditing.Filter(Optional.of(event), Optional.empty(), Optional.empty(), Optional.empty());
        return done(small.rooms.auditing().entries(officer, "audit", filter, "", 100)).entries().stream()
                .map(Auditing.Entry::event)
                .toList();
    }
}
