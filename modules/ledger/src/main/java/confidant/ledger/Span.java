package confidant.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The entries {@code from} to {@code to - 1} as one node of the tree, as RFC 9162 section 2.1 cuts it: {@code from}
 * is aligned to the largest power of two
 * below the span's length. Knows which hashes of which tiles its own hash is made of.
 */
record Span(long from, long to) {
    /** A perfect subtree: {@code count} consecutive hashes of one tile. */
    record Piece(int level, long tile, int first, int count) {}

    /** RFC 9162 section 2.1.3.1, PATH(m, D_n): the nodes beside the way from a leaf to the root, leaf's side first. */
    static List<Span> inclusion(long index, long size) {
        List<Span> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (index < middle) {
                path.add(new Span(middle, to));
                to = middle;
            } else {
                path.add(new Span(from, middle));
                from = middle;
            }
        }
        Collections.reverse(path);
        return path;
    }

    /** RFC 9162 section 2.1.4.1, PROOF(m, D_n) with 0 &lt; m &lt;= n. */
    static List<Span> consistency(long size1, long size2) {
        List<Span> path = new ArrayList<>();
        long from = 0;
        long to = size2;
        while (to != size1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (size1 <= middle) {
                path.add(new Span(middle, to));
                to = middle;
            } else {
                path.add(new Span(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            path.add(new Span(from, to)); // the old tree's last subtree, unless it is the old tree itself
        }
        Collections.reverse(path);
        return path;
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (long at = from; at < to; ) {
            long length = Long.highestOneBit(to - at);
            int height = Long.numberOfTrailingZeros(length);
            int level = height / 8;
            long first = TilePath.countAt(level, at);
            pieces.add(new Piece(level, first / TilePath.FULL, (int) (first % TilePath.FULL), 1 << height % 8));
            at += length;
        }
        return pieces;
    }
}
