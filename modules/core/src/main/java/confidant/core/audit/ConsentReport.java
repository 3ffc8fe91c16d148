package confidant.core.audit;

import confidant.core.BadRequest;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.ConsentBook.Standing;
import confidant.model.ClientId;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.ConsentStore.Outline;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What officers ask about the consents of the house: how they stood, and which end soon. Each question is an entry. */
public final class ConsentReport {
    private final House house;
    private final Auditing auditing;

    public ConsentReport(House house, Auditing auditing) {
        this.house = house;
        this.auditing = auditing;
    }

    /**
     * How each purpose of a client stood at an instant that is past, as it could be known then; purposes without a step by
     * then are left out. {@code NotFound} if there is no such pseudonym, {@code BadRequest} for an instant to come.
     */
    public Future<Map<Purpose, Standing>> at(OfficerId officer, String reason, String pseudonym, Instant then) {
        if (then.isAfter(house.now())) {
            return Future.failedFuture(new BadRequest("`at` is an instant that is past"));
        }
        return auditing.consents(officer, reason, pseudonym).map(history -> ConsentBook.at(history, then));
    }

    /** A consent that is valid now and will end. */
    public record Ending(String pseudonym, Purpose purpose, Instant until) {
        private static final Comparator<Ending> ORDER = Comparator.comparing(Ending::until)
                .thenComparing(Ending::pseudonym)
                .thenComparing(ending -> ending.purpose.id());

        private String cursor() {
            return until + "/" + pseudonym + "/" + purpose.id();
        }

        private static Ending at(String cursor) {
            try {
                String[] parts = cursor.split("/", 3);
                return new Ending(parts[1], new Purpose(parts[2]), Instant.parse(parts[0]));
            } catch (RuntimeException e) {
                throw new BadRequest("the cursor is not one of ours");
            }
        }
    }

    /** @param next cursor of the next page; empty on the last */
    public record Endings(List<Ending> rows, String next) {}

    /** Consents that end within {@code ahead}, the first to end first. Pools are read one after the other. */
    public Future<Endings> ending(OfficerId officer, String reason, Duration ahead, String cursor, int limit) {
        Instant now = house.now();
        return auditing.ask(officer, reason)
                .map(noted -> cursor.isEmpty() ? new Ending("", Purpose.SERVICE, now) : Ending.at(cursor))
                .compose(after -> {
                    Page page = new Page(after, now, now.plus(ahead), limit);
                    return house.stores()
                            .house()
                            .concierges()
                            .compose(all -> Lanes.each(1, all, concierge -> pool(concierge.pool(), page)))
                            .map(read -> page.endings());
                });
    }

    private Future<Void> pool(PoolId pool, Page page) {
        List<Outline> steps = new ArrayList<>();
        return house.stores()
                .consents()
                .outlines(pool, steps::addAll)
                .compose(read -> house.worker().run(() -> endings(steps, page.now)))
                .onSuccess(all -> all.forEach(page::add))
                .mapEmpty();
    }

    private List<Ending> endings(List<Outline> steps, Instant now) {
        Map<ClientId, List<Outline>> histories = new HashMap<>();
        steps.forEach(step -> histories
                .computeIfAbsent(step.client(), absent -> new ArrayList<>())
                .add(step));
        List<Ending> endings = new ArrayList<>();
        histories.forEach((client, history) -> {
            history.sort(Comparator.comparingLong(Outline::seq));
            ConsentBook.fold(history, now).forEach((purpose, standing) -> {
                if (standing.status().valid()) {
                    standing.until()
                            .ifPresent(end -> endings.add(new Ending(auditing.pseudonym(client), purpose, end)));
                }
            });
        });
        return endings;
    }

    // Holds one more than the page, however many end.
    private static final class Page {
        private final Ending after;
        private final Instant now;
        private final Instant before;
        private final int limit;
        private final TreeSet<Ending> found = new TreeSet<>(Ending.ORDER);

        Page(Ending after, Instant now, Instant before, int limit) {
            this.after = after;
            this.now = now;
            this.before = before;
            this.limit = limit;
        }

        void add(Ending ending) {
            if (Ending.ORDER.compare(ending, after) > 0 && !ending.until.isAfter(before)) {
                found.add(ending);
                if (found.size() > limit + 1) {
                    found.pollLast();
                }
            }
        }

        Endings endings() {
            boolean more = found.size() > limit;
            if (more) {
                found.pollLast();
            }
            return new Endings(List.copyOf(found), more ? found.last().cursor() : "");
        }
    }
}
