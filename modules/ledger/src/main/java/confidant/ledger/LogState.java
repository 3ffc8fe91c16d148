package confidant.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What must be known of a log to append to it: its size, the partial tiles at its right edge and the entries of the
 * last, partial bundle.
 * Immutable, safe to share between threads. It is cheap to keep and can be made again from the stored tiles.
 */
public final class LogState {
    private static final LogState EMPTY = new LogState(new Frontier(new Hasher()), List.of(), new byte[0]);

    private final Frontier frontier;
    private final List<byte[]> edge;
    private final byte[] bundle;
    private final Hash root;

    /**
     * Takes over what it is given; {@code edge} has the partial tile of each level, of no bytes where the level ends
     * in a full one.
     */
    LogState(Frontier frontier, List<byte[]> edge, byte[] bundle) {
        this.frontier = frontier;
        this.edge = List.copyOf(edge);
        this.bundle = bundle;
        this.root = frontier.root();
    }

    /** A log without entries. */
    public static LogState empty() {
        return EMPTY;
    }

    /**
     * Rebuilds the state at a checkpoint from stored tiles. The caller has checked the checkpoint's signature.
     *
     * @throws Damaged if a tile is missing, or tiles, entries and the checkpoint's root do not agree; then nothing
     *     may be appended
     */
    public static LogState restore(Checkpoint checkpoint, TileSource source) {
        TileReader reader = new TileReader(source);
        Hasher hasher = new Hasher();
        Frontier frontier = new Frontier(hasher);
        List<byte[]> edge = new ArrayList<>();
        byte[] bundle = new byte[0];
        for (int level = 0; TilePath.countAt(level, checkpoint.size()) > 0 && level < TilePath.LEVELS; level++) {
            edge.add(new byte[0]);
        }
        for (TilePath path : tilesToRestore(checkpoint.size())) {
            if (path.isEntries()) {
                bundle = reader.required(path);
                checkBundle(hasher, path, bundle, edge.get(0));
            } else {
                byte[] tile = reader.hashes(path);
                edge.set(path.level(), tile);
                frontier.restore(path.level(), tile, path.width());
            }
        }
        LogState state = new LogState(frontier, edge, bundle);
        if (!state.root.equals(checkpoint.root())) {
            throw new Damaged("the stored tiles do not give the checkpoint's root");
        }
        return state;
    }

    private static void checkBundle(Hasher hasher, TilePath path, byte[] bundle, byte[] tile) {
        EntryBundle.Cursor cursor = new EntryBundle.Cursor(bundle);
        for (int i = 0; i < path.width(); i++) {
            if (!cursor.next()
                    || !hasher.leaf(bundle, cursor.from(), cursor.length()).isAt(tile, i)) {
                throw new Damaged("entry " + (path.firstEntry() + i) + " does not fit its hash in the stored tile");
            }
        }
        if (!cursor.atEnd()) {
            throw new Damaged("tile `" + path + "` holds more than its entries");
        }
    }

    /**
     * The tiles {@link #restore} reads, each perhaps as its full tile: at most one a level, and one entry bundle,
     * which comes last.
     */
    public static List<TilePath> tilesToRestore(long size) {
        List<TilePath> paths = new ArrayList<>();
        for (int level = 0; level < TilePath.LEVELS; level++) {
            long count = TilePath.countAt(level, size);
            int width = (int) (count % TilePath.FULL);
            if (width > 0) {
                paths.add(TilePath.hashes(level, count / TilePath.FULL, width));
            }
        }
        int width = (int) (size % TilePath.FULL);
        if (width > 0) {
            paths.add(TilePath.entries(size / TilePath.FULL, width));
        }
        return paths;
    }

    /** Number of entries, which is also the number the next entry gets. */
    public long size() {
        return frontier.size();
    }

    /** RFC 6962 root over all entries. */
    public Hash root() {
        return root;
    }

    /** The head of this log under a name, ready to be signed. */
    public Checkpoint checkpoint(String origin) {
        return new Checkpoint(origin, size(), root);
    }

    Frontier frontier() {
        return frontier;
    }

    List<byte[]> edge() {
        return edge;
    }

    byte[] bundle() {
        return bundle;
    }
}
