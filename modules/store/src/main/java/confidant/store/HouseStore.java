package confidant.store;

import confidant.model.ConciergeId;
import confidant.model.Lang;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who works in the house, and the house's own small values. Nothing about clients. */
public interface HouseStore {

    /**
     * @param handle the word in the address of the concierge's chat page, unique in the house
     * @param displayName what clients are shown; staff agree to that
     */
    record Concierge(
            ConciergeId id, PoolId pool, String handle, String displayName, List<Lang> languages, int promisedMinutes) {
        public Concierge {
            languages = List.copyOf(languages);
        }
    }

    record Officer(OfficerId id, String displayName) {}

    Future<Void> putConcierge(Concierge concierge);

    Future<List<Concierge>> concierges();

    Future<Void> putOfficer(Officer officer);

    Future<List<Officer>> officers();

    record Manager(ManagerId id, String displayName) {}

    Future<Void> putManager(Manager manager);

    Future<List<Manager>> managers();

    /**
     * Sets a value of the house once and for all, such as wrapped house keys or the ledger's wrapped signing key.
     *
     * @return the value now stored: the caller's, or the one that was there first
     */
    Future<byte[]> putOnce(String name, byte[] value);

    /** The same for a value that need not be remembered for longer than {@code keep}, whole seconds of it. */
    Future<byte[]> putOnce(String name, byte[] value, Duration keep);

    Future<Optional<byte[]>> value(String name);
}
