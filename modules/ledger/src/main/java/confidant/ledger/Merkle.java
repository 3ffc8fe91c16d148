package confidant.ledger;

/**
 * The three hashes a Merkle tree is made of, RFC 6962 section 2.1 (the same as RFC 9162 section 2.1.1) with SHA-256.
 */
public final class Merkle {
    private static final Hash EMPTY = Hash.wrap(Hasher.sha256().digest());

    private Merkle() {}

    /** {@code SHA-256(0x00 || entry)}. */
    public static Hash leafHash(byte[] entry) {
        return new Hasher().leaf(entry, 0, entry.length);
    }

    /** {@code SHA-256(0x01 || left || right)}. */
    public static Hash nodeHash(Hash left, Hash right) {
        return new Hasher().node(left, right);
    }

    /** The root of a tree without entries, {@code SHA-256()}. */
    public static Hash emptyRoot() {
        return EMPTY;
    }
}
