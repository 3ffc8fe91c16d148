package confidant.core.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The most recently used of many; thread-safe. */
public final class Recent<K, V> {
    private final Map<K, V> entries;

    public Recent(int most) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    public synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    public synchronized void removeValue(V value) {
        entries.values().removeIf(value::equals);
    }

    public synchronized void remove(K key) {
        entries.remove(key);
    }
}
