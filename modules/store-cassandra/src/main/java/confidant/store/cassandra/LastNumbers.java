package confidant.store.cassandra;

import confidant.store.ConversationStore.Ref;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last number of conversations lately written here. A guess only: a wrong one costs a round, never an error. */
final class LastNumbers {
    private static final int MOST = 50_000;

    private final Map<Ref, Long> numbers = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ref, Long> eldest) {
            return size() > MOST;
        }
    };

    /** 0 when not known: right for a new conversation. */
    synchronized long of(Ref ref) {
        return numbers.getOrDefault(ref, 0L);
    }

    synchronized void note(Ref ref, long last) {
        numbers.put(ref, last);
    }
}
