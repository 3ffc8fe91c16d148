package confidant.core.audit;

import confidant.model.LedgerEvent;
import confidant.model.Purpose;
import confidant.store.LedgerStore;
import confidant.store.LedgerStore.Indexed;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One walk down the ledger that gathers the sends of a span, and the drops that may belong to them. */
final class SendScan {
    /** After so many entries a walk rests. */
    static final int LOOK = 20_000;

    private static final int SLICE = 1_000;
    // Between the line of a send and the last check before the channel lie milliseconds; a store in trouble makes it
    // seconds.
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final LedgerStore ledger;
    private final Instant from;
    private final Instant to;
    private final Predicate<Purpose> wanted;
    private final List<Auditing.Entry> sends = new ArrayList<>();
    private final List<Auditing.Entry> drops = new ArrayList<>();
    private long first = -1;
    private long last = -1;
    private long entries;
    private boolean over;
    private Optional<Instant> reached = Optional.empty();

    SendScan(LedgerStore ledger, Instant from, Instant to, Predicate<Purpose> wanted) {
        this.ledger = ledger;
        this.from = from;
        this.to = to;
        this.wanted = wanted;
    }

    Future<SendScan> run(long before) {
        return above(before).compose(done -> walk(before));
    }

    // A send at the top of this walk may have been stopped by a drop that the walk before has seen.
    private Future<Void> above(long before) {
        return before == Long.MAX_VALUE
                ? Future.succeededFuture()
                : ledger.listed(before + SLICE, SLICE)
                        .onSuccess(slice -> slice.stream()
                                .filter(one -> one.index() >= before)
                                .map(SendScan::entry)
                                .filter(SendScan::dropped)
                                .forEach(drops::add))
                        .mapEmpty();
    }

    private Future<SendScan> walk(long before) {
        return ledger.listed(before, SLICE).compose(slice -> {
            boolean later = take(slice);
            // Lines wait a moment before they are put in order, so only a whole slice before the span is the end of it.
            over = slice.size() < SLICE || !later;
            return over || entries >= LOOK ? Future.succeededFuture(this) : walk(last);
        });
    }

    private boolean take(List<Indexed> slice) {
        boolean later = false;
        for (Indexed one : slice) {
            Auditing.Entry entry = entry(one);
            LedgerEvent event = entry.event();
            later |= !event.at().isBefore(from);
            if (dropped(entry)) {
                drops.add(entry);
            } else if (event.event().equals("send") && within(event.at()) && wanted(event.purpose())) {
                sends.add(entry);
            }
            first = first < 0 ? one.index() : first;
            last = one.index();
            reached = Optional.of(event.at());
        }
        entries += slice.size();
        return later;
    }

    private boolean wanted(String purpose) {
        return !purpose.isEmpty() && wanted.test(new Purpose(purpose));
    }

    private boolean within(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static Auditing.Entry entry(Indexed one) {
        return new Auditing.Entry(one.index(), EntryText.read(one.entry()));
    }

    private static boolean dropped(Auditing.Entry entry) {
        return entry.event().event().equals("drop") && entry.event().note().equals("at-sending");
    }

    /** Sends of the span for the wanted purposes, latest first. */
    List<Auditing.Entry> sends() {
        return sends;
    }

    /** Whether a drop follows it at once. A drop belongs to one send: ask about each once, the latest first. */
    boolean stopped(SendCheck.Row row) {
        Optional<Auditing.Entry> drop = drops.stream()
                .filter(one -> one.index() > row.index()
                        && one.event().subject().equals(row.pseudonym())
                        && one.event().purpose().equals(row.purpose().id())
                        && !one.event().at().isBefore(row.at())
                        && !one.event().at().isAfter(row.at().plus(AT_ONCE)))
                .min(Comparator.comparingLong(Auditing.Entry::index));
        drop.ifPresent(drops::remove);
        return drop.isPresent();
    }

    /** Number of the oldest entry that was seen; -1 if there was none. */
    long end() {
        return last;
    }

    /** Whether nothing of the span lies before {@link #end}. */
    boolean over() {
        return over;
    }

    /** How many entries were seen down to this number. Numbers have no gaps. */
    long entriesDownTo(long index) {
        return first < 0 ? 0 : first - index + 1;
    }

    /** Time of the oldest entry that was seen. */
    Optional<Instant> reached() {
        return reached;
    }
}
