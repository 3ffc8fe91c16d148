package confidant.ledger;

import java.util.List;
import java.util.Optional;

/**
 * Tells which of an entry, its hash and the hashes above was changed, where a scan found them to differ. The signed
 * root is what is trusted: what
 * leads to it is right. Where nothing does, two that agree are believed against the third.
 */
final class Blame {
    private final TreeScan scan;
    private final long size;
    private final boolean entriesGood;
    private final boolean edgeGood;
    private final List<Finding> findings;

    Blame(TreeScan scan, Checkpoint head, List<Finding> findings) {
        this.scan = scan;
        this.size = head.size();
        this.entriesGood = !scan.stopped() && scan.rootFromEntries().equals(head.root());
        this.edgeGood = !scan.stopped() && scan.rootFromTiles().equals(head.root());
        this.findings = findings;
    }

    void run() {
        for (int level = 0; level < TilePath.LEVELS; level++) {
            List<TileDiff> diffs = scan.diffs(level).values().stream()
                    .sorted((a, b) -> Long.compare(a.path().index(), b.path().index()))
                    .toList();
            for (TileDiff diff : diffs) {
                if (entriesGood) {
                    diff.positions().forEach(i -> hashChanged(diff, i));
                } else if (level == 0) {
                    leafDiff(diff);
                } else if (!scan.stopped()) {
                    diff.positions().forEach(i -> upperDiff(diff, i));
                }
            }
        }
        if (!entriesGood && !edgeGood && !scan.stopped()) {
            findings.add(Finding.of(
                    Finding.Kind.ROOT_DIFFERS, "checkpoint", "the entries do not lead to the checkpoint's root"));
        }
    }

    boolean entriesGood() {
        return entriesGood;
    }

    private void hashChanged(TileDiff diff, int position) {
        TilePath path = diff.path();
        if (path.level() > 0) {
            long under = 1L << 8 * path.level();
            long first = path.firstEntry() + position * under;
            String words = "hash " + position + " in tile `" + path + "` was changed: it stands over the entries "
                    + first + " to " + (first + under - 1);
            findings.add(Finding.of(Finding.Kind.TILE_CHANGED, path.text(), words));
            return;
        }
        long number = path.firstEntry() + position;
        String words = "the hash of entry " + number + " in tile `" + path + "` was changed";
        findings.add(Finding.ofEntry(Finding.Kind.TILE_CHANGED, path.text(), number, words));
    }

    private void leafDiff(TileDiff diff) {
        TilePath path = diff.path();
        Optional<Hash> above = above(path);
        if (above.isPresent() && above.get().equals(scan.computed(1, path.index()))) {
            diff.positions().forEach(i -> hashChanged(diff, i));
            return;
        }
        boolean tileGood = above.map(diff.storedRoot()::equals).orElse(edgeGood);
        diff.positions().forEach(i -> {
            long number = path.firstEntry() + i;
            String words = tileGood
                    ? "entry " + number + " was changed: it does not fit its hash in tile `" + path + "`"
                    : "entry " + number + " or its hash in tile `" + path + "` was changed: they do not fit";
            findings.add(Finding.ofEntry(
                    Finding.Kind.ENTRY_CHANGED,
                    TilePath.entries(path.index(), path.width()).text(),
                    number,
                    words));
        });
    }

    private void upperDiff(TileDiff diff, int position) {
        TilePath path = diff.path();
        long child = path.index() * TilePath.FULL + position;
        Hash here = Hash.at(diff.stored(), position);
        Optional<TileDiff> below =
                Optional.ofNullable(scan.diffs(path.level() - 1).get(child));
        if (below.isPresent() && below.get().storedRoot().equals(here)) {
            return; // only follows from what was found below
        }
        if (below.isPresent() || !trusted(path.level(), path.index())) {
            hashChanged(diff, position);
            return;
        }
        TilePath rewritten = TilePath.hashes(path.level() - 1, child, TilePath.FULL);
        long first = rewritten.firstEntry();
        long last = first + (TilePath.FULL << 8 * rewritten.level()) - 1;
        findings.add(Finding.ofEntry(
                Finding.Kind.ENTRIES_REWRITTEN,
                rewritten.text(),
                first,
                "among the entries " + first + " to " + last + " some were changed together with their hashes"));
    }

    /** The stored hash of a full tile in the tile above it. */
    private Optional<Hash> above(TilePath path) {
        return path.isPartial() || scan.stopped()
                ? Optional.empty()
                : Optional.of(scan.stored(path.level() + 1, path.index()));
    }

    /** Whether a stored tile leads to the signed root. */
    private boolean trusted(int level, long index) {
        if (TilePath.widthAt(level, index, size) < TilePath.FULL) {
            return edgeGood;
        }
        TileDiff diff = scan.diffs(level).get(index);
        Hash root = diff == null ? scan.computed(level + 1, index) : diff.storedRoot();
        return root.equals(scan.stored(level + 1, index)) && trusted(level + 1, index / TilePath.FULL);
    }
}
