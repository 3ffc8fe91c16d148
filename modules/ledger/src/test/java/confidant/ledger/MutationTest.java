package confidant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.ledger.ForgingOperator.Deed;
import confidant.ledger.ForgingOperator.Forged;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A hundred thousand ways to change the past, and a hundred thousand changed bytes. */
class MutationTest {
    private static final int ROUNDS = 100_000;
    private static final long SEED = Optional.ofNullable(System.getProperty("confidant.seed"))
            .map(Long::parseLong)
            .orElseGet(() -> new java.util.Random().nextLong());

    private final SplittableRandom random = new SplittableRandom(SEED);

    MutationTest() {
        System.out.println("seed: -Dconfidant.seed=" + SEED);
    }

    /**
     * Whoever kept one checkpoint needs nothing else: no proof of the forged log, and none of the honest one, leads from
     * it to the forged head; and no proof puts an entry that was touched where it stood.
     */
    @Test
    void forgedPast_isFound_fromACheckpointOrAReceiptAlone() {
        ForgingOperator operator = new ForgingOperator(3_000, random);
        Map<Deed, Integer> found = new EnumMap<>(Deed.class);
        Set<Integer> honest = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Deed deed = Deed.values()[round % Deed.values().length];
            int seen = 1 + random.nextInt(operator.size);
            Forged forged = operator.forge(deed, seen);
            String what =
                    deed + " at " + forged.at() + ", seen " + seen + ", forged " + forged.size() + ", seed " + SEED;
            if (honest.add(seen)) {
                assertThat(accepted(operator, seen, operator.tiles(), operator.size, operator.root(operator.size)))
                        .as("the honest log, " + what)
                        .isTrue();
            }
            assertThat(accepted(
                            operator,
                            seen,
                            forged.tiles(),
                            forged.size(),
                            forged.state().root()))
                    .as(what)
                    .isFalse();
            if (forged.size() <= operator.size) {
                assertThat(accepted(
                                operator,
                                seen,
                                operator.tiles(),
                                forged.size(),
                                forged.state().root()))
                        .as("with the honest log's proof, " + what)
                        .isFalse();
            }
            assertThat(contains(operator, forged)).as("entry, " + what).isFalse();
            found.merge(deed, 1, Integer::sum);
        }
        assertThat(found)
                .hasSize(Deed.values().length)
                .allSatisfy((deed, times) -> assertThat(times).isEqualTo(ROUNDS / Deed.values().length));
    }

    /** What somebody who kept the checkpoint of size {@code seen} says to a newer head. */
    private static boolean accepted(ForgingOperator operator, int seen, TileSource tiles, long size, Hash root) {
        if (size < seen) {
            return new ConsistencyProof(seen, size, List.of()).verify(operator.root(seen), root);
        }
        return new ProofBuilder(tiles, size).consistency(seen, size).verify(operator.root(seen), root);
    }

    /** Whether the forged log can still prove the first entry it touched. */
    private static boolean contains(ForgingOperator operator, Forged forged) {
        if (forged.at() >= forged.size()) {
            return new InclusionProof(forged.at(), forged.size(), List.of())
                    .verify(operator.leaf(forged.at()), forged.state().root());
        }
        return new ProofBuilder(forged.tiles(), forged.size())
                .inclusion(forged.at(), forged.size())
                .verify(operator.leaf(forged.at()), forged.state().root());
    }

    /** Of each size as many as it costs little to hash again. */
    @Test
    void flippedByte_isFound_andTheEntryIsNamed() {
        flip(TestLog.ofSize(37, 37), ROUNDS * 36 / 100);
        flip(TestLog.ofSize(300, 100), ROUNDS * 60 / 100);
        flip(TestLog.ofSize(3_000, 500), ROUNDS * 4 / 100);
    }

    private void flip(TestLog log, int rounds) {
        Checkpoint head = log.head().checkpoint();
        List<TilePath> paths = TilePath.allOf(head.size()).toList();
        List<Place> places = new ArrayList<>();
        long bytes = 0;
        for (TilePath path : paths) {
            bytes += log.stored.get(path.text()).length;
            places.add(new Place(path, bytes));
        }
        for (int round = 0; round < rounds; round++) {
            long at = random.nextLong(bytes);
            Place place =
                    places.stream().filter(one -> at < one.end()).findFirst().orElseThrow();
            byte[] good = log.stored.get(place.path().text());
            int offset = (int) (at - (place.end() - good.length));
            int mask = 1 + random.nextInt(255);
            log.flip(place.path(), offset, mask);
            List<Finding> findings = LogVerifier.scan(head, log);
            log.stored.put(place.path().text(), good);
            String what = place.path() + " at " + offset + " by " + mask + ", size " + head.size() + ", seed " + SEED;
            assertThat(findings).as(what).isNotEmpty();
            Finding first = findings.get(0);
            assertThat(first.subject()).as(what).isEqualTo(place.path().text());
            if (place.path().level() == 0) {
                assertThat(findings.stream().mapToLong(Finding::number).min())
                        .as(what)
                        .hasValue(entryAt(place.path(), good, offset));
            } else {
                assertThat(first.words())
                        .as(what)
                        .contains("hash " + offset / Hash.BYTES + " ")
                        .contains("entries " + spanAt(place.path(), offset));
            }
        }
        assertThat(LogVerifier.scan(head, log)).isEmpty();
    }

    /** A tile, and where its bytes end when all tiles are laid in a row. */
    private record Place(TilePath path, long end) {}

    private static long entryAt(TilePath path, byte[] bytes, int offset) {
        if (!path.isEntries()) {
            return path.firstEntry() + offset / Hash.BYTES;
        }
        EntryBundle.Cursor cursor = new EntryBundle.Cursor(bytes);
        long number = path.firstEntry();
        while (cursor.next() && cursor.from() + cursor.length() <= offset) {
            number++;
        }
        return number;
    }

    private static String spanAt(TilePath path, int offset) {
        long one = 1L << 8 * path.level();
        long first = path.firstEntry() + offset / Hash.BYTES * one;
        return first + " to " + (first + one - 1);
    }
}
