package confidant.core.audit;

import confidant.core.BadRequest;
import confidant.core.House;
import confidant.model.OfficerId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What stands out in how concierges looked at their clients, day by day: told by the ledger, without a word of anybody. A signal
 * is a reason to ask and proves nothing; what the rules forbid cannot happen and is not looked for here.
 */
public final class Conduct {
    private static final int SLICE = 1_000;

    private final House house;
    private final Auditing auditing;
    private final ZoneId zone;

    /** @param zone whose days and nights are meant */
    public Conduct(House house, Auditing auditing, ZoneId zone) {
        this.house = house;
        this.auditing = auditing;
        this.zone = zone;
    }

    /**
     * One concierge on one day.
     *
     * @param concierge id, a pseudonym
     * @param clients of how many something was read
     * @param reads how many entries say so
     * @param busiest of how many clients at the most within one hour of the clock
     * @param silent of how many clients something was read though they neither wrote nor were written to on that day
     * @param night how many of the reads were between 22 and 6 o'clock
     * @param stopped how many of the concierge's sends the rules stopped
     * @param glass how often they broke glass
     */
    public record Row(
            String concierge,
            LocalDate day,
            int clients,
            int reads,
            int busiest,
            int silent,
            int night,
            int stopped,
            int glass) {}

    /**
     * One part of the look, in whole days.
     *
     * @param rows latest day first
     * @param entries how many entries this part went through
     * @param next cursor of the next part; empty on the last
     */
    public record Part(List<Row> rows, long entries, String next) {}

    /**
     * Goes through the entries of the span, latest first, some ten thousand at a time and whole days. {@code BadRequest} for a
     * span that is none, or a cursor that is not ours. The question becomes an entry.
     */
    public Future<Part> look(OfficerId officer, String reason, Instant from, Instant to, String cursor) {
        if (!from.isBefore(to)) {
            return Future.failedFuture(new BadRequest("`from` is before `to`"));
        }
        return auditing.ask(officer, reason).map(noted -> Place.read(cursor)).compose(place -> {
            ConductWalk walk = new ConductWalk(zone, from, to, place.until);
            return walk(walk, place.before);
        });
    }

    // Where a part ended: the entries below a number, and of them those before a day.
    private record Place(long before, Optional<LocalDate> until) {
        static Place read(String cursor) {
            String[] parts = cursor.split("/", 2);
            if (parts.length < 2) {
                return new Place(Auditing.before(cursor), Optional.empty());
            }
            try {
                return new Place(Auditing.before(parts[0]), Optional.of(LocalDate.parse(parts[1])));
            } catch (DateTimeParseException e) {
                throw new BadRequest("the cursor is not one of ours");
            }
        }
    }

    private Future<Part> walk(ConductWalk walk, long before) {
        return house.stores().ledger().listed(before, SLICE).compose(slice -> {
            walk.take(slice);
            // Lines wait a moment before they are put in order, so only a whole slice before the span is the end of it.
            boolean over = slice.size() < SLICE || !walk.later();
            return over || walk.full()
                    ? Future.succeededFuture(walk.part(over))
                    : walk(walk, slice.get(slice.size() - 1).index());
        });
    }
}
