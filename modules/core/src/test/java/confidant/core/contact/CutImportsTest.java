package confidant.core.contact;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.SmallHouse;
import confidant.core.SpoiltStores;
import confidant.model.Actor;
import confidant.model.Address;
import confidant.model.BlindKey;
import confidant.model.Channel;
import confidant.model.ConsentStatus;
import confidant.model.Personal;
import confidant.store.ConversationStore.Ref;
import confidant.store.ImportStore.Progress;
import confidant.store.ImportStore.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Imports, and the erasures that they must not undo, that die at any call. */
final class CutImportsTest {
    private static final String FILE = "channel,account,address,name,purpose,agreed_at,evidence\nline,main,"
            + ImportsTest.user(1) + ",Lin,sharing,2026-05-01,form\nline,main," + ImportsTest.user(2) + ",Wu,,,\n";

    private static boolean begin(SmallHouse at) {
        return at.rooms
                .contacts()
                .imports()
                .start(at.desk, Personal.of(FILE), "main"::equals)
                .succeeded();
    }

    private static Progress run(SmallHouse at) {
        Progress begun = done(at.rooms.contacts().imports().start(at.desk, Personal.of(FILE), "main"::equals))
                .match(value -> value, refused -> {
                    throw new AssertionError(refused.rule());
                });
        return done(at.rooms.contacts().imports().progress(at.desk, begun.id()));
    }

    private static BlindKey blind(SmallHouse at, int number) {
        Address address = new Address(Channel.LINE, "main", Personal.of(ImportsTest.user(number)));
        return at.house.vault().blind(at.house.id(), address);
    }

    private static Ref client(SmallHouse at, int number) {
        return done(at.memory.clients().byAddress(blind(at, number)))
                .map(row -> new Ref(row.pool(), row.client()))
                .orElseThrow();
    }

    @Test
    void importThatDiesAnywhere_isEndedByTheSameFileAgain() {
        for (int calls = 1; ; calls++) {
            SmallHouse at = new SmallHouse();
            SmallHouse dying = at.node("dying", SpoiltStores.dyingAfter(calls, at.memory));
            begin(dying);
            boolean died =
                    done(at.memory.imports().all(at.desk.pool())).stream().noneMatch(one -> one.state() == State.DONE);

            Progress again = run(at.node("next", at.memory));

            assertThat(again.state()).isEqualTo(State.DONE);
            assertThat(again.fresh() + again.known())
                    .as("after %d calls", calls)
                    .isEqualTo(2);
            for (int number : List.of(1, 2)) {
                Ref client = client(at, number);
                assertThat(done(at.rooms.consents().states(client)).values())
                        .as("after %d calls", calls)
                        .hasSize(4)
                        .allMatch(state -> state.status() == ConsentStatus.UNKNOWN);
            }
            assertThat(done(at.rooms.contacts().evidence().own(client(at, 1)))).hasSize(1);
            var page = done(at.rooms.contacts().newcomers().page(at.desk, "", 50));
            assertThat(page.rows())
                    .as("after %d calls", calls)
                    .extracting(row -> row.name().orElseThrow().reveal())
                    .containsExactlyInAnyOrder("Lin", "Wu");
            if (!died) {
                assertThat(calls).isGreaterThan(40);
                return;
            }
        }
    }

    @Test
    void erasureThatDiesAnywhere_neverLeavesAnAddressThatAnImportMayTake() {
        for (int calls = 1; ; calls++) {
            SmallHouse at = new SmallHouse();
            run(at);
            Ref gone = client(at, 1);
            SmallHouse dying = at.node("dying", SpoiltStores.dyingAfter(calls, at.memory));
            boolean died =
                    dying.rooms.erasures().erase(gone, Actor.of(gone.client())).failed();

            SmallHouse next = at.node("next", at.memory);
            Progress again = run(next);

            assertThat(again.fresh()).as("after %d calls", calls).isZero();
            if (done(at.memory.clients().byAddress(blind(at, 1))).isEmpty()) {
                assertThat(again.erased()).as("after %d calls", calls).isEqualTo(1);
            }
            done(next.rooms.erasures().seal());
            boolean asked = done(at.memory.erasures().erasure(gone.pool(), gone.client()))
                    .isPresent();
            assertThat(run(next).erased()).as("after %d calls", calls).isEqualTo(asked ? 1 : 0);
            if (!died) {
                assertThat(calls).isGreaterThan(20);
                return;
            }
        }
    }
}
