package confidant.core.audit;

import confidant.core.BadRequest;
import confidant.core.House;
import confidant.model.Actor;
import confidant.model.LedgerEvent;
import confidant.model.OfficerId;
import confidant.model.Precision;
import confidant.store.LedgerStore.Indexed;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose data somebody saw in a span, which, how sharply and since when: what a report of a breach has to say (GDPR Art. 33(3)(a))
 * when a session of theirs was in wrong hands. Told by the ledger alone; nothing is opened.
 */
public final class Exposure {
    /** What shows data to whoever acts. */
    private static final Set<String> SEEN = Set.of("read", "glass.read", "segment", "unlock", "export");

    private static final int SLICE = 1_000;
    private static final int LOOK = 20_000;

    private final House house;
    private final Auditing auditing;

    public Exposure(House house, Auditing auditing) {
        this.house = house;
        this.auditing = auditing;
    }

    /**
     * What was seen of one client, or of the whole pool.
     *
     * @param pseudonym empty for what concerns the whole pool, such as unlocking it
     * @param classes of the data, sorted
     * @param sharpest how sharply at the most
     * @param times how many entries say so
     */
    public record Row(
            String pseudonym, List<String> classes, Precision sharpest, long times, Instant first, Instant last) {

        private Row and(Row other) {
            TreeSet<String> all = new TreeSet<>(classes);
            all.addAll(other.classes);
            return new Row(
                    pseudonym,
                    List.copyOf(all),
                    sharpest.compareTo(other.sharpest) <= 0 ? sharpest : other.sharpest,
                    times + other.times,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    /**
     * One part of the look.
     *
     * @param rows by pseudonym; further parts may add to them
     * @param entries how many entries this part went through
     * @param reached time of the oldest entry that this part saw; empty where it saw none
     * @param next cursor of the next part; empty on the last
     */
    public record Part(List<Row> rows, long entries, Optional<Instant> reached, String next) {}

    /**
     * Goes through the entries of the span, latest first, some ten thousand at a time. {@code BadRequest} for a span that is
     * none, or a cursor that is not ours. The question becomes an entry.
     */
    public Future<Part> look(OfficerId officer, String reason, Actor whom, Instant from, Instant to, String cursor) {
        if (!from.isBefore(to)) {
            return Future.failedFuture(new BadRequest("`from` is before `to`"));
        }
        return auditing.ask(officer, reason)
                .map(noted -> new Walk(whom, from, to, Auditing.before(cursor)))
                .compose(this::walk);
    }

    private Future<Part> walk(Walk walk) {
        return house.stores().ledger().listed(walk.before, SLICE).compose(slice -> {
            boolean later = walk.take(slice);
            // Lines wait a moment before they are put in order, so only a whole slice before the span is the end of it.
            boolean over = slice.size() < SLICE || !later;
            return over || walk.entries >= LOOK ? Future.succeededFuture(walk.part(over)) : walk(walk);
        });
    }

    private static final class Walk {
        private final Actor whom;
        private final Instant from;
        private final Instant to;
        private final Map<String, Row> rows = new HashMap<>();
        private long before;
        private long entries;
        private Optional<Instant> reached = Optional.empty();

        Walk(Actor whom, Instant from, Instant to, long before) {
            this.whom = whom;
            this.from = from;
            this.to = to;
            this.before = before;
        }

        /** @return whether anything of the slice is of the span, or after it */
        boolean take(List<Indexed> slice) {
            boolean later = false;
            for (Indexed one : slice) {
                LedgerEvent event = EntryText.read(one.entry());
                later |= !event.at().isBefore(from);
                before = one.index();
                reached = Optional.of(event.at());
                if (event.actor().equals(whom) && SEEN.contains(event.event()) && within(event.at())) {
                    List<String> classes = event.classes().stream().sorted().toList();
                    Row row = new Row(event.subject(), classes, event.precision(), 1, event.at(), event.at());
                    rows.merge(row.pseudonym(), row, Row::and);
                }
            }
            entries += slice.size();
            return later;
        }

        private boolean within(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        Part part(boolean over) {
            List<Row> sorted = rows.values().stream()
                    .sorted(Comparator.comparing(Row::pseudonym))
                    .toList();
            return new Part(sorted, entries, reached, over ? "" : Auditing.next(before));
        }
    }
}
