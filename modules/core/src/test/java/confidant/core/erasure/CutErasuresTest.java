package confidant.core.erasure;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Interrupted;
import confidant.core.SmallHouse;
import confidant.core.SpoiltStores;
import confidant.core.keys.Keys;
import confidant.model.Actor;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.ErasureStore.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Erasures that die at any call, or that others work beside. */
final class CutErasuresTest {
    @Test
    void erasureThatDiesAnywhere_isEndedByTheNextRing() {
        for (int calls = 1; ; calls++) {
            SmallHouse at = new SmallHouse();
            Ref gone = at.client(Purpose.PERSONALISATION);
            Ref stays = at.client(Purpose.PERSONALISATION);
            at.tag(gone, "likes", "tea", Purpose.PERSONALISATION);
            at.tag(stays, "likes", "tea", Purpose.PERSONALISATION);
            SmallHouse dying = at.node("dying", SpoiltStores.dyingAfter(calls, at.memory));
            boolean died =
                    dying.rooms.erasures().erase(gone, Actor.of(gone.client())).failed();
            boolean asked = done(at.memory.erasures().erasure(gone.pool(), gone.client()))
                    .isPresent();

            SmallHouse next = at.node("next", at.memory);
            int ended = done(next.rooms.erasures().finish());

            if (asked) {
                assertThat(ended).as("after %d calls", calls).isGreaterThan(0);
                assertThat(done(next.rooms.erasures().certificate(gone))
                                .orElseThrow()
                                .stage())
                        .isEqualTo(Stage.FINAL);
                assertThat(done(new Keys(next.house).isErased(gone))).isTrue();
            }
            assertThat(done(next.rooms.tagging().card(at.desk, stays.client())).tags())
                    .hasSize(1);
            if (!died) {
                assertThat(calls).isGreaterThan(20);
                return;
            }
        }
    }

    @Test
    void allThreeStagesDuringLoad_loseNothingOfAnybody() {
        // At calls all over the three stages somebody else comes, is noted about and read, on another node.
        for (int at = 1; ; at += 3) {
            SmallHouse house = new SmallHouse();
            Ref gone = house.client(Purpose.PERSONALISATION);
            house.tag(gone, "likes", "tea", Purpose.PERSONALISATION);
            Ref stays = house.client(Purpose.PERSONALISATION);
            house.tag(stays, "likes", "tea", Purpose.PERSONALISATION);
            List<Ref> come = new ArrayList<>();
            SmallHouse erasing = house.node("erasing", Interrupted.at(at, house.memory, () -> {
                house.tag(stays, "likes", "jazz", Purpose.PERSONALISATION);
                Ref fresh = house.client(Purpose.PERSONALISATION);
                house.tag(fresh, "likes", "silk", Purpose.PERSONALISATION);
                come.add(fresh);
                assertThat(tags(house, stays)).isEqualTo(2);
            }));

            done(erasing.rooms.erasures().erase(gone, Actor.of(gone.client())));
            done(erasing.rooms.erasures().finish());

            if (come.isEmpty()) {
                // The three stages took fewer calls: there is no further moment.
                assertThat(at).isGreaterThan(60);
                return;
            }
            for (SmallHouse node : List.of(house, erasing, house.node("fresh", house.memory))) {
                assertThat(tags(node, stays)).as("call %d", at).isEqualTo(2);
                come.forEach(one -> assertThat(tags(node, one)).isEqualTo(1));
            }
            assertThat(done(erasing.rooms.erasures().certificate(gone))
                            .orElseThrow()
                            .stage())
                    .isEqualTo(Stage.FINAL);
        }
    }

    @Test
    void lastStageThatDiesAnywhere_isEndedByTheNext_andNobodyElseIsLost() {
        for (int calls = 1; ; calls++) {
            SmallHouse at = new SmallHouse();
            Ref gone = at.client(Purpose.PERSONALISATION);
            Ref stays = at.client(Purpose.PERSONALISATION);
            at.tag(stays, "likes", "tea", Purpose.PERSONALISATION);
            done(at.rooms.erasures().erase(gone, Actor.of(gone.client())));
            SmallHouse dying = at.node("dying", SpoiltStores.dyingAfter(calls, at.memory));
            boolean died = dying.rooms.erasures().finish().failed();

            SmallHouse next = at.node("next", at.memory);
            done(next.rooms.erasures().finish());

            assertThat(done(next.rooms.erasures().certificate(gone))
                            .orElseThrow()
                            .stage())
                    .as("after %d calls", calls)
                    .isEqualTo(Stage.FINAL);
            assertThat(done(next.rooms.tagging().card(at.desk, stays.client())).tags())
                    .hasSize(1);
            if (!died) {
                assertThat(calls).isGreaterThan(10);
                return;
            }
        }
    }

    private static int tags(SmallHouse node, Ref client) {
        return done(node.rooms.tagging().card(node.desk, client.client()))
                .tags()
                .size();
    }
}
