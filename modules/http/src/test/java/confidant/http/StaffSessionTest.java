package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Desk;
import confidant.testkit.FixedClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a session of staff lives, and what ends with it. */
class StaffSessionTest {
    private static final Desk IVY = new Desk(ServedHouse.IVY.id(), ServedHouse.IVY.pool());
    private final FixedClock clock = FixedClock.noon();
    private ServedHouse house;

    @BeforeEach
    void start() {
        house = new ServedHouse(Settings.Limits.USUAL, clock);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void session_ends_fifteenMinutesAfterItsLastUse() {
        Browser desk = house.desk(ServedHouse.IVY);
        clock.advance(Duration.ofMinutes(14));
        desk.get("/v1/session").is(200);
        clock.advance(Duration.ofMinutes(14));
        desk.get("/v1/session").is(200);
        clock.advance(Duration.ofMinutes(15));
        desk.get("/v1/session").is(401).isProblem("signed-out");
    }

    @Test
    void session_ends_afterTwelveHours_howeverMuchItIsUsed() {
        Browser desk = house.desk(ServedHouse.IVY);
        for (int i = 0; i < 71; i++) {
            clock.advance(Duration.ofMinutes(10));
            desk.get("/v1/session").is(200);
        }
        clock.advance(Duration.ofMinutes(10));
        desk.get("/v1/session").is(401);
    }

    @Test
    void session_isNotKeptAlive_byAPageThatNobodyTouches() {
        Browser desk = house.desk(ServedHouse.IVY);
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofMinutes(7));
            desk.get("/v1/desk/inbox", Map.of("X-Confidant-Unattended", "1")).is(200);
        }
        clock.advance(Duration.ofMinutes(1));
        desk.get("/v1/desk/inbox", Map.of("X-Confidant-Unattended", "1")).is(401);
    }

    @Test
    void session_hasANewName_atEverySignIn() {
        Browser desk = house.desk(ServedHouse.IVY);
        Authenticator key = new Authenticator();
        key.register(desk, "phone").is(201);
        String before = desk.cookie();

        key.enter(desk).is(201);

        assertThat(desk.cookie()).isNotEqualTo(before).hasSize(before.length());
    }

    @Test
    void token_isStoredNowhere() {
        Browser desk = house.desk(ServedHouse.IVY);
        String token = desk.cookie().substring(desk.cookie().indexOf('=') + 1);

        assertThat(ServedHouse.await(house.stores.sessions().session(token))).isEmpty();
        assertThat(token).hasSize(43);
    }

    @Test
    void pool_isLocked_atSignOut() {
        Browser desk = house.desk(ServedHouse.IVY);
        ServedHouse.await(house.rooms.pools().unlock(IVY));
        assertThat(house.rooms.pools().progress(IVY).ready()).isTrue();

        desk.delete("/v1/session").is(204);

        assertThat(house.rooms.pools().progress(IVY).ready()).isFalse();
    }

    @Test
    void pool_isLocked_whenTheLastSessionOverItHasEnded() {
        Browser phone = house.desk(ServedHouse.IVY);
        Browser desk = house.desk(ServedHouse.IVY);
        phone.get("/v1/session").is(200);
        desk.get("/v1/session").is(200);
        ServedHouse.await(house.rooms.pools().unlock(IVY));
        clock.advance(Duration.ofMinutes(10));
        desk.get("/v1/session").is(200);
        clock.advance(Duration.ofMinutes(5));

        assertThat(ServedHouse.await(house.sessions().sweep())).isZero();
        assertThat(house.rooms.pools().progress(IVY).ready()).isTrue();
        clock.advance(Duration.ofMinutes(10));

        assertThat(ServedHouse.await(house.sessions().sweep())).isEqualTo(1);
        assertThat(house.rooms.pools().progress(IVY).ready()).isFalse();
    }

    @Test
    void pool_isLocked_whenThePageNeverCameBackAfterSigningIn() {
        house.desk(ServedHouse.IVY);
        ServedHouse.await(house.rooms.pools().unlock(IVY));
        clock.advance(Duration.ofMinutes(15));

        assertThat(ServedHouse.await(house.sessions().sweep())).isEqualTo(1);

        assertThat(house.rooms.pools().progress(IVY).ready()).isFalse();
    }

    @Test
    void session_thatWasSignedOut_doesNotComeBackByAUseUnderWay() {
        Browser desk = house.desk(ServedHouse.IVY);
        clock.advance(Duration.ofMinutes(10));
        desk.delete("/v1/session").is(204);
        desk.send("GET", "/v1/session", BodyPublishers.noBody(), Map.of()).is(401);
    }
}
