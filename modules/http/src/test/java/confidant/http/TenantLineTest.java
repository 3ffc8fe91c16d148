package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Bell.What;
import confidant.http.Browser.Heard;
import confidant.http.Spec.Socket;
import confidant.model.ClientId;
import io.vertx.core.json.JsonObject;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every live line of the contract, opened by everybody who is not the client's own: it opens for its role only, tells nothing
 * of what rings for Ivy's client, and takes her id in a frame as it takes one that nothing has. Generated like
 * {@link TenantMatrixTest}.
 */
class TenantLineTest {
    private static final String HOME = "https://house.example";
    private static final long RUNG = 31_313_131;
    private static final long LAST = 42_424_242;

    private static ServedHouse house;
    private static Spec spec;
    private static Seat.Table table;

    @BeforeAll
    static void start() {
        house = new ServedHouse();
        spec = new Spec(house.conformity.contract().text());
        table = Seat.Table.of(house, spec);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @TestFactory
    Stream<DynamicTest> line_isItsOwnersOnly() {
        assertThat(spec.sockets()).hasSizeGreaterThan(1);
        return spec.sockets().stream()
                .flatMap(line -> Stream.concat(
                        Stream.of(DynamicTest.dynamicTest(line.path() + " by its owner", () -> owner(line))),
                        table.strangers().stream()
                                .map(seat -> DynamicTest.dynamicTest(
                                        line.path() + " by " + seat.name(), () -> stranger(line, seat)))));
    }

    /** Were this line deaf, or its frame wrong, nothing that the others do not hear would prove anything. */
    private static void owner(Socket line) {
        boolean desk = line.role().equals("concierge");
        Heard heard = (desk ? house.desk(ServedHouse.IVY) : table.ivys().chat).live(line.path(), HOME);
        line.said()
                .ifPresent(form ->
                        heard.socket.sendText(frame(form, id -> id), true).join());
        ring();
        assertThat(untilLast(heard, String.valueOf(RUNG)))
                .noneSatisfy(told -> assertThat(told).startsWith("closed"));
    }

    private static void stranger(Socket line, Seat seat) {
        if (!seat.may().contains(line.role())) {
            assertThat(refusal(line, seat)).isEqualTo(401);
            return;
        }
        hearsItsOwnOnly(line, seat);
        line.said().ifPresent(form -> {
            List<String> others = said(line, seat, frame(form, id -> id));
            assertThat(others).isEqualTo(said(line, seat, frame(form, Estate::absent)));
        });
    }

    private static int refusal(Socket line, Seat seat) {
        try {
            seat.browser().get().live(line.path(), HOME);
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
        throw new AssertionError(line.path() + " opens for " + seat.name());
    }

    private static void hearsItsOwnOnly(Socket line, Seat seat) {
        Heard heard = seat.browser().get().live(line.path(), HOME);
        ring();
        house.live.desk(seat.pool().orElseThrow(), seat.client(), What.MESSAGE, LAST);
        house.live.client(seat.pool().orElseThrow(), seat.client(), What.MESSAGE, LAST);
        for (String told : untilLast(heard, String.valueOf(LAST))) {
            assertThat(told).doesNotContain(String.valueOf(RUNG));
            assertThat(table.ivys().secrets()).noneMatch(told::contains);
            assertThat(table.ivys().confided()).noneMatch(told::contains);
        }
    }

    private static void ring() {
        ClientId client = ClientId.parse(table.ivys().ids("clientId").iterator().next());
        for (What what : What.values()) {
            house.live.desk(ServedHouse.IVY.pool(), client, what, RUNG);
            house.live.client(ServedHouse.IVY.pool(), client, what, RUNG);
        }
    }

    private static List<String> untilLast(Heard heard, String last) {
        List<String> all = new ArrayList<>();
        do {
            all.add(heard.next());
        } while (!all.get(all.size() - 1).contains(last));
        return all;
    }

    /** What a line of the seat's own tells after a frame, up to its end. */
    private static List<String> said(Socket line, Seat seat, String frame) {
        Heard heard = seat.browser().get().live(line.path(), HOME);
        heard.socket.sendText(frame, true).join();
        return untilLast(heard, "closed");
    }

    /** A frame of this form with Ivy's ids, each changed by {@code as}. */
    private static String frame(JsonObject form, UnaryOperator<String> as) {
        Filler filler = new Filler(spec, Map.of());
        Set<String> slots = filler.slots(form);
        assertThat(slots).as("a frame that names something").isNotEmpty();
        return filler.fill(
                        "frame",
                        form,
                        name -> Optional.of(
                                as.apply(table.ivys().ids(name).iterator().next())))
                .toString();
    }
}
