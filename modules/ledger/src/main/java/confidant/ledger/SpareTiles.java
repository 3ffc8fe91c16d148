package confidant.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks the tiles in a bundle that the newest checkpoint does not need: partial ones of earlier sizes must be
 * beginnings of today's.
 */
final class SpareTiles {
    private final long size;
    private final TileReader reader;
    private final List<Finding> findings;

    SpareTiles(long size, TileSource source, List<Finding> findings) {
        this.size = size;
        this.reader = new TileReader(source);
        this.findings = findings;
    }

    /** Returns how many of the tiles were spare. */
    int check(List<TilePath> tiles) {
        int spare = 0;
        for (TilePath path : tiles) {
            int width = TilePath.widthAt(path.level(), path.index(), size);
            if (path.width() > width) {
                findings.add(Finding.of(
                        Finding.Kind.STRANGE_FILE, path.text(), "tile `" + path + "` is beyond the checkpoint's size"));
            } else if (path.width() < width) {
                compare(path, new TilePath(path.kind(), path.level(), path.index(), width));
                spare++;
            }
        }
        return spare;
    }

    private void compare(TilePath path, TilePath today) {
        Optional<byte[]> current = reader.find(today);
        if (current.isEmpty()) {
            return; // already reported as missing
        }
        byte[] expected = path.isEntries()
                ? EntryBundle.prefix(current.get(), path.width())
                : Arrays.copyOf(current.get(), path.width() * Hash.BYTES);
        byte[] spare = reader.required(path);
        int at = Arrays.mismatch(expected, spare);
        if (at < 0) {
            return;
        }
        String words = "`" + path + "` is not a beginning of `" + today + "`";
        if (path.level() > 0) {
            findings.add(Finding.of(Finding.Kind.TILE_CHANGED, path.text(), words));
            return;
        }
        long number = path.firstEntry() + (path.isEntries() ? entryAt(expected, at) : at / Hash.BYTES);
        Finding.Kind kind = path.isEntries() ? Finding.Kind.ENTRY_CHANGED : Finding.Kind.TILE_CHANGED;
        findings.add(Finding.ofEntry(kind, path.text(), number, words + ": they differ at entry " + number));
    }

    private static int entryAt(byte[] bundle, int offset) {
        EntryBundle.Cursor cursor = new EntryBundle.Cursor(bundle);
        int entry = 0;
        while (cursor.next() && cursor.from() + cursor.length() <= offset) {
            entry++;
        }
        return entry;
    }
}
