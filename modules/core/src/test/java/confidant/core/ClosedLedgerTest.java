package confidant.core;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.pool.Segment;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.LedgerStore;
import confidant.store.StoreUnavailable;
import confidant.store.Stores;
import io.vertx.core.Future;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Where the ledger takes no line, nobody is shown anything: what was read without a trace would be read in secret. */
class ClosedLedgerTest {
    private final SmallHouse at = new SmallHouse();
    private final Ref client = at.client(Purpose.PERSONALISATION);
    private final Guest guest = new Guest(client.pool(), client.client());

    ClosedLedgerTest() {
        at.tag(client, "likes", "tea", Purpose.PERSONALISATION);
        done(at.rooms.reception().say(guest, "message-0001", Personal.of("hello")));
    }

    private Map<String, Function<Rooms, Future<?>>> readings() {
        Segment likes = new Segment(Purpose.PERSONALISATION, List.of(new Segment.Condition.Has("likes", "", false)));
        Map<String, Function<Rooms, Future<?>>> readings = new TreeMap<>();
        readings.put("messages", rooms -> rooms.conversations().before(at.desk, client.client(), 1000, 50));
        readings.put("card", rooms -> rooms.tagging().card(at.desk, client.client()));
        readings.put("brief", rooms -> rooms.assisting().brief(at.desk, client.client()));
        readings.put("count", rooms -> rooms.pools().count(at.desk, likes));
        readings.put("page", rooms -> rooms.pools().page(at.desk, likes, "", 10));
        readings.put("own chat", rooms -> rooms.conversations().after(guest, 0, 50));
        readings.put("letter", rooms -> rooms.privacy().letter(guest));
        readings.put("archive", rooms -> rooms.archives().take(guest));
        return readings;
    }

    @TestFactory
    Stream<DynamicTest> nothing_isShown_withoutItsLine() {
        return readings().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    assertThat(one.getValue()
                                    .apply(at.node("whole", at.memory).rooms)
                                    .succeeded())
                            .as("with a ledger")
                            .isTrue();
                    Future<?> shown = one.getValue().apply(at.node("mute", mute(at.memory)).rooms);
                    assertThat(shown.failed()).as("without one").isTrue();
                    assertThat(shown.cause()).isInstanceOf(StoreUnavailable.class);
                }));
    }

    /** The same stores, save that the ledger takes no line. */
    private static Stores mute(Stores real) {
        LedgerStore ledger = proxy(
                LedgerStore.class,
                real.ledger(),
                "append",
                () -> Future.failedFuture(new StoreUnavailable("the ledger takes no line", null)));
        return proxy(Stores.class, real, "ledger", () -> ledger);
    }

    private static <T> T proxy(Class<T> port, T real, String changed, java.util.function.Supplier<Object> answer) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    try {
                        return method.getName().equals(changed) ? answer.get() : method.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
