package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.core.port.Bell.What;
import confidant.model.ClientId;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.internal.VertxInternal;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may listen, and what is told. */
class LiveTest {
    private static final String HOME = "https://house.example";
    private static ServedHouse house;

    @BeforeAll
    static void start() {
        house = new ServedHouse();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void desk_isTold_whatRingsInItsPoolOnly() {
        Browser.Heard ivy = house.desk(ServedHouse.IVY).live("/v1/desk/live", HOME);
        Browser.Heard jun = house.desk(ServedHouse.JUN).live("/v1/desk/live", HOME);
        ClientId client = ClientId.random();

        house.live.desk(ServedHouse.IVY.pool(), client, What.MESSAGE, 7);
        house.live.desk(ServedHouse.JUN.pool(), client, What.DRAFT, 0);

        assertThat(ivy.next()).isEqualTo("{\"type\":\"message\",\"clientId\":\"" + client + "\",\"seq\":7}");
        assertThat(jun.next()).isEqualTo("{\"type\":\"draft\",\"clientId\":\"" + client + "\",\"seq\":0}");
    }

    @Test
    void line_ends_whenItsSessionDoes() {
        Browser desk = house.desk(ServedHouse.IVY);
        Browser.Heard heard = desk.live("/v1/desk/live", HOME);

        desk.delete("/v1/session").is(204);

        assertThat(heard.next()).isEqualTo("closed 4401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"type\": \"focus\"}",
                "{\"type\": \"other\", \"clientId\": \"9b2a4ab0-1111-4111-8111-111111111111\", \"inFront\": true}",
                "{\"type\": \"focus\", \"clientId\": \"nobody\", \"inFront\": true}"
            })
    void line_isClosed_whenAFrameIsNotOfTheContract(String frame) {
        Browser.Heard heard = house.desk(ServedHouse.IVY).live("/v1/desk/live", HOME);

        heard.socket.sendText(frame, true);

        assertThat(heard.next()).isEqualTo("closed 4400");
    }

    @Test
    void line_isClosed_whenAFrameIsTooLong() {
        Browser.Heard heard = house.desk(ServedHouse.IVY).live("/v1/desk/live", HOME);

        heard.socket.sendText("x".repeat(10_000), true);

        assertThat(heard.next()).startsWith("closed 1");
    }

    @Test
    void line_isClosed_whenItsPageReadsTooSlowly() {
        Browser.Heard slow = house.desk(ServedHouse.JUN).live("/v1/desk/live", HOME);
        slow.reading = false;
        ClientId client = ClientId.random();

        for (int i = 1; i <= 200_000; i++) {
            house.live.desk(ServedHouse.JUN.pool(), client, What.MESSAGE, i);
        }
        // All of it is past the line's queue; only now does the page read on.
        handed();
        slow.readOn();

        String last = slow.next();
        int told = 0;
        while (!last.startsWith("closed")) {
            last = slow.next();
            told++;
        }
        assertThat(last).isEqualTo("closed 4008");
        assertThat(told).isLessThan(199_999);
    }

    /** What was rung before has been given to the lines: each loop of the house has come to the end of what it had to do. */
    private void handed() {
        for (EventExecutor loop : ((VertxInternal) house.vertx).nettyEventLoopGroup()) {
            loop.submit(() -> {}).syncUninterruptibly();
        }
    }

    @Test
    void line_isRefused_withoutASessionOrFromAnotherSite() {
        Browser desk = house.desk(ServedHouse.IVY);
        Browser officer = house.officer();
        Browser nobody = house.browser();

        assertThatThrownBy(() -> nobody.live("/v1/desk/live", HOME)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> officer.live("/v1/desk/live", HOME)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> desk.live("/v1/chat/live", HOME)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> desk.live("/v1/other/live", HOME)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> desk.live("/v1/desk/live", "https://evil.example"))
                .isInstanceOf(CompletionException.class);
        assertThat(desk.live("/v1/desk/live", HOME).socket.isOutputClosed()).isFalse();
    }
}
