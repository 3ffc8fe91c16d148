package confidant.store;

import confidant.model.BlindKey;
import io.vertx.core.Future;
import java.time.Instant;

/** Which addresses belonged to clients who were erased, as keyed hashes; nothing of the client, and not whose they were. */
public interface TombstoneStore {

    /** Notes a tombstone that stands until {@code until}; of several for one key the latest noted counts. Repeatable. */
    Future<Void> bury(BlindKey blind, Instant until);

    /** Whether a tombstone stands now. What {@link #bury} acknowledged is seen by every later call, on every node. */
    Future<Boolean> buried(BlindKey blind);
}
