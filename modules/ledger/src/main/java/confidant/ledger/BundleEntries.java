package confidant.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The entries of a bundle, in their order. Checks nothing: verify the bundle first. */
public final class BundleEntries {
    private BundleEntries() {}

    /**
     * Hands out every entry below the newest checkpoint.
     *
     * @throws IOException if the file cannot be read, or is no zip
     * @throws Damaged if a part is missing
     * @throws Malformed if a part is no part of a log
     */
    public static void each(Path file, Consumer<byte[]> use) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (BundleFile bundle = BundleFile.open(file, findings)) {
            String head = bundle.read(BundleLayout.CHECKPOINT)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElseThrow(() -> new Damaged("the checkpoint is missing"));
            long size = SignedCheckpoint.parse(head).checkpoint().size();
            TileReader tiles = new TileReader(bundle);
            for (long tile = 0; tile * TilePath.FULL < size; tile++) {
                int width = (int) Math.min(TilePath.FULL, size - tile * TilePath.FULL);
                EntryBundle.decode(tiles.required(TilePath.entries(tile, width)), width)
                        .forEach(use);
            }
        }
    }
}
