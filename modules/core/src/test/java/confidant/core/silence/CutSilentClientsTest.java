package confidant.core.silence;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Interrupted;
import confidant.core.SmallHouse;
import confidant.core.SpoiltStores;
import confidant.core.keys.Keys;
import confidant.model.ClientId;
import confidant.store.ConversationStore.Ref;
import confidant.store.ErasureStore.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Sweeps that die at any call, or that another sweeps beside. */
class CutSilentClientsTest {
    private static final Duration KEPT = Duration.ofDays(730);

    private final List<Ref> gone = new ArrayList<>();

    @Test
    void sweepThatDiesAnywhere_isEndedByTheNext() {
        for (int calls = 1; ; calls++) {
            SmallHouse at = silentHouse();
            Ref stays = at.client();
            SmallHouse dying = at.node("dying", SpoiltStores.dyingAfter(calls, at.memory));
            boolean died = dying.rooms.silentClients().run().failed();
            // Past the lease of the dead one.
            at.clock.move(Duration.ofHours(2));

            SmallHouse next = at.node("next", at.memory);
            done(next.rooms.silentClients().run());
            done(next.rooms.erasures().finish());

            letGo(next, calls);
            assertThat(clients(at)).containsExactly(stays.client());
            if (!died) {
                assertThat(calls).isGreaterThan(20);
                return;
            }
        }
    }

    @Test
    void twoSweepsAtOnce_doNoHarm() {
        for (int call = 1; ; call++) {
            SmallHouse at = silentHouse();
            Ref stays = at.client();
            AtomicBoolean met = new AtomicBoolean();
            SmallHouse other = at.node("other", at.memory);
            SmallHouse slow = at.node("slow", Interrupted.at(call, at.memory, () -> {
                met.set(true);
                // So slow that its lease is over.
                at.clock.move(Duration.ofHours(2));
                done(other.rooms.silentClients().run());
            }));

            done(slow.rooms.silentClients().run());
            done(other.rooms.erasures().finish());

            letGo(other, call);
            assertThat(clients(at)).containsExactly(stays.client());
            if (!met.get()) {
                assertThat(call).isGreaterThan(20);
                return;
            }
        }
    }

    private SmallHouse silentHouse() {
        SmallHouse house = new SmallHouse();
        gone.clear();
        gone.add(house.client());
        gone.add(house.client());
        house.clock.move(KEPT);
        return house;
    }

    private void letGo(SmallHouse house, int calls) {
        for (Ref client : gone) {
            assertThat(done(house.rooms.erasures().certificate(client))
                            .orElseThrow()
                            .stage())
                    .as("after %d calls", calls)
                    .isEqualTo(Stage.FINAL);
            assertThat(done(new Keys(house.house).isErased(client))).isTrue();
        }
    }

    private static List<ClientId> clients(SmallHouse house) {
        List<ClientId> found = new ArrayList<>();
        done(house.memory.clients().ids(house.desk.pool(), found::addAll));
        return found;
    }
}
