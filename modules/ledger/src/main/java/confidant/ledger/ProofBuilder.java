package confidant.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds proofs from stored tiles, RFC 9162 sections 2.1.3.1 and 2.1.4.1. What it builds is only as good as the
 * tiles: check it with {@code verify}.
 * For one thread; keeps the tiles it has read.
 */
public final class ProofBuilder {
    private final TileReader tiles;
    private final long logSize;
    private final Hasher hasher = new Hasher();
    private final Map<TilePath, byte[]> read = new HashMap<>();

    /** @param logSize the size up to which tiles are stored, usually the newest checkpoint's */
    public ProofBuilder(TileSource tiles, long logSize) {
        this.tiles = new TileReader(tiles);
        this.logSize = logSize;
    }

    /**
     * @throws IllegalArgumentException unless index &lt; treeSize &lt;= the log's size
     * @throws Damaged if a tile that is needed is missing or has a wrong length
     */
    public InclusionProof inclusion(long index, long treeSize) {
        check(index >= 0 && index < treeSize && treeSize <= logSize);
        return new InclusionProof(index, treeSize, hashes(Span.inclusion(index, treeSize)));
    }

    /**
     * @throws IllegalArgumentException unless 0 &lt; size1 &lt;= size2 &lt;= the log's size
     * @throws Damaged if a tile that is needed is missing or has a wrong length
     */
    public ConsistencyProof consistency(long size1, long size2) {
        check(size1 > 0 && size1 <= size2 && size2 <= logSize);
        return new ConsistencyProof(size1, size2, hashes(Span.consistency(size1, size2)));
    }

    /**
     * The root the tree had at an earlier size, or has now.
     *
     * @throws IllegalArgumentException if the size is not one the log has had
     * @throws Damaged if a tile that is needed is missing or has a wrong length
     */
    public Hash rootAt(long treeSize) {
        check(treeSize >= 0 && treeSize <= logSize);
        return treeSize == 0 ? Merkle.emptyRoot() : hash(new Span(0, treeSize));
    }

    /** The tiles {@link #inclusion} reads, for a caller that must fetch them beforehand. */
    public static Set<TilePath> tilesFor(long index, long treeSize, long logSize) {
        return tilesOf(Span.inclusion(index, treeSize), logSize);
    }

    /** The tiles {@link #consistency} reads, for a caller that must fetch them beforehand. */
    public static Set<TilePath> tilesForConsistency(long size1, long size2, long logSize) {
        return tilesOf(Span.consistency(size1, size2), logSize);
    }

    private static Set<TilePath> tilesOf(List<Span> spans, long logSize) {
        Set<TilePath> paths = new LinkedHashSet<>();
        spans.forEach(span -> span.pieces().forEach(piece -> paths.add(pathOf(piece, logSize))));
        return paths;
    }

    private static TilePath pathOf(Span.Piece piece, long logSize) {
        return TilePath.hashes(piece.level(), piece.tile(), TilePath.widthAt(piece.level(), piece.tile(), logSize));
    }

    private List<Hash> hashes(List<Span> spans) {
        List<Hash> hashes = new ArrayList<>();
        spans.forEach(span -> hashes.add(hash(span)));
        return hashes;
    }

    private Hash hash(Span span) {
        List<Span.Piece> pieces = span.pieces();
        Hash hash = hash(pieces.get(pieces.size() - 1));
        for (int i = pieces.size() - 2; i >= 0; i--) {
            hash = hasher.node(hash(pieces.get(i)), hash);
        }
        return hash;
    }

    private Hash hash(Span.Piece piece) {
        byte[] tile = read.computeIfAbsent(pathOf(piece, logSize), tiles::hashes);
        return hasher.root(tile, piece.first(), piece.count());
    }

    private static void check(boolean inRange) {
        if (!inRange) {
            throw new IllegalArgumentException("a proof is asked for beyond the log's size");
        }
    }
}
