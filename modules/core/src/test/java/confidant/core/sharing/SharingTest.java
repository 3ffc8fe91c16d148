package confidant.core.sharing;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Desk;
import confidant.core.NotFound;
import confidant.core.SmallHouse;
import confidant.core.SpoiltStores;
import confidant.core.TestHouse;
import confidant.core.pool.Pools.Dropped;
import confidant.core.pool.Segment;
import confidant.core.pool.Segment.Condition.Has;
import confidant.core.sharing.Sharing.NewPiece;
import confidant.core.sharing.Sharing.Preview;
import confidant.core.sharing.Sharing.Progress;
import confidant.model.Channel;
import confidant.model.ConciergeId;
import confidant.model.Delivery;
import confidant.model.Lang;
import confidant.model.PieceId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.ShareId;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharingTest {
    private static final Segment ALL = new Segment(Purpose.SHARING, List.of());
    private static final Instant NIGHT = Instant.parse("2026-11-22T14:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

    private final SmallHouse at = new SmallHouse();

    private static NewPiece news(String title) {
        Instant expires = TestHouse.START.plus(Duration.ofDays(30));
        return new NewPiece(title, Lang.EN, "link", "Read on.", "https://house.example/news", new byte[0], expires);
    }

    private PieceId piece(String title) {
        return done(at.rooms.sharing().add(at.desk, news(title)));
    }

    private ShareId share(PieceId piece, String key) {
        return done(at.rooms.sharing().share(at.desk, piece, ALL, key));
    }

    private Progress progress(ShareId share) {
        return done(at.rooms.sharing().progress(at.desk, share));
    }

    private Preview preview(PieceId piece) {
        return done(at.rooms.sharing().preview(at.desk, piece, ALL));
    }

    private List<StoredMessage> shares(Ref client) {
        return at.messages(client).stream()
                .filter(message -> message.kind().equals("share"))
                .toList();
    }

    @Test
    void share_reachesWhoAgreed_once() {
        PieceId piece = piece("Autumn");
        Ref agreed = at.client(Purpose.SHARING);
        Ref other = at.client(Purpose.GREETING);

        ShareId share = share(piece, "k1");

        assertThat(progress(share)).isEqualTo(new Progress(piece, 1, Map.of("sent", 1), true));
        assertThat(shares(other)).isEmpty();
        assertThat(shares(agreed)).hasSize(1).first().satisfies(message -> {
            assertThat(message.ref()).isEqualTo(piece.toString());
            assertThat(message.state()).isEqualTo(Delivery.SENT);
        });
    }

    @Test
    void share_withTheSameKey_isTheSame_alsoWhenItIsForAnotherPiece() {
        Ref client = at.client(Purpose.SHARING);
        PieceId piece = piece("Autumn");

        ShareId share = share(piece, "k1");
        at.client(Purpose.SHARING);

        assertThat(share(piece, "k1")).isEqualTo(share);
        assertThat(progress(share).total()).isEqualTo(1);
        assertThat(shares(client)).hasSize(1);
        assertThat(failure(at.rooms.sharing().share(at.desk, piece("Winter"), ALL, "k1")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void share_goesToTheSegmentAlone() {
        Ref north = at.client(Purpose.SHARING);
        at.tag(north, "region", "north", Purpose.SHARING);
        Ref south = at.client(Purpose.SHARING);
        at.tag(south, "region", "south", Purpose.SHARING);
        Segment segment = new Segment(Purpose.SHARING, List.of(new Has("region", "north", false)));

        done(at.rooms.sharing().share(at.desk, piece("Autumn"), segment, "k1"));

        assertThat(shares(north)).hasSize(1);
        assertThat(shares(south)).isEmpty();
    }

    @Test
    void preview_saysWhoGetsIt_andWhyEachOtherOneDoesNot() {
        PieceId today = piece("Autumn");
        PieceId old = piece("Summer");
        Ref had = at.client(Purpose.SHARING);
        done(at.rooms.sharing().share(at.desk, old, ALL, "old"));
        at.clock.move(Duration.ofDays(1));
        PieceId other = piece("Other");
        Ref capped = at.client(Purpose.SHARING);
        at.tag(capped, "region", "north", Purpose.SHARING);
        Segment north = new Segment(Purpose.SHARING, List.of(new Has("region", "north", false)));
        done(at.rooms.sharing().share(at.desk, other, north, "other"));
        at.client(Purpose.SHARING);
        at.client(Purpose.GREETING);
        Ref blocked = at.client(Purpose.SHARING);
        done(at.memory.clients().blocked(blocked.pool(), blocked.client(), Channel.WEBCHAT, true, at.house.now()));
        Ref asleep = at.client(Lang.EN, "America/New_York");
        at.give(asleep, Purpose.SHARING);

        assertThat(preview(old))
                .isEqualTo(new Preview(
                        1,
                        List.of(
                                new Dropped("already-shared", "none", 1),
                                new Dropped("cap-one-a-day", "wait", 1),
                                new Dropped("client-blocked", "none", 1),
                                new Dropped("consent-needed", "ask-consent", 1),
                                new Dropped("quiet-hours", "wait", 1))));
        assertThat(preview(today).gets()).isEqualTo(2);
        assertThat(shares(had)).hasSize(1);
    }

    @Test
    void share_doesWhatThePreviewSaid() {
        PieceId piece = piece("Autumn");
        at.client(Purpose.SHARING);
        at.client(Purpose.GREETING);
        Ref blocked = at.client(Purpose.SHARING);
        done(at.memory.clients().blocked(blocked.pool(), blocked.client(), Channel.WEBCHAT, true, at.house.now()));
        Preview preview = preview(piece);

        Progress progress = progress(share(piece, "k1"));

        assertThat(progress.outcomes()).isEqualTo(Map.of("sent", preview.gets(), "client-blocked", 1));
    }

    @Test
    void samePieceAgain_isNeverSentTwice() {
        PieceId piece = piece("Autumn");
        Ref client = at.client(Purpose.SHARING);
        share(piece, "k1");
        at.clock.move(Duration.ofDays(10));

        assertThat(progress(share(piece, "k2")).outcomes()).isEqualTo(Map.of("already-shared", 1));
        assertThat(shares(client)).hasSize(1);
    }

    @Test
    void secondPieceOfADay_isHeldBackByTheCap_untilTheClientsNextDay() {
        Ref client = at.client(Purpose.SHARING);
        share(piece("One"), "k1");

        assertThat(progress(share(piece("Two"), "k2")).outcomes()).isEqualTo(Map.of("cap-one-a-day", 1));
        at.clock.move(Duration.ofDays(1));
        assertThat(progress(share(piece("Three"), "k3")).outcomes()).isEqualTo(Map.of("sent", 1));
        assertThat(shares(client)).hasSize(2);
    }

    @Test
    void quietHours_keepAShareQueued_untilItIsResumedInTheMorning() {
        PieceId piece = piece("Autumn");
        Ref client = at.client(Purpose.SHARING);
        at.clock.set(NIGHT);

        ShareId share = share(piece, "k1");
        assertThat(progress(share)).isEqualTo(new Progress(piece, 1, Map.of("queued", 1), false));
        done(at.rooms.sharing().resume());
        assertThat(shares(client)).isEmpty();

        at.clock.set(MORNING);
        done(at.rooms.sharing().resume());
        assertThat(progress(share)).isEqualTo(new Progress(piece, 1, Map.of("sent", 1), true));
    }

    @Test
    void withdrawal_beatsAQueuedShare() {
        PieceId piece = piece("Autumn");
        Ref client = at.client(Purpose.SHARING);
        at.clock.set(NIGHT);
        ShareId share = share(piece, "k1");
        at.withdraw(client, Purpose.SHARING);

        at.clock.set(MORNING);
        done(at.rooms.sharing().resume());

        assertThat(progress(share).outcomes()).isEqualTo(Map.of("consent-needed", 1));
        assertThat(shares(client)).isEmpty();
    }

    @Test
    void piece_thatExpiresWhileQueued_isNotSent() {
        PieceId piece = piece("Autumn");
        at.client(Purpose.SHARING);
        at.clock.set(TestHouse.START.plus(Duration.ofDays(29)).plus(Duration.ofHours(12)));
        ShareId share = share(piece, "k1");
        at.clock.set(TestHouse.START.plus(Duration.ofDays(30)));
        done(at.rooms.sharing().resume());

        assertThat(progress(share).outcomes()).isEqualTo(Map.of("piece-expired", 1));
        assertThat(failure(at.rooms.sharing().share(at.desk, piece, ALL, "k2"))).isInstanceOf(BadRequest.class);
    }

    @Test
    void crash_betweenAnyTwoSteps_neitherLosesNorDoubles() {
        Ref client = at.client(Purpose.SHARING);
        at.rooms.pools().unlock(at.desk);
        for (int calls = 1; calls <= 40; calls++) {
            at.clock.move(Duration.ofDays(1));
            NewPiece fresh = news("Day " + calls);
            PieceId piece = done(at.rooms
                    .sharing()
                    .add(
                            at.desk,
                            new NewPiece(
                                    fresh.title(),
                                    fresh.lang(),
                                    fresh.type(),
                                    fresh.body(),
                                    fresh.url(),
                                    fresh.picture(),
                                    at.house.now().plus(Duration.ofDays(1)))));
            SmallHouse dying = at.node("dying", SpoiltStores.dyingAfter(calls, at.memory));
            assertThat(dying.rooms
                            .sharing()
                            .share(at.desk, piece, ALL, "k" + calls)
                            .isComplete())
                    .isTrue();

            ShareId share = share(piece, "k" + calls);
            done(at.rooms.sharing().resume());

            assertThat(shares(client)).as("dead after %d calls", calls).hasSize(calls);
            assertThat(progress(share)).isEqualTo(new Progress(piece, 1, Map.of("sent", 1), true));
        }
    }

    @Test
    void twoNodesAndOneKilled_reachEachOfManyOnce() throws InterruptedException {
        PieceId piece = piece("Autumn");
        List<Ref> clients = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            clients.add(at.client(Purpose.SHARING));
        }
        at.clock.set(NIGHT);
        ShareId share = share(piece, "k1");
        at.clock.set(MORNING);

        SmallHouse killed = at.node("killed", SpoiltStores.dyingAfter(1500, at.memory));
        SmallHouse second = at.node("second", at.memory);
        CountDownLatch ended = new CountDownLatch(2);
        for (SmallHouse node : List.of(killed, second)) {
            new Thread(() -> node.rooms.sharing().resume().onComplete(done -> ended.countDown()), node.house.node())
                    .start();
        }
        assertThat(ended.await(120, TimeUnit.SECONDS)).isTrue();
        done(at.rooms.sharing().resume());

        assertThat(clients).allSatisfy(client -> assertThat(shares(client)).hasSize(1));
        assertThat(progress(share)).isEqualTo(new Progress(piece, 300, Map.of("sent", 300), true));
    }

    @Test
    void anotherDesk_findsNothing() {
        PieceId piece = piece("Autumn");
        ShareId share = share(piece, "k1");
        Desk stranger = new Desk(ConciergeId.random(), PoolId.random());

        assertThat(failure(at.rooms.sharing().progress(stranger, share))).isInstanceOf(NotFound.class);
        assertThat(failure(at.rooms.sharing().share(stranger, piece, ALL, "k1")))
                .isInstanceOf(NotFound.class);
        assertThat(done(at.rooms.sharing().pieces(stranger))).isEmpty();
    }

    @Test
    void segmentOfAnotherPurpose_isRefused() {
        Ref client = at.client(Purpose.SHARING);
        PieceId piece = piece("Autumn");
        Segment other = new Segment(Purpose.GREETING, List.of());
        assertThat(failure(at.rooms.sharing().share(at.desk, piece, other, "k1")))
                .isInstanceOf(BadRequest.class);
        assertThat(shares(client)).isEmpty();
        assertThatThrownBy(() -> at.rooms.sharing().share(at.desk, piece, ALL, " "))
                .isInstanceOf(BadRequest.class);
    }
}
