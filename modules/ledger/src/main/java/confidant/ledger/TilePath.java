package confidant.ledger;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where a tile or an entry bundle lives, <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a> "Merkle Tree" and
 * "Log entries":
 * {@code tile/<L>/<N>[.p/<W>]} and {@code tile/entries/<N>[.p/<W>]}.
 *
 * @param kind hashes or entries
 * @param level 0 to 7 (a tree of 2^63 entries needs no more); 0 for entries
 * @param index which tile of the level
 * @param width how many hashes or entries it holds, 1 to 256; below 256 it is partial
 */
public record TilePath(Kind kind, int level, long index, int width) {
    /** Hashes or entries in a full tile. */
    public static final int FULL = 256;

    static final int LEVELS = 8;
    private static final long MOST_TILES = 1L << 55;

    /** What a tile holds. */
    public enum Kind {
        HASHES,
        ENTRIES
    }

    /** @throws Malformed if a part is out of its range */
    public TilePath {
        boolean levelFits = level >= 0 && level < LEVELS && (kind == Kind.HASHES || level == 0);
        if (!levelFits || index < 0 || index >= MOST_TILES || width < 1 || width > FULL) {
            throw new Malformed("a tile's level, number or width is out of range");
        }
    }

    public static TilePath hashes(int level, long index, int width) {
        return new TilePath(Kind.HASHES, level, index, width);
    }

    public static TilePath entries(long index, int width) {
        return new TilePath(Kind.ENTRIES, 0, index, width);
    }

    /** @throws Malformed if the text is not exactly in the form of {@link #text} */
    public static TilePath parse(String text) {
        String[] parts = text.split("/", -1);
        int end = parts.length;
        int width = FULL;
        if (end >= 4 && parts[end - 2].endsWith(".p")) {
            width = (int) Math.min(Decimal.parse(parts[end - 1]), FULL + 1);
            parts[end - 2] = parts[end - 2].substring(0, parts[end - 2].length() - 2);
            end--;
        }
        if (end < 3) {
            throw new Malformed("a tile's path has the form tile/level/number");
        }
        long index = 0;
        for (int i = 2; i < end && index < MOST_TILES; i++) {
            index = index * 1000 + group(parts[i]);
        }
        boolean entries = parts[1].equals("entries");
        int level = entries ? 0 : (int) Math.min(Decimal.parse(parts[1]), LEVELS);
        TilePath path = new TilePath(entries ? Kind.ENTRIES : Kind.HASHES, level, index, width);
        // One spelling only: whatever else the loop above let through shows here.
        if (!path.text().equals(text)) {
            throw new Malformed("a tile's path is not in its canonical form");
        }
        return path;
    }

    /** Every hash tile and entry bundle that a log of this size consists of, level 0 upwards, entries last. */
    public static Stream<TilePath> allOf(long size) {
        Stream<TilePath> all = Stream.empty();
        for (int level = 0; level < LEVELS && countAt(level, size) > 0; level++) {
            int at = level;
            all = Stream.concat(all, tiles(at, size).mapToObj(i -> hashes(at, i, widthAt(at, i, size))));
        }
        return Stream.concat(all, tiles(0, size).mapToObj(i -> entries(i, widthAt(0, i, size))));
    }

    /** How many hashes a level has in a tree of this size. */
    static long countAt(int level, long size) {
        return size >>> (8 * level);
    }

    /** How wide a tile is in a tree of this size; 0 if it is not there. */
    static int widthAt(int level, long index, long size) {
        long from = index * FULL;
        return (int) Math.max(0, Math.min(FULL, countAt(level, size) - from));
    }

    private static LongStream tiles(int level, long size) {
        long count = countAt(level, size);
        return LongStream.range(0, count / FULL + (count % FULL == 0 ? 0 : 1));
    }

    private static int group(String part) {
        String digits = part.startsWith("x") ? part.substring(1) : part;
        if (digits.length() != 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Malformed("a tile's number is written in groups of three digits");
        }
        return Integer.parseInt(digits);
    }

    public boolean isPartial() {
        return width < FULL;
    }

    public boolean isEntries() {
        return kind == Kind.ENTRIES;
    }

    /** The same tile once it is full. */
    public TilePath full() {
        return new TilePath(kind, level, index, FULL);
    }

    /** The number of the first entry under this tile, tlog-tiles' "start index". */
    public long firstEntry() {
        return (index * FULL) << (8 * level);
    }

    /** The path, relative to the log's prefix. */
    public String text() {
        StringBuilder number = new StringBuilder(three(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, "x" + three(rest % 1000) + "/");
        }
        String folder = isEntries() ? "entries" : Integer.toString(level);
        return "tile/" + folder + "/" + number + (isPartial() ? ".p/" + width : "");
    }

    private static String three(long group) {
        return Long.toString(1000 + group).substring(1);
    }

    @Override
    public String toString() {
        return text();
    }
}
