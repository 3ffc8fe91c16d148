package confidant.ledger;

import java.util.Arrays;

/**
 * The roots of the perfect subtrees a tree consists of, one for each bit set in its size: all that is needed to
 * append to it and to know its root.
 * Mutable, for one thread.
 */
final class Frontier {
    private static final int HEIGHTS = 63;
    private static final int TILE_HEIGHT = 8;

    /** Told of each hash that belongs into a tile, in the order in which tiles fill. */
    @FunctionalInterface
    interface Sink {
        void hash(int level, Hash hash);
    }

    private final Hasher hasher;
    private final Hash[] peaks;
    private long size;

    Frontier(Hasher hasher) {
        this.hasher = hasher;
        this.peaks = new Hash[HEIGHTS];
        Arrays.fill(peaks, Merkle.emptyRoot());
    }

    /** A copy to go on from; the original stays as it is. */
    Frontier(Hasher hasher, Frontier other) {
        this.hasher = hasher;
        this.peaks = other.peaks.clone();
        this.size = other.size;
    }

    /** Takes in the peaks that lie in one level's partial tile: one for each bit set in its width. */
    void restore(int level, byte[] tile, int width) {
        for (int bit = 0; bit < TILE_HEIGHT; bit++) {
            if ((width >> bit & 1) == 1) {
                int from = width >> bit + 1 << bit + 1;
                peaks[level * TILE_HEIGHT + bit] = hasher.root(tile, from, 1 << bit);
            }
        }
        size |= (long) width << (level * TILE_HEIGHT);
    }

    void add(Hash leaf, Sink sink) {
        Hash hash = leaf;
        int height = 0;
        sink.hash(0, hash);
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = hasher.node(peaks[height], hash);
            height++;
            if (height % TILE_HEIGHT == 0) {
                sink.hash(height / TILE_HEIGHT, hash);
            }
        }
        peaks[height] = hash;
        size++;
    }

    long size() {
        return size;
    }

    /** RFC 9162 section 2.1.1: the smaller subtrees, to the right, are joined first. */
    Hash root() {
        if (size == 0) {
            return Merkle.emptyRoot();
        }
        int height = Long.numberOfTrailingZeros(size);
        Hash root = peaks[height];
        for (height++; height < HEIGHTS; height++) {
            if ((size >> height & 1) == 1) {
                root = hasher.node(peaks[height], root);
            }
        }
        return root;
    }
}
