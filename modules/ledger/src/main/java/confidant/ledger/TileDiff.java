package confidant.ledger;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A stored tile that is not what the entries below it give. */
record TileDiff(TilePath path, byte[] stored, byte[] computed) {
    /** The positions at which the two differ. */
    IntStream positions() {
        return IntStream.range(0, path.width()).filter(i -> !sameAt(i));
    }

    private boolean sameAt(int i) {
        int from = i * Hash.BYTES;
        int to = from + Hash.BYTES;
        return Arrays.equals(stored, from, to, computed, from, to);
    }

    Hash storedRoot() {
        return new Hasher().root(stored, 0, path.width());
    }
}
