package confidant.fake.line;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What users sent beside words, by the id of the message. Any thread may call. */
final class Contents {
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /**
     * One of them.
     *
     * @param preparing how often it is still asked for in vain; below zero when it will never be ready
     * @param announced whether its length is told before it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Held(byte[] bytes, int preparing, boolean announced) {}

    void put(String messageId, Held one) {
        held.put(messageId, one);
    }

    void remove(String messageId) {
        held.remove(messageId);
    }

    /** What is there at this asking, which counts. */
    Optional<Held> ask(String messageId) {
        Held now = held.get(messageId);
        if (now != null && now.preparing() > 0) {
            held.put(messageId, new Held(now.bytes(), now.preparing() - 1, now.announced()));
        }
        return Optional.ofNullable(now);
    }

    Optional<Held> look(String messageId) {
        return Optional.ofNullable(held.get(messageId));
    }
}
