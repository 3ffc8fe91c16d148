package confidant.core.greeting;

import confidant.core.Desk;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.audit.Notes;
import confidant.core.conversation.Writer;
import confidant.core.gate.Gate;
import confidant.core.people.Directory;
import confidant.core.people.Reach;
import confidant.core.people.Staff;
import confidant.core.pool.Pools;
import confidant.core.tagging.Cards;
import confidant.model.ClientId;
import confidant.model.Occasion;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.store.ConversationStore.Ref;
import confidant.store.DueStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Greetings on the right day in the client's own zone and calendar, exactly once per client, day and occasion. */
public final class Greetings {
    private static final Logger LOG = LoggerFactory.getLogger(Greetings.class);
    /** How far back a run looks to make good a time in which no scheduler was up. */
    private static final int LOOK_BACK_DAYS = 7;

    private static final int LANES = 32;

    private final House house;
    private final OccasionBook book;
    private final Directory directory;
    private final Staff staff;
    private final Reach reach;
    private final Writer writer;
    private final Notes notes;
    private final GreetingDay day;
    /** Days before today that this node found empty; nothing is ever planned for the past. */
    private final Set<LocalDate> empty = ConcurrentHashMap.newKeySet();

    /** Clients whose planning failed; the next run plans them. */
    private final Set<Ref> unplanned = ConcurrentHashMap.newKeySet();

    public Greetings(
            House house,
            Gate gate,
            Cards cards,
            Directory directory,
            Staff staff,
            Reach reach,
            Writer writer,
            Pools pools,
            Notes notes) {
        this.house = house;
        this.book = new OccasionBook(house, gate, cards);
        this.directory = directory;
        this.staff = staff;
        this.reach = reach;
        this.writer = writer;
        this.notes = notes;
        this.day = new GreetingDay(house, book, directory, reach, pools, notes);
    }

    /** Notes when an occasion falls due next; noting it again changes nothing. */
    public Future<Instant> plan(Ref client, Occasion occasion, ZoneId zone) {
        DueNote note = DueNote.next(client, occasion, zone, house.now());
        return house.stores().dues().put(note.seal(house)).map(note.at());
    }

    /** To be registered with {@code Tagging}: plans the occasions among new tags. */
    public void tagsChanged(Ref client, Purpose purpose, List<Tag> tags) {
        if (purpose.equals(Purpose.GREETING)) {
            planned(client, plan(client, book.occasions(tags)));
        }
    }

    /** To be registered with {@code Consents}: plans again what a renewed yes makes readable again. */
    public void consentChanged(Ref client, Purpose purpose, boolean given) {
        if (given && purpose.equals(Purpose.GREETING)) {
            planned(client, plan(client));
        }
    }

    /** What one run did. */
    public record Run(int due, int sent, int already, int dropped, int later) {}

    /**
     * Sends what is due by now, and what was left behind in the last seven days. Any number of nodes may run it at once. A
     * failure of some leaves them to the next run; the others are done.
     */
    public Future<Run> run() {
        DueRun run = new DueRun(house, book, directory, staff, reach, writer, notes);
        LocalDate today = LocalDate.ofInstant(house.now(), ZoneOffset.UTC);
        empty.removeIf(past -> past.isBefore(today.minusDays(LOOK_BACK_DAYS)));
        List<LocalDate> days = today.minusDays(LOOK_BACK_DAYS)
                .datesUntil(today.plusDays(1))
                .filter(one -> !empty.contains(one))
                .toList();
        return replan().compose(planned -> Lanes.each(1, days, one -> day(run, one, today)))
                .map(done -> run.result());
    }

    private Future<Void> day(DueRun run, LocalDate date, LocalDate today) {
        DueStore dues = house.stores().dues();
        List<Integer> shards =
                java.util.stream.IntStream.range(0, dues.shards()).boxed().toList();
        Set<Integer> full = ConcurrentHashMap.newKeySet();
        return Lanes.each(
                        1,
                        shards,
                        shard -> dues.due(date, shard).compose(rows -> {
                            if (!rows.isEmpty()) {
                                full.add(shard);
                            }
                            return Lanes.each(LANES, rows, run::one);
                        }))
                .onSuccess(done -> {
                    if (date.isBefore(today) && full.isEmpty()) {
                        empty.add(date);
                    }
                });
    }

    private Future<Void> replan() {
        List<Ref> again = List.copyOf(unplanned);
        return Lanes.each(LANES, again, client -> plan(client).onSuccess(done -> unplanned.remove(client)));
    }

    private Future<Void> plan(Ref client) {
        return book.of(client).compose(occasions -> plan(client, occasions));
    }

    private Future<Void> plan(Ref client, List<Occasion> occasions) {
        return occasions.isEmpty()
                ? Future.succeededFuture()
                : directory
                        .manner(client)
                        .compose(manner -> Lanes.each(1, occasions, occasion -> plan(client, occasion, manner.zone())));
    }

    private void planned(Ref client, Future<Void> planning) {
        planning.onFailure(e -> {
            unplanned.add(client);
            LOG.warn(
                    "greeting.plan-failed client={} cause={}",
                    client.client(),
                    e.getClass().getSimpleName());
        });
    }

    /** @param state {@code planned}, {@code sent} or the rule that dropped it */
    public record Today(
            ClientId client, Optional<Personal<String>> name, String occasion, Instant at, String state, String rule) {}

    /** The greetings of the pool on a day (in each client's zone). Opens the pool if it is not open. */
    public Future<List<Today>> on(Desk desk, LocalDate date) {
        return day.of(desk, date);
    }
}
