package confidant.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters by name and one fixed word; never by anything that a person could be found with. Thread-safe. */
final class Counts {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void add(String name, String kind) {
        add(name, kind, 1);
    }

    void add(String name, String kind, long by) {
        counts.computeIfAbsent(name + "{kind=\"" + kind + "\"}", key -> new LongAdder())
                .add(by);
    }

    /** All of them in Prometheus' text format. */
    String text() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(counts)
                .forEach((name, count) ->
                        text.append(name).append(' ').append(count.sum()).append('\n'));
        return text.toString();
    }
}
