package confidant.core.keys;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.TestHouse;
import confidant.core.gate.Pass;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.ConversationStore.Ref;
import confidant.store.KeyStore.Head;
import confidant.store.KeyStore.Part;
import confidant.store.KeyStore.WrappedKey;
import confidant.vault.PoolKey;
import confidant.vault.RingPlace;
import confidant.vault.VaultRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A hundred thousand times somebody changes one byte of what is stored: each is noticed, none is served. */
final class FlipsTest {
    /** So many that the ring has more than one part. */
    private static final int CLIENTS = 1_200;
    /** One in so many is looked at as it is: unchanged, everything opens. */
    private static final int EVERY = 30;

    private static final int ROWS = 66_000;
    private static final int KEYS = 29_000;
    private static final int RINGS = 4_000;
    private static final int POOLS = 1_000;

    private final long seed = Optional.ofNullable(System.getProperty("confidant.seed"))
            .map(Long::parseLong)
            .orElseGet(System::nanoTime);
    private final Random random = new Random(seed);
    private final TestHouse test = new TestHouse();
    private final PoolId pool = test.mei.pool();
    private final Bench bench = new Bench(test.house, "one", test.stores);
    private final List<Ref> clients = new ArrayList<>();
    private final List<Sealed> words = new ArrayList<>();

    @Test
    void everyFlippedByte_isNoticed_andNoneIsServed() {
        System.out.println("seed: -Dconfidant.seed=" + seed);
        fill(CLIENTS);
        assertThat(opened()).as("as they were sealed").isEqualTo(CLIENTS / EVERY);
        int rows = rows();
        int keys = wrappedKeys();
        done(bench.sealer.seal(pool));
        int rings = rings();
        int pools = poolKeys();
        System.out.printf(
                "noticed: %d of %d in rows, %d of %d in wrapped keys, %d of %d in parts of a ring, %d of %d in pool keys%n",
                rows, ROWS, keys, KEYS, rings, RINGS, pools, POOLS);

        assertThat(rows + keys + rings + pools)
                .as("with -Dconfidant.seed=%d", seed)
                .isEqualTo(100_000);
        assertThat(opened()).as("after all that, from the ring").isEqualTo(CLIENTS / EVERY);
    }

    private int opened() {
        Bench fresh = new Bench(test.house, "two", test.stores);
        int opened = 0;
        for (int i = 0; i < words.size(); i += EVERY) {
            Pass pass = fresh.pass(clients.get(i), Purpose.SERVICE, 1);
            opened += done(fresh.gate.open(pass, "message", "text", "id", 0, words.get(i)))
                            .isPresent()
                    ? 1
                    : 0;
        }
        return opened;
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            Ref client = Bench.someone(pool);
            clients.add(client);
            words.add(bench.seal(client, Purpose.SERVICE, 1));
        }
    }

    private int rows() {
        int noticed = 0;
        for (int i = 0; i < ROWS; i++) {
            int at = random.nextInt(words.size());
            Pass pass = bench.pass(clients.get(at), Purpose.SERVICE, 1);
            Sealed flipped = new Sealed(flip(words.get(at).bytes()));
            noticed += done(bench.gate.open(pass, "message", "text", "id", 0, flipped))
                            .isEmpty()
                    ? 1
                    : 0;
        }
        return noticed;
    }

    private int wrappedKeys() {
        List<WrappedKey> journal = new ArrayList<>();
        done(test.stores.keys().dataKeys(pool, 1, journal::addAll));
        PoolKey key = done(bench.keys.heads().now(pool)).current();
        return refused(KEYS, () -> {
            WrappedKey row = journal.get(random.nextInt(journal.size()));
            byte[] flipped = flip(row.wrapped().orElseThrow());
            bench.house.vault().openDataKey(key, row.client(), row.purpose(), row.keyNo(), flipped);
        });
    }

    private int rings() {
        Opened opened = done(bench.keys.heads().now(pool));
        Head head = opened.head();
        List<Part> parts = new ArrayList<>();
        done(test.stores.keys().parts(pool, head.ring().orElseThrow().id(), parts::addAll));
        return refused(RINGS, () -> {
            Part part = parts.get(random.nextInt(parts.size()));
            RingPlace place = new RingPlace(
                    head.ring().orElseThrow().id(),
                    part.number(),
                    head.ring().orElseThrow().parts());
            bench.house.vault().openPart(opened.current(), place, flip(part.sealed()));
        });
    }

    private int poolKeys() {
        Head head = done(test.stores.keys().head(pool)).orElseThrow();
        return refused(
                POOLS,
                () -> bench.house
                        .vault()
                        .openPool(
                                bench.house.id(),
                                pool,
                                head.current().version(),
                                flip(head.current().wrapped())));
    }

    private int refused(int times, Runnable attempt) {
        int refused = 0;
        for (int i = 0; i < times; i++) {
            try {
                attempt.run();
            } catch (VaultRefused noticed) {
                refused++;
            }
        }
        return refused;
    }

    private byte[] flip(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 + random.nextInt(255));
        return flipped;
    }
}
