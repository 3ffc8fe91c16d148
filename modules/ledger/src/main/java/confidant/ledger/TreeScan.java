package confidant.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One pass over a stored log: every entry is hashed again, every tile compared with what the entries give. Only what
 * differs is kept, so memory stays
 * small (about a thousandth of the log). Does not know the root the log should have; {@link Blame} does.
 */
final class TreeScan {
    /** Past this many damaged tiles the rest is not worth listing, and a forged size must not keep us busy for ever. */
    private static final int MOST_DAMAGE = 256;

    private final long size;
    private final TileReader reader;
    private final List<Finding> findings;
    private final Hasher hasher = new Hasher();
    private final Frontier fromEntries = new Frontier(hasher);
    private final Frontier fromTiles = new Frontier(hasher);
    private final List<List<Hash>> computed = new ArrayList<>();
    private final List<Map<Long, TileDiff>> diffs = new ArrayList<>();
    private final Map<Long, Hash> roots = new HashMap<>();
    private int damage;
    private long tiles;

    /** @param watched the sizes whose roots are wanted */
    TreeScan(long size, TileSource source, List<Long> watched, List<Finding> findings) {
        this.size = size;
        this.reader = new TileReader(source);
        this.findings = findings;
        watched.forEach(wanted -> roots.put(wanted, Merkle.emptyRoot()));
        for (int level = 0; level <= TilePath.LEVELS; level++) {
            computed.add(new ArrayList<>());
            diffs.add(new HashMap<>());
        }
    }

    void run() {
        for (int level = 0; level < TilePath.LEVELS; level++) {
            for (long index = 0; TilePath.widthAt(level, index, size) > 0; index++) {
                if (stopped()) {
                    findings.add(Finding.of(
                            Finding.Kind.STOPPED, "", "too much of the log is damaged; the rest was not looked at"));
                    return;
                }
                checkTile(TilePath.hashes(level, index, TilePath.widthAt(level, index, size)));
            }
        }
    }

    private void checkTile(TilePath path) {
        Optional<byte[]> found = stored(path);
        byte[] expected = path.level() == 0 ? leaves(path, found) : computedTile(path);
        byte[] tile = found.orElse(expected);
        if (!Arrays.equals(tile, expected)) {
            damage++;
            diffs.get(path.level()).put(path.index(), new TileDiff(path, tile, expected));
        }
        if (path.isPartial()) {
            fromTiles.restore(path.level(), tile, path.width());
        }
    }

    private Optional<byte[]> stored(TilePath path) {
        tiles++;
        Optional<byte[]> tile = reader.find(path);
        if (tile.isEmpty()) {
            report(Finding.of(Finding.Kind.MISSING, path.text(), "tile `" + path + "` is missing"));
        } else if (tile.get().length != path.width() * Hash.BYTES) {
            report(Finding.of(Finding.Kind.MALFORMED, path.text(), "tile `" + path + "` has a wrong length"));
            return Optional.empty();
        }
        return tile;
    }

    private byte[] computedTile(TilePath path) {
        byte[] tile = new byte[path.width() * Hash.BYTES];
        List<Hash> hashes = computed.get(path.level());
        int from = (int) path.index() * TilePath.FULL;
        for (int i = 0; i < path.width(); i++) {
            hashes.get(from + i).copyTo(tile, i);
        }
        return tile;
    }

    private byte[] leaves(TilePath path, Optional<byte[]> tile) {
        byte[] leaves = hashEntries(path, tile);
        for (int i = 0; i < path.width(); i++) {
            fromEntries.add(Hash.at(leaves, i), this::keep);
            if (!roots.isEmpty()) {
                roots.computeIfPresent(fromEntries.size(), (at, none) -> fromEntries.root());
            }
        }
        return leaves;
    }

    private void keep(int level, Hash hash) {
        if (level > 0) {
            computed.get(level).add(hash);
        }
    }

    /**
     * The leaf hashes of a bundle's entries; where entries cannot be read, that is reported here and the tile's word
     * taken instead.
     */
    private byte[] hashEntries(TilePath path, Optional<byte[]> tile) {
        tiles++;
        TilePath bundlePath = TilePath.entries(path.index(), path.width());
        byte[] leaves = new byte[path.width() * Hash.BYTES];
        Optional<byte[]> bundle = reader.find(bundlePath);
        if (bundle.isEmpty()) {
            report(Finding.ofEntry(
                    Finding.Kind.MISSING,
                    bundlePath.text(),
                    path.firstEntry(),
                    range(path) + " are missing: there is no `" + bundlePath + "`"));
            return tile.orElse(leaves);
        }
        EntryBundle.Cursor cursor = new EntryBundle.Cursor(bundle.get());
        int read = 0;
        while (read < path.width() && cursor.next()) {
            hasher.leaf(bundle.get(), cursor.from(), cursor.length()).copyTo(leaves, read);
            read++;
        }
        if (read < path.width() || !cursor.atEnd()) {
            brokenBundle(bundlePath, read, leaves, tile.orElse(leaves));
        }
        return leaves;
    }

    private void brokenBundle(TilePath bundle, int read, byte[] leaves, byte[] tile) {
        // A changed length shows as a wrong hash of its own entry first, and as nonsense further on.
        int differing = Arrays.mismatch(leaves, 0, read * Hash.BYTES, tile, 0, read * Hash.BYTES);
        int bad = differing < 0 ? read : differing / Hash.BYTES;
        if (bad == bundle.width()) {
            report(Finding.of(
                    Finding.Kind.MALFORMED, bundle.text(), "`" + bundle + "` has bytes after its last entry"));
            return;
        }
        long number = bundle.firstEntry() + bad;
        report(Finding.ofEntry(
                Finding.Kind.ENTRY_CHANGED,
                bundle.text(),
                number,
                "entry " + number + " was changed in its length; what follows it in `" + bundle + "` cannot be read"));
        System.arraycopy(tile, bad * Hash.BYTES, leaves, bad * Hash.BYTES, leaves.length - bad * Hash.BYTES);
    }

    private void report(Finding finding) {
        damage++;
        findings.add(finding);
    }

    private static String range(TilePath path) {
        return "entries " + path.firstEntry() + " to " + (path.firstEntry() + path.width() - 1);
    }

    boolean stopped() {
        return damage > MOST_DAMAGE;
    }

    long entries() {
        return fromEntries.size();
    }

    long tiles() {
        return tiles;
    }

    /** The root the entries give. */
    Hash rootFromEntries() {
        return fromEntries.root();
    }

    /** The root the stored tiles at the right edge give. */
    Hash rootFromTiles() {
        return fromTiles.root();
    }

    /** The root the entries give at a watched size. */
    Hash rootAt(long watched) {
        return roots.getOrDefault(watched, Merkle.emptyRoot());
    }

    /** The tiles of a level that differ, by their index. */
    Map<Long, TileDiff> diffs(int level) {
        return diffs.get(level);
    }

    /** The hash at a level (1 or higher) that the entries give. */
    Hash computed(int level, long index) {
        return computed.get(level).get((int) index);
    }

    /** The hash at a level (1 or higher) that the stored tile has. */
    Hash stored(int level, long index) {
        TileDiff diff = diffs.get(level).get(index / TilePath.FULL);
        return diff == null ? computed(level, index) : Hash.at(diff.stored(), (int) (index % TilePath.FULL));
    }
}
