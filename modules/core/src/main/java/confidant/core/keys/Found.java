package confidant.core.keys;

import confidant.vault.DataKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the store knows of one owner's keys: the ring, and over it the journals. */
final class Found {
    private final Map<Integer, DataKey> keys = new HashMap<>();
    private final Map<Integer, Boolean> onlyBefore = new HashMap<>();
    private int floor;
    private long card;
    private boolean ringDamaged;
    private final Set<Integer> damaged = new HashSet<>();

    /** Where an entry comes from; what comes later overrules what was there. */
    enum From {
        RING,
        PREVIOUS,
        CURRENT
    }

    void floor(int upTo) {
        floor = Math.max(floor, upTo);
    }

    void card(long version) {
        card = Math.max(card, version);
    }

    void ringDamaged() {
        ringDamaged = true;
    }

    void damaged(int keyNo) {
        damaged.add(keyNo);
    }

    void put(DataKey key, From from) {
        keys.put(key.keyNo(), key);
        onlyBefore.put(key.keyNo(), from == From.PREVIOUS);
    }

    /** Keys up to and with this number are destroyed for ever. */
    int floor() {
        return floor;
    }

    /** The least version of the tag card that is not an old copy. */
    long card() {
        return card;
    }

    /** Whether anything did not open. */
    boolean isDamaged() {
        return ringDamaged || !damaged.isEmpty();
    }

    /** Whether the key of this number may be among what did not open. */
    boolean isDamaged(int keyNo) {
        return ringDamaged || damaged.contains(keyNo);
    }

    /** Whether what is destroyed for ever is not known for sure. */
    boolean isRingDamaged() {
        return ringDamaged;
    }

    Optional<DataKey> key(int keyNo) {
        return keyNo > floor ? Optional.ofNullable(keys.get(keyNo)) : Optional.empty();
    }

    /** Whether the key stands in a journal only that is being taken over, and may have been missed there. */
    boolean onlyBefore(int keyNo) {
        return onlyBefore.getOrDefault(keyNo, false);
    }
}
