package confidant.store.cassandra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Cuts many rows into small batches of one partition each. */
final class Chunks {
    private static final int SIZE = 100;

    private Chunks() {}

    static <T, P> List<List<T>> of(List<T> rows, Function<T, P> partition) {
        Map<P, List<T>> partitions = new LinkedHashMap<>();
        rows.forEach(row -> partitions
                .computeIfAbsent(partition.apply(row), absent -> new ArrayList<>())
                .add(row));
        List<List<T>> chunks = new ArrayList<>();
        for (List<T> all : partitions.values()) {
            for (int from = 0; from < all.size(); from += SIZE) {
                chunks.add(all.subList(from, Math.min(all.size(), from + SIZE)));
            }
        }
        return chunks;
    }
}
