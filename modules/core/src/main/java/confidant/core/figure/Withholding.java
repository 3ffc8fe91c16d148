package confidant.core.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of the noised cells may be shown. Decided by noised counts alone: by true ones, the very withholding would tell whether a
 * group has nine people or ten. Pure.
 */
record Withholding(Map<String, Long> shown, List<String> withheld) {

    /**
     * Withholds what is under {@code threshold}; where that is one cell alone, the smallest of the others too, as whoever knows
     * the sum would know it.
     *
     * @param noised cells with noise, in their order
     */
    static Withholding of(Map<String, Long> noised, int threshold) {
        List<String> withheld = new ArrayList<>();
        noised.forEach((cell, count) -> {
            if (count < threshold) {
                withheld.add(cell);
            }
        });
        if (withheld.size() == 1) {
            noised.entrySet().stream()
                    .filter(cell -> !withheld.contains(cell.getKey()))
                    .min(Comparator.comparingLong(Map.Entry::getValue))
                    .ifPresent(next -> withheld.add(next.getKey()));
        }
        Map<String, Long> shown = new LinkedHashMap<>();
        noised.forEach((cell, count) -> {
            if (!withheld.contains(cell)) {
                shown.put(cell, Math.max(0, count));
            }
        });
        return new Withholding(shown, withheld);
    }
}
