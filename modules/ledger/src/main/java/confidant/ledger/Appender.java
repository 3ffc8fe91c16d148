package confidant.ledger;

import java.io.ByteArrayOutputStream;
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
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private final Map<TilePath, byte[]> writes = new LinkedHashMap<>();

    private Appender(LogState state) {
        frontier = new Frontier(hasher, state.frontier());
        state.edge().forEach(tile -> edges.add(new Edge(tile)));
        bundle.writeBytes(state.bundle());
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
        entries.forEach(appender::add);
        return new Appended(state.size(), appender.finish(), appender.writes);
    }

    private void add(byte[] entry) {
        EntryBundle.write(bundle, entry);
        frontier.add(hasher.leaf(entry, 0, entry.length), this::put);
        if (frontier.size() % TilePath.FULL == 0) {
            writes.put(TilePath.entries(frontier.size() / TilePath.FULL - 1, TilePath.FULL), bundle.toByteArray());
            bundle.reset();
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
        byte[] last = bundle.toByteArray();
        int width = (int) (frontier.size() % TilePath.FULL);
        if (width > 0) {
            writes.put(TilePath.entries(frontier.size() / TilePath.FULL, width), last);
        }
        return new LogState(frontier, tiles, last);
    }

    /** A tile that is being filled. */
    private static final class Edge {
        private final byte[] hashes;
        private int width;
        private boolean changed;

        Edge(byte[] partial) {
            hashes = Arrays.copyOf(partial, TilePath.FULL * Hash.BYTES);
            width = partial.length / Hash.BYTES;
        }

        void add(Hash hash) {
            hash.copyTo(hashes, width);
            width++;
            changed = true;
        }

        byte[] bytes() {
            return Arrays.copyOf(hashes, width * Hash.BYTES);
        }

        byte[] take() {
            byte[] tile = bytes();
            width = 0;
            return tile;
        }
    }
}
