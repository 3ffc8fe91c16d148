package confidant.store.memory;

import confidant.model.BlindKey;
import confidant.store.TombstoneStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Tombstones in memory. */
final class MemoryTombstones implements TombstoneStore {
    private final Gate gate;
    private final Clock clock;
    private final Map<BlindKey, Instant> until = new HashMap<>();

    MemoryTombstones(Gate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Future<Void> bury(BlindKey blind, Instant until) {
        return gate.run(() -> this.until.put(blind, until));
    }

    @Override
    public Future<Boolean> buried(BlindKey blind) {
        return gate.pass(() -> clock.instant().isBefore(until.getOrDefault(blind, Instant.MIN)));
    }
}
