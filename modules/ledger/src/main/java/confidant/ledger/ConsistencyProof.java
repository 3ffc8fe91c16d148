package confidant.ledger;

import java.util.List;

/**
 * Shows that a log only grew between two sizes, RFC 9162 section 2.1.4. Proves nothing before {@link #verify} said
 * yes against roots whose signatures
 * were checked.
 *
 * @param size1 the older size
 * @param size2 the newer size
 * @param path the hashes that lead to both roots
 */
public record ConsistencyProof(long size1, long size2, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * RFC 9162 section 2.1.4.2. False if {@code size1} is 0: every log extends the empty one, so such a proof says
     * nothing.
     */
    public boolean verify(Hash root1, Hash root2) {
        if (size1 < 1 || size1 > size2) {
            return false;
        }
        if (size1 == size2) {
            return path.isEmpty() && root1.equals(root2);
        }
        if (path.isEmpty()) {
            return false;
        }
        boolean whole =
                Long.bitCount(size1) == 1; // then the old root itself starts the path and is left out of the proof
        return climb(whole ? root1 : path.get(0), path.subList(whole ? 0 : 1, path.size()), root1, root2);
    }

    private boolean climb(Hash start, List<Hash> siblings, Hash root1, Hash root2) {
        Hasher hasher = new Hasher();
        int low = Long.numberOfTrailingZeros(size1);
        long node = size1 - 1 >> low;
        long last = size2 - 1 >> low;
        Hash old = start;
        Hash now = start;
        for (Hash sibling : siblings) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = hasher.node(sibling, old);
                now = hasher.node(sibling, now);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                now = hasher.node(now, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(root1) && now.equals(root2);
    }
}
