package confidant.core.keys;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Interrupted;
import confidant.core.NotFound;
import confidant.core.SpoiltStores;
import confidant.core.TestHouse;
import confidant.core.keys.RingSealer.Sealed;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.KeyStore.Head;
import confidant.store.KeyStore.Part;
import confidant.store.KeyStore.WrappedKey;
import confidant.store.StoreUnavailable;
import confidant.vault.VaultRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RingSealerTest {
    private final TestHouse test = new TestHouse();
    private final PoolId pool = test.mei.pool();
    private final Bench one = new Bench(test.house, "one", test.stores);

    @Test
    void ring_opensWhatWasSealedBefore_alsoForAFreshProcess() {
        List<Ref> clients = clients(5);
        List<confidant.model.Sealed> sealed =
                clients.stream().map(c -> one.seal(c, Purpose.SERVICE, 1)).toList();

        Sealed ring = done(one.sealer.seal(pool));

        assertThat(ring.keys()).isEqualTo(5);
        assertThat(journal(1)).as("the journal that was taken over").isEmpty();
        for (Bench process : List.of(one, fresh())) {
            for (int i = 0; i < 5; i++) {
                assertThat(process.opens(clients.get(i), Purpose.SERVICE, 1, sealed.get(i)))
                        .isTrue();
            }
        }
    }

    @Test
    void ring_isReadInOneGo_whenAPoolIsUnlocked() {
        List<Ref> clients = clients(1_200);
        clients.forEach(c -> one.seal(c, Purpose.SERVICE, 1));
        done(one.sealer.seal(pool));
        Ref late = Bench.someone(pool);
        one.seal(late, Purpose.SERVICE, 1);
        done(one.keys.destroy(clients.get(0), Purpose.SERVICE, 1));

        Bench fresh = fresh();
        List<Keys.Alive> alive = new ArrayList<>();
        done(fresh.keys.preload(pool, alive::addAll));

        assertThat(alive)
                .extracting(Keys.Alive::client)
                .hasSize(1_200)
                .contains(late.client())
                .doesNotContain(clients.get(0).client());
        assertThat(parts()).hasSize(2);
    }

    @Test
    void destroyedKey_isInNoRing_andLeavesAMarkForEver() {
        Ref gone = Bench.someone(pool);
        Ref stays = Bench.someone(pool);
        confidant.model.Sealed dead = one.seal(gone, Purpose.PERSONALISATION, 2);
        confidant.model.Sealed alive = one.seal(stays, Purpose.PERSONALISATION, 2);
        List<WrappedKey> copy = journal(1);
        done(one.sealer.seal(pool));
        done(one.keys.destroy(gone, Purpose.PERSONALISATION, 2));
        assertThat(one.opens(gone, Purpose.PERSONALISATION, 2, dead)).isFalse();

        assertThat(done(one.sealer.isDue(pool))).isTrue();
        assertThat(done(one.sealer.seal(pool)).dead()).isEqualTo(1);
        assertThat(done(one.sealer.isDue(pool))).isFalse();
        done(one.sealer.seal(pool));

        for (int version = 1; version <= version(); version++) {
            for (WrappedKey row : copy) {
                done(test.stores.keys().putDataKey(pool, version, row));
            }
        }
        for (Bench process : List.of(one, fresh())) {
            assertThat(process.opens(gone, Purpose.PERSONALISATION, 2, dead)).isFalse();
            assertThat(done(process.keys.forSealing(process.pass(gone, Purpose.PERSONALISATION, 2))))
                    .isEmpty();
        }
        assertThat(fresh().opens(stays, Purpose.PERSONALISATION, 2, alive)).isTrue();
        // A later yes begins anew.
        assertThat(fresh().opens(gone, Purpose.PERSONALISATION, 4, fresh().seal(gone, Purpose.PERSONALISATION, 4)))
                .isTrue();
    }

    @Test
    void erasedService_meansThatThereIsNoSuchClient() {
        Ref gone = Bench.someone(pool);
        one.seal(gone, Purpose.SERVICE, 1);
        done(one.keys.destroy(gone, Purpose.SERVICE, Keys.FOR_EVER));
        done(one.sealer.seal(pool));

        Bench fresh = fresh();
        assertThat(done(fresh.keys.isErased(gone))).isTrue();
        assertThat(done(fresh.keys.isErased(Bench.someone(pool)))).isFalse();
        assertThat(failure(
                        fresh.gate.seal(fresh.pass(gone, Purpose.SERVICE, 1), "message", "text", "id", 0, Bench.WORD)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void sealing_thatDiesAnywhere_losesNothing_andIsMadeGoodByTheNext() {
        for (int calls = 1; ; calls++) {
            TestHouse house = new TestHouse();
            PoolId its = house.mei.pool();
            Bench staying = new Bench(house.house, "staying", house.stores);
            Ref kept = Bench.someone(its);
            Ref gone = Bench.someone(its);
            confidant.model.Sealed alive = staying.seal(kept, Purpose.PERSONALISATION, 1);
            confidant.model.Sealed dead = staying.seal(gone, Purpose.PERSONALISATION, 1);
            done(staying.sealer.seal(its));
            done(staying.keys.destroy(gone, Purpose.PERSONALISATION, 1));
            Bench dying = new Bench(house.house, "dying", SpoiltStores.dyingAfter(calls, house.stores));
            boolean died = dying.sealer.seal(its).failed();

            Ref between = Bench.someone(its);
            confidant.model.Sealed late = staying.seal(between, Purpose.SERVICE, 1);
            Sealed next = done(new Bench(house.house, "next", house.stores).sealer.seal(its));

            Bench after = new Bench(house.house, "after", house.stores);
            assertThat(next.keys()).as("after %d calls", calls).isEqualTo(2);
            for (Bench process : List.of(staying, after)) {
                assertThat(process.opens(kept, Purpose.PERSONALISATION, 1, alive))
                        .isTrue();
                assertThat(process.opens(between, Purpose.SERVICE, 1, late)).isTrue();
                assertThat(process.opens(gone, Purpose.PERSONALISATION, 1, dead))
                        .isFalse();
            }
            if (!died) {
                assertThat(calls).isGreaterThan(10);
                return;
            }
        }
    }

    @Test
    void keysMadeAndDestroyedWhileARingIsSealed_areNeitherLostNorBroughtBack() {
        // At each single call of the sealing, another process makes a key, uses one, and destroys one.
        for (int at = 1; at < 40; at++) {
            TestHouse house = new TestHouse();
            PoolId its = house.mei.pool();
            Bench other = new Bench(house.house, "other", house.stores);
            Ref kept = Bench.someone(its);
            Ref gone = Bench.someone(its);
            Ref made = Bench.someone(its);
            confidant.model.Sealed alive = other.seal(kept, Purpose.SERVICE, 1);
            confidant.model.Sealed dead = other.seal(gone, Purpose.PERSONALISATION, 1);
            List<confidant.model.Sealed> late = new ArrayList<>();
            Bench sealing = new Bench(house.house, "sealing", Interrupted.at(at, house.stores, () -> {
                late.add(other.seal(made, Purpose.SERVICE, 1));
                assertThat(other.opens(kept, Purpose.SERVICE, 1, alive)).isTrue();
                assertThat(fresh(house).opens(kept, Purpose.SERVICE, 1, alive)).isTrue();
                done(other.keys.destroy(gone, Purpose.PERSONALISATION, 1));
            }));

            done(sealing.sealer.seal(its));

            for (Bench process : List.of(other, sealing, fresh(house))) {
                assertThat(process.opens(kept, Purpose.SERVICE, 1, alive))
                        .as("call %d", at)
                        .isTrue();
                late.forEach(word -> assertThat(process.opens(made, Purpose.SERVICE, 1, word))
                        .as("made at call")
                        .isTrue());
            }
            if (!late.isEmpty()) {
                assertThat(fresh(house).opens(gone, Purpose.PERSONALISATION, 1, dead))
                        .isFalse();
                done(fresh(house).sealer.seal(its));
                assertThat(fresh(house).opens(gone, Purpose.PERSONALISATION, 1, dead))
                        .isFalse();
                assertThat(fresh(house).opens(made, Purpose.SERVICE, 1, late.get(0)))
                        .isTrue();
            }
        }
    }

    @Test
    void twoWhoSealAtOnce_leaveOneRing_andNoKeyBehind() {
        for (int at = 1; at < 30; at++) {
            TestHouse house = new TestHouse();
            PoolId its = house.mei.pool();
            Bench other = new Bench(house.house, "other", house.stores);
            List<Ref> clients =
                    IntStream.range(0, 3).mapToObj(i -> Bench.someone(its)).toList();
            List<confidant.model.Sealed> words =
                    clients.stream().map(c -> other.seal(c, Purpose.SERVICE, 1)).toList();
            Bench first = new Bench(
                    house.house, "first", Interrupted.at(at, house.stores, () -> done(other.sealer.seal(its))));

            done(first.sealer.seal(its));

            Head head = done(house.stores.keys().head(its)).orElseThrow();
            assertThat(head.previous()).isEmpty();
            assertThat(done(house.stores.keys().rings(its))).as("call %d", at).hasSize(1);
            for (int i = 0; i < 3; i++) {
                assertThat(fresh(house).opens(clients.get(i), Purpose.SERVICE, 1, words.get(i)))
                        .isTrue();
            }
        }
    }

    @Test
    void anotherNode_followsADestruction_withinMoments_withoutBeingTold() {
        Bench other = new Bench(test.house, "other", test.stores);
        Ref client = Bench.someone(pool);
        confidant.model.Sealed word = one.seal(client, Purpose.PERSONALISATION, 1);
        assertThat(other.opens(client, Purpose.PERSONALISATION, 1, word)).isTrue();

        done(one.keys.destroy(client, Purpose.PERSONALISATION, 1));
        test.clock.move(Keys.EVERYWHERE);

        assertThat(other.opens(client, Purpose.PERSONALISATION, 1, word)).isFalse();
    }

    @Test
    void nodeThatSleptForLong_holdsNothingAnyMore() {
        Bench other = new Bench(test.house, "other", test.stores);
        Ref client = Bench.someone(pool);
        confidant.model.Sealed word = one.seal(client, Purpose.PERSONALISATION, 1);
        assertThat(other.opens(client, Purpose.PERSONALISATION, 1, word)).isTrue();
        done(one.keys.destroy(client, Purpose.PERSONALISATION, 1));

        test.clock.move(Duration.ofHours(30));

        assertThat(other.opens(client, Purpose.PERSONALISATION, 1, word)).isFalse();
    }

    @Test
    void nodeThatCannotReadTheList_usesNoKeyThatItHolds() {
        Ref client = Bench.someone(pool);
        confidant.model.Sealed word = one.seal(client, Purpose.SERVICE, 1);
        ((confidant.store.memory.MemoryStores) test.stores).available(false);
        assertThat(one.opens(client, Purpose.SERVICE, 1, word))
                .as("a moment later")
                .isTrue();

        test.clock.move(Keys.EVERYWHERE);

        assertThat(failure(one.gate.open(one.pass(client, Purpose.SERVICE, 1), "message", "text", "id", 0, word)))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void idlePools_areWiped_andOpenAgainWhenUsed() {
        Ref client = Bench.someone(pool);
        confidant.model.Sealed word = one.seal(client, Purpose.SERVICE, 1);
        var held = done(one.keys.forOpening(one.pass(client, Purpose.SERVICE, 1), 1))
                .orElseThrow();

        one.keys.lockIdle(test.clock.instant());
        assertThat(one.house
                        .vault()
                        .wrapDataKey(done(one.keys.heads().get(pool)).current(), held))
                .isNotEmpty();
        test.clock.move(Duration.ofMinutes(16));
        one.keys.lockIdle(test.clock.instant().minus(Duration.ofMinutes(15)));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> one.house
                        .vault()
                        .wrapDataKey(done(one.keys.heads().get(pool)).current(), held))
                .isInstanceOf(VaultRefused.class);
        assertThat(one.opens(client, Purpose.SERVICE, 1, word)).isTrue();
    }

    @Test
    void spoiltRing_isNeitherServedNorSealedOver() {
        Ref client = Bench.someone(pool);
        one.seal(client, Purpose.SERVICE, 1);
        done(one.sealer.seal(pool));
        Head head = done(test.stores.keys().head(pool)).orElseThrow();
        Part part = parts().get(0);
        byte[] changed = part.sealed().clone();
        changed[changed.length / 2] ^= 1;
        done(test.stores.keys().putPart(pool, head.ring().orElseThrow().id(), part.number(), changed));

        Bench fresh = fresh();
        assertThat(done(fresh.keys.forOpening(fresh.pass(client, Purpose.SERVICE, 1), 1)))
                .isEmpty();
        assertThat(failure(fresh.keys.forSealing(fresh.pass(client, Purpose.SERVICE, 1))))
                .as("no second key is made in its place")
                .isInstanceOf(VaultRefused.class);
        assertThat(failure(fresh.keys.preload(pool, seen -> {}))).isInstanceOf(VaultRefused.class);
        assertThat(failure(fresh.sealer.seal(pool))).isInstanceOf(VaultRefused.class);

        done(test.stores.keys().putPart(pool, head.ring().orElseThrow().id(), part.number(), part.sealed()));
        assertThat(done(fresh().keys.forOpening(fresh.pass(client, Purpose.SERVICE, 1), 1)))
                .isPresent();
        assertThat(done(fresh().sealer.seal(pool)).keys()).isEqualTo(1);
    }

    private Bench fresh() {
        return fresh(test);
    }

    private static Bench fresh(TestHouse house) {
        return new Bench(house.house, "fresh", house.stores);
    }

    private List<Ref> clients(int count) {
        return IntStream.range(0, count).mapToObj(i -> Bench.someone(pool)).toList();
    }

    private int version() {
        return done(test.stores.keys().head(pool)).orElseThrow().current().version();
    }

    private List<WrappedKey> journal(int version) {
        List<WrappedKey> rows = new ArrayList<>();
        done(test.stores.keys().dataKeys(pool, version, rows::addAll));
        return rows;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Optional<Head> head = done(test.stores.keys().head(pool));
        done(test.stores
                .keys()
                .parts(pool, head.orElseThrow().ring().orElseThrow().id(), parts::addAll));
        return parts;
    }
}
