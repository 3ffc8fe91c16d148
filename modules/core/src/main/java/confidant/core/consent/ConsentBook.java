package confidant.core.consent;

import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.Purpose;
import confidant.store.ConsentStore;
import confidant.store.ConsentStore.Outline;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * @param live whether that yes can still be continued, so that what rests on it is kept: nothing ended it for good
     * @param until the end of that yes
     */
    public record Standing(
            ConsentStatus status, long seq, int grant, boolean live, Optional<Instant> since, Optional<Instant> until) {
        public static final Standing NOTHING =
                new Standing(ConsentStatus.NONE, 0, 0, false, Optional.empty(), Optional.empty());
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

    /** How each purpose stood at a past instant, as it could be known then. Pure. */
    public static Map<Purpose, Standing> at(Collection<ConsentEvent> history, Instant then) {
        Set<Purpose> passed = new HashSet<>();
        List<ConsentEvent> known = new ArrayList<>();
        for (ConsentEvent event : history) {
            // The number, not the clock of the node that stored it, is the order: what follows a later step is later.
            if (event.at().isAfter(then)) {
                passed.add(event.purpose());
            }
            if (!passed.contains(event.purpose())) {
                known.add(event);
            }
        }
        return standings(known, then);
    }

    /** Folds histories of one client, each purpose's steps in rising order. */
    public static Map<Purpose, Standing> standings(Collection<ConsentEvent> history, Instant now) {
        return fold(history.stream().map(Outline::of).toList(), now);
    }

    /** The same from outlines. */
    public static Map<Purpose, Standing> fold(Collection<Outline> history, Instant now) {
        Map<Purpose, Standing> standings = new LinkedHashMap<>();
        for (Outline step : history) {
            Standing before = standings.getOrDefault(step.purpose(), Standing.NOTHING);
            standings.put(step.purpose(), next(before, step, now));
        }
        return standings;
    }

    private static Standing next(Standing before, Outline event, Instant now) {
        // A renewal continues the yes it renews; only a first yes after none begins a new key.
        boolean begins = event.status() == ConsentStatus.GIVEN;
        int grant = begins ? Math.toIntExact(event.seq()) : before.grant();
        boolean live = switch (event.status()) {
            case GIVEN, RENEWED -> true;
            case WITHDRAWN, REFUSED, REVOKED, INVALIDATED, EXPIRED -> false;
            case NONE, UNKNOWN, REQUESTED, PENDING, DEFERRED -> before.live();
        };
        Optional<Instant> until = live && event.until().isEmpty() ? before.until() : event.until();
        return new Standing(
                event.status().at(now, event.until()), event.seq(), grant, live, Optional.of(event.at()), until);
    }
}
