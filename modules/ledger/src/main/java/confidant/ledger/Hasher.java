package confidant.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * RFC 9162 section 2.1.1 hashing with one reused digest. Not safe for several threads: each run of work makes its
 * own.
 */
final class Hasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    Hash leaf(byte[] data, int from, int length) {
        digest.update(LEAF);
        digest.update(data, from, length);
        return Hash.wrap(digest.digest());
    }

    Hash node(Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.view());
        digest.update(right.view());
        return Hash.wrap(digest.digest());
    }

    /** The Merkle tree hash over {@code count} (one or more) consecutive hashes of a tile. */
    Hash root(byte[] tile, int from, int count) {
        if (count == 1) {
            return Hash.at(tile, from);
        }
        int split = Integer.highestOneBit(count - 1);
        return node(root(tile, from, split), root(tile, from + split, count - split));
    }
}
