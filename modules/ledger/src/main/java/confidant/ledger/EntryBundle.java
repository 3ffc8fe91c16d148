package confidant.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The stored form of up to 256 entries: each with a big-endian uint16 length before it (tlog-tiles, "Log entries"). */
public final class EntryBundle {
    /** The longest entry the format can hold. */
    public static final int LONGEST_ENTRY = 65_535;

    static final int MOST_BYTES = TilePath.FULL * (2 + LONGEST_ENTRY);

    private EntryBundle() {}

    /** @throws Malformed if there are none or more than 256, or one is too long */
    public static byte[] encode(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TilePath.FULL) {
            throw new Malformed("an entry bundle holds 1 to 256 entries");
        }
        return extend(new byte[0], entries);
    }

    /** @throws Malformed if the bytes are not exactly {@code width} entries */
    public static List<byte[]> decode(byte[] bundle, int width) {
        Cursor cursor = new Cursor(bundle);
        List<byte[]> entries = new ArrayList<>(width);
        while (entries.size() < width && cursor.next()) {
            entries.add(Arrays.copyOfRange(bundle, cursor.from(), cursor.from() + cursor.length()));
        }
        if (entries.size() != width || !cursor.atEnd()) {
            throw new Malformed("an entry bundle does not hold exactly " + width + " entries");
        }
        return entries;
    }

    /** A bundle with further entries behind those it has; one copy, because a busy log does this for each batch. */
    static byte[] extend(byte[] bundle, List<byte[]> entries) {
        int length = bundle.length;
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new Malformed("an entry has at most " + LONGEST_ENTRY + " bytes, not " + entry.length);
            }
            length += 2 + entry.length;
        }
        byte[] longer = Arrays.copyOf(bundle, length);
        int at = bundle.length;
        for (byte[] entry : entries) {
            longer[at] = (byte) (entry.length >>> 8);
            longer[at + 1] = (byte) entry.length;
            System.arraycopy(entry, 0, longer, at + 2, entry.length);
            at += 2 + entry.length;
        }
        return longer;
    }

    /** The bytes of the first {@code width} entries, or all bytes if there are fewer. */
    static byte[] prefix(byte[] bundle, int width) {
        Cursor cursor = new Cursor(bundle);
        for (int i = 0; i < width; i++) {
            if (!cursor.next()) {
                return bundle;
            }
        }
        return Arrays.copyOf(bundle, cursor.from() + cursor.length());
    }

    /** Walks over a bundle without copying; stops where the bytes do not make an entry. */
    static final class Cursor {
        private final byte[] bundle;
        private int from;
        private int length;

        Cursor(byte[] bundle) {
            this.bundle = bundle;
        }

        boolean next() {
            int head = from + length;
            if (head + 2 > bundle.length) {
                return false;
            }
            int wanted = (bundle[head] & 0xff) << 8 | (bundle[head + 1] & 0xff);
            if (head + 2 + wanted > bundle.length) {
                return false;
            }
            from = head + 2;
            length = wanted;
            return true;
        }

        int from() {
            return from;
        }

        int length() {
            return length;
        }

        boolean atEnd() {
            return from + length == bundle.length;
        }
    }
}
