package confidant.ledger;

import java.util.Optional;

/**
 * Where stored tiles are read from. Called on the thread of the work that needs them, one at a time; a slow source is
 * best read ahead into a map
 * ({@link TilePath#allOf}, {@link LogState#tilesToRestore}, {@link ProofBuilder#tilesFor}).
 *
 * <p>A source need not keep a partial tile once its full tile is there: readers here fall back to the full one
 * (tlog-tiles, "Partial Tiles").
 */
@FunctionalInterface
public interface TileSource {
    /** The stored bytes, or empty if there is no such tile. The array is read, never written to. */
    Optional<byte[]> read(TilePath path);
}
