package confidant.ledger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The outcome of one {@link Appender#append}.
 *
 * @param firstIndex the number of the first entry appended; the others follow it
 * @param state the log afterwards
 * @param writes what must be stored, in this order, before a checkpoint of {@code state} is signed and published.
 *     Writing them again does no harm.
 */
public record Appended(long firstIndex, LogState state, Map<TilePath, byte[]> writes) {
    public Appended {
        writes = Collections.unmodifiableMap(new LinkedHashMap<>(writes));
    }
}
