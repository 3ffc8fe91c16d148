package confidant.core.privacy;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.TestHouse;
import confidant.core.consent.ConsentBook;
import confidant.core.gate.Gate;
import confidant.core.keys.Keys;
import confidant.core.people.Directory;
import confidant.core.people.Reach;
import confidant.core.people.Wish;
import confidant.core.people.Wishes;
import confidant.core.pool.Segment;
import confidant.core.port.Courier;
import confidant.core.sharing.Sharing.NewPiece;
import confidant.model.Channel;
import confidant.model.ConsentStatus;
import confidant.model.Delivery;
import confidant.model.Lang;
import confidant.model.PieceId;
import confidant.model.Purpose;
import confidant.policy.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What clients wish of greetings and shares is kept to, and their browser's signal too. */
class WishesTest {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    // Ten in the morning in Taipei.
    private final TestHouse test = new TestHouse();
    private final Wishes wishes = test.rooms.wishes();
    private final Reach reach = new Reach(
            test.house,
            new Directory(
                    test.house, new Gate(test.house, new ConsentBook(test.stores.consents()), new Keys(test.house))),
            wishes);

    @Test
    void withoutWishes_theRulesOfTheHouseDecide() {
        Guest guest = test.guest(Lang.EN, Purpose.SHARING);
        assertThat(timing(guest, Purpose.SHARING)).isInstanceOf(Timing.Now.class);
    }

    @Test
    void pause_stopsAllMarketing_andNothingElse() {
        Guest guest =
                wishing(wish -> wish.paused(Optional.of(test.clock.instant().plus(Duration.ofDays(10)))));

        assertThat(timing(guest, Purpose.SHARING)).isEqualTo(new Timing.Never("client-paused"));
        assertThat(timing(guest, Purpose.GREETING)).isEqualTo(new Timing.Never("client-paused"));
        assertThat(timing(guest, Purpose.SERVICE)).isInstanceOf(Timing.Now.class);

        test.clock.move(Duration.ofDays(10));
        assertThat(timing(guest, Purpose.SHARING)).isInstanceOf(Timing.Now.class);
    }

    @Test
    void hours_putOffToTheNextOne() {
        Guest guest = wishing(wish -> wish.at(Optional.of(new Wish.Hours(LocalTime.of(14, 0), LocalTime.of(18, 0)))));

        assertThat(timing(guest, Purpose.SHARING))
                .isEqualTo(new Timing.Later("client-hours", Instant.parse("2026-11-22T06:00:00Z")));
        test.clock.move(Duration.ofHours(4));
        assertThat(timing(guest, Purpose.SHARING)).isInstanceOf(Timing.Now.class);
    }

    @Test
    void channel_thatIsNotWished_isNotUsed() {
        assertThat(timing(wishing(wish -> wish.over(Set.of(Channel.LINE))), Purpose.SHARING))
                .isEqualTo(new Timing.Never("client-channel"));
        assertThat(timing(wishing(wish -> wish.over(Set.of(Channel.WEBCHAT))), Purpose.SHARING))
                .isInstanceOf(Timing.Now.class);
    }

    @Test
    void frequency_countsWhatWasSentUnasked() {
        Guest guest = wishing(wish -> wish.atMost(Optional.of(new Wish.Often(1, Wish.Span.WEEK))));
        share();

        test.clock.move(Duration.ofDays(2));
        assertThat(timing(guest, Purpose.SHARING)).isEqualTo(new Timing.Never("client-often"));
        test.clock.move(Duration.ofDays(5));
        assertThat(timing(guest, Purpose.SHARING)).isInstanceOf(Timing.Now.class);
    }

    @Test
    void pause_beatsWhatWasQueuedBeforeIt() {
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e1", "hello")));
        Guest guest = new Guest(test.mei.pool(), test.lineClient("U1").client());
        done(test.rooms.privacy().consent(guest, Purpose.SHARING, true, "test", ""));
        test.line.answer.set(new Courier.Outcome.Later(Duration.ofMinutes(5), "busy"));
        share();
        int tried = test.line.sent.size();
        done(wishes.change(
                guest.ref(),
                wish -> wish.paused(Optional.of(test.clock.instant().plus(Duration.ofDays(2))))));
        test.line.answer.set(new Courier.Outcome.Sent());
        test.clock.move(Duration.ofMinutes(10));

        done(test.wiring.sweep());

        assertThat(test.line.sent).hasSize(tried);
        assertThat(done(test.stores.conversations().after(guest.ref(), 0, 10)))
                .filteredOn(message -> message.kind().equals("share"))
                .singleElement()
                .satisfies(message -> assertThat(message.state()).isEqualTo(Delivery.CANCELLED));
    }

    @Test
    void wishSaidBeforeALaterOne_doesNotUndoIt() {
        Guest guest =
                wishing(wish -> wish.paused(Optional.of(test.clock.instant().plusSeconds(60))));

        done(wishes.changeAsOf(guest.ref(), test.clock.instant().minusSeconds(1), wish -> Wish.NONE));

        assertThat(done(wishes.of(guest.ref())).pausedUntil()).isPresent();
    }

    @Test
    void signal_isANoToMarketing_once_andALaterYesStands() {
        Guest guest = test.guest(Lang.EN, Purpose.SHARING, Purpose.PERSONALISATION);

        done(test.rooms.privacy().signal(guest));
        assertThat(status(guest, Purpose.SHARING)).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(status(guest, Purpose.GREETING)).isEqualTo(ConsentStatus.REFUSED);
        assertThat(status(guest, Purpose.PERSONALISATION)).isEqualTo(ConsentStatus.GIVEN);
        done(test.rooms.auditing().sequence());
        assertThat(done(test.rooms
                                .auditing()
                                .entries(
                                        test.officer(),
                                        "audit",
                                        new confidant.core.audit.Auditing.Filter(
                                                Optional.of("consent"),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty()),
                                        "",
                                        100))
                        .entries())
                .filteredOn(entry -> entry.event().note().endsWith("/gpc"))
                .hasSize(2);

        done(test.rooms.privacy().consent(guest, Purpose.SHARING, true, "privacy-page", ""));
        done(test.rooms.privacy().signal(guest));
        assertThat(status(guest, Purpose.SHARING)).isEqualTo(ConsentStatus.GIVEN);
    }

    private void share() {
        Desk desk = test.desk(test.mei);
        PieceId piece = done(test.rooms
                .sharing()
                .add(
                        desk,
                        new NewPiece(
                                "News",
                                Lang.EN,
                                "link",
                                "Read on.",
                                "https://house.example/news",
                                new byte[0],
                                test.clock.instant().plus(Duration.ofDays(30)))));
        done(test.rooms.sharing().share(desk, piece, new Segment(Purpose.SHARING, List.of()), "k1"));
    }

    private Guest wishing(UnaryOperator<Wish> change) {
        Guest guest = test.guest(Lang.EN, Purpose.SHARING, Purpose.GREETING);
        done(wishes.change(guest.ref(), change));
        return guest;
    }

    private Timing timing(Guest guest, Purpose purpose) {
        return done(reach.timing(guest.ref(), purpose, TAIPEI, test.clock.instant()));
    }

    private ConsentStatus status(Guest guest, Purpose purpose) {
        return done(test.rooms.consents().status(guest.ref(), purpose));
    }
}
