package confidant.store;

import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.PoolId;
import confidant.model.Purpose;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The histories of consent; steps are added and never changed. */
public interface ConsentStore {

    /**
     * Adds a step if its number is the next one of its (client, purpose).
     *
     * @return false when that number is taken: somebody else was faster; read the history again
     */
    Future<Boolean> append(PoolId pool, ConsentEvent event);

    /** How long an ending is listed at least. */
    Duration ENDINGS_KEPT = Duration.ofDays(1);

    /** That step number {@code seq} of a (client, purpose) is none under which the purpose may be served. */
    record Ending(ClientId client, Purpose purpose, long seq) {}

    /**
     * The latest endings of a pool, those of first steps left out, so that a node can follow what others took. An ending is
     * listed no later than its step is stored, and for {@link #ENDINGS_KEPT} at least; where a writer died in between, it is
     * listed for a step that never comes.
     */
    Future<List<Ending>> endings(PoolId pool);

    /** All steps of one client, by purpose and rising number. */
    Future<List<ConsentEvent>> history(PoolId pool, ClientId client);

    /** A step without how it was expressed: as much as it takes to say how things stand. */
    record Outline(
            ClientId client, Purpose purpose, long seq, ConsentStatus status, Instant at, Optional<Instant> until) {
        public static Outline of(ConsentEvent event) {
            return new Outline(event.client(), event.purpose(), event.seq(), event.status(), event.at(), event.until());
        }
    }

    /**
     * The steps of one {@link Bucket} of a pool, in outline, those of one (client, purpose) by rising number. All are read when
     * the future succeeds, and made out one by one by the thread that goes through the stream.
     */
    Future<Stream<Outline>> outlines(PoolId pool, int bucket);

    /**
     * Packs what changed, so that reading it bucket by bucket is quick; nothing that is read changes. Rung now and then, by any
     * node and also by several at once.
     */
    Future<Void> shelve(PoolId pool);

    /** All steps of a pool, in outline. */
    Future<Void> outlines(PoolId pool, Slices<Outline> slices);
}
