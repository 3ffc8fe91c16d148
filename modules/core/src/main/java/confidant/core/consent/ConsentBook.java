package confidant.core.consent;

import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.Purpose;
import confidant.store.ConsentStore;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads histories of consent and tells how things stand. */
public final class ConsentBook {
    private final ConsentStore store;

    public ConsentBook(ConsentStore store) {
        this.store = store;
    }

    /**
     * How one purpose stands.
     *
     * @param seq number of the latest step; 0 if there is none
     * @param grant number of the yes that is or was last in force, which numbers its key; 0 if there never was one
     */
    public record Standing(
            ConsentStatus status, long seq, int grant, Optional<Instant> since, Optional<Instant> until) {
        public static final Standing NOTHING =
                new Standing(ConsentStatus.NONE, 0, 0, Optional.empty(), Optional.empty());
    }

    public Future<Standing> standing(Ref client, Purpose purpose, Instant now) {
        return standings(client, now).map(all -> all.getOrDefault(purpose, Standing.NOTHING));
    }

    public Future<Map<Purpose, Standing>> standings(Ref client, Instant now) {
        return store.history(client.pool(), client.client()).map(history -> standings(history, now));
    }

    public Future<List<ConsentEvent>> history(Ref client) {
        return store.history(client.pool(), client.client());
    }

    /** Folds histories of one client, each purpose's steps in rising order. */
    public static Map<Purpose, Standing> standings(Collection<ConsentEvent> history, Instant now) {
        Map<Purpose, Standing> standings = new LinkedHashMap<>();
        for (ConsentEvent event : history) {
            Standing before = standings.getOrDefault(event.purpose(), Standing.NOTHING);
            standings.put(event.purpose(), next(before, event, now));
        }
        return standings;
    }

    private static Standing next(Standing before, ConsentEvent event, Instant now) {
        // A renewal continues the yes it renews; only a first yes after none begins a new key.
        boolean begins = event.status() == ConsentStatus.GIVEN;
        int grant = begins ? Math.toIntExact(event.seq()) : before.grant();
        return new Standing(event.statusAt(now), event.seq(), grant, Optional.of(event.at()), event.until());
    }
}
