package confidant.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Integrates a batch of entries into a log: pure, nothing is stored here. The same state and entries always give the
 * same bytes, so a batch that
 * was cut short by a crash is simply done again.
 */
public final class Appender {
    private final Hasher hasher = new Hasher();
    private final Frontier frontier;
    private final List<Edge> edges = new ArrayList<>();
    private final Map<TilePath, byte[]> writes = new LinkedHashMap<>();

    private byte[] bundle;

    private Appender(LogState state) {
        frontier = new Frontier(hasher, state.frontier());
        state.edge().forEach(tile -> edges.add(new Edge(tile)));
        bundle = state.bundle();
    }

    /**
     * Appends entries, in order. Costs one leaf hash and about one node hash an entry, and one copy of the last
     * bundle a call, so batches are cheaper
     * than single entries.
     *
     * @throws Malformed if an entry has more than {@link EntryBundle#LONGEST_ENTRY} bytes
     */
    public static Appended append(LogState state, List<byte[]> entries) {
        if (entries.isEmpty()) {
            return new Appended(state.size(), state, Map.of());
        }
        Appender appender = new Appender(state);
        for (int from = 0; from < entries.size(); ) {
            int room = TilePath.FULL - (int) (appender.frontier.size() % TilePath.FULL);
            int to = Math.min(from + room, entries.size());
            appender.fill(entries.subList(from, to));
            from = to;
        }
        return new Appended(state.size(), appender.finish(), appender.writes);
    }

    /** Adds at most as many entries as the last bundle has room for. */
    private void fill(List<byte[]> entries) {
        bundle = EntryBundle.extend(bundle, entries);
        entries.forEach(entry -> frontier.add(hasher.leaf(entry, 0, entry.length), this::put));
        if (frontier.size() % TilePath.FULL == 0) {
            writes.put(TilePath.entries(frontier.size() / TilePath.FULL - 1, TilePath.FULL), bundle);
            bundle = new byte[0];
        }
    }

    private void put(int level, Hash hash) {
        if (level == edges.size()) {
            edges.add(new Edge(new byte[0]));
        }
        Edge edge = edges.get(level);
        edge.add(hash);
        if (edge.width == TilePath.FULL) {
            // The frontier counts this entry only after all its hashes were put.
            long count = TilePath.countAt(level, frontier.size() + 1);
            writes.put(TilePath.hashes(level, count / TilePath.FULL - 1, TilePath.FULL), edge.take());
        }
    }

    private LogState finish() {
        List<byte[]> tiles = new ArrayList<>();
        for (int level = 0; level < edges.size(); level++) {
            Edge edge = edges.get(level);
            byte[] tile = edge.bytes();
            tiles.add(tile);
            if (edge.changed && edge.width > 0) {
                long index = TilePath.countAt(level, frontier.size()) / TilePath.FULL;
                writes.put(TilePath.hashes(level, index, edge.width), tile);
            }
        }
        int width = (int) (frontier.size() % TilePath.FULL);
        if (width > 0) {
            writes.put(TilePath.entries(frontier.size() / TilePath.FULL, width), bundle);
        }
        return new LogState(frontier, tiles, bundle);
    }

    /**
     * A tile that is being filled. It keeps the state's array until the first hash comes, as most upper tiles get
     * none.
     */
    private static final class Edge {
        private byte[] hashes;
        private int width;
        private boolean changed;

        Edge(byte[] partial) {
            hashes = partial;
            width = partial.length / Hash.BYTES;
        }

        void add(Hash hash) {
            if (!changed) {
                hashes = Arrays.copyOf(hashes, TilePath.FULL * Hash.BYTES);
                changed = true;
            }
            hash.copyTo(hashes, width);
            width++;
        }

        byte[] bytes() {
            return changed ? Arrays.copyOf(hashes, width * Hash.BYTES) : hashes;
        }

        byte[] take() {
            byte[] tile = bytes();
            width = 0;
            return tile;
        }
    }
}
