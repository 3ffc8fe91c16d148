package confidant.core;

import confidant.core.port.Worker;
import confidant.model.HouseId;
import confidant.policy.PolicyEngine;
import confidant.store.Stores;
import confidant.vault.Vault;
import java.time.Clock;
import java.time.Instant;

/** What every room of one house stands on. {@code node} names this process, for leases. */
public record House(
        HouseId id, String node, Stores stores, PolicyEngine policy, Vault vault, Clock clock, Worker worker) {

    public Instant now() {
        // Milliseconds are what the store keeps; anything finer would not compare equal after a reading.
        return Instant.ofEpochMilli(clock.millis());
    }
}
