package confidant.ledger;

import java.util.Arrays;
import java.util.Optional;

/** Reads tiles of an exact width, from the full tile where the partial one is gone (tlog-tiles, "Partial Tiles"). */
final class TileReader {
    private final TileSource source;

    TileReader(TileSource source) {
        this.source = source;
    }

    /** The tile as stored, cut to the path's width where only the full one is there; its length is not checked. */
    Optional<byte[]> find(TilePath path) {
        Optional<byte[]> exact = source.read(path);
        if (exact.isPresent() || !path.isPartial()) {
            return exact;
        }
        return source.read(path.full()).map(full -> cut(path, full));
    }

    private static byte[] cut(TilePath path, byte[] full) {
        if (path.isEntries()) {
            return EntryBundle.prefix(full, path.width());
        }
        return Arrays.copyOf(full, Math.min(full.length, path.width() * Hash.BYTES));
    }

    /** @throws Damaged if it is missing or has another length than its width asks for */
    byte[] hashes(TilePath path) {
        byte[] tile = required(path);
        if (tile.length != path.width() * Hash.BYTES) {
            throw new Damaged(
                    "tile `" + path + "` has " + tile.length + " bytes instead of " + path.width() * Hash.BYTES);
        }
        return tile;
    }

    /** @throws Damaged if it is missing */
    byte[] required(TilePath path) {
        return find(path).orElseThrow(() -> new Damaged("tile `" + path + "` is missing"));
    }
}
