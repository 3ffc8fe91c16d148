package confidant.bench.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a list of things that were sent, seen in the list that was read back. Repetitions count: a thing that was
 * sent twice must be there twice.
 *
 * @param outOfOrder how many at least would have to be moved to restore the order
 */
public record Comparison(int stored, int lost, int doubled, int outOfOrder) {

    public static <T> Comparison of(List<T> sent, List<T> read) {
        Map<T, Integer> missing = new HashMap<>();
        sent.forEach(thing -> missing.merge(thing, 1, Integer::sum));
        int stored = 0;
        for (T thing : read) {
            if (missing.getOrDefault(thing, 0) > 0) {
                missing.merge(thing, -1, Integer::sum);
                stored++;
            }
        }
        int kept = sent.equals(read) ? stored : commonInOrder(sent, read);
        return new Comparison(stored, sent.size() - stored, read.size() - stored, stored - kept);
    }

    public Comparison plus(Comparison other) {
        return new Comparison(
                stored + other.stored, lost + other.lost, doubled + other.doubled, outOfOrder + other.outOfOrder);
    }

    /** The length of the longest common subsequence. */
    private static <T> int commonInOrder(List<T> one, List<T> two) {
        int[] above = new int[two.size() + 1];
        for (T thing : one) {
            int[] row = new int[two.size() + 1];
            for (int i = 0; i < two.size(); i++) {
                row[i + 1] = thing.equals(two.get(i)) ? above[i] + 1 : Math.max(row[i], above[i + 1]);
            }
            above = row;
        }
        return above[two.size()];
    }
}
