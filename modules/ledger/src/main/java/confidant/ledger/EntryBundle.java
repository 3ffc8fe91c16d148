package confidant.ledger;

import java.io.ByteArrayOutputStream;
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        entries.forEach(entry -> write(out, entry));
        return out.toByteArray();
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

    static void write(ByteArrayOutputStream out, byte[] entry) {
        if (entry.length > LONGEST_ENTRY) {
            throw new Malformed("an entry has at most " + LONGEST_ENTRY + " bytes, not " + entry.length);
        }
        out.write(entry.length >>> 8);
        out.write(entry.length);
        out.write(entry, 0, entry.length);
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
