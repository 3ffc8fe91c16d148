package confidant.core.greeting;

import confidant.core.Desk;
import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.core.greeting.Greetings.Today;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.core.people.Reach;
import confidant.core.pool.Pools;
import confidant.core.pool.Pools.Falls;
import confidant.model.DataClass;
import confidant.model.Delivery;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.policy.Timing;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.DueStore.Due;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The greetings of one day as the desk sees them, with what became of each, or what would become of it now. */
final class GreetingDay {
    private static final int LAST_MESSAGES = 50;
    private static final Duration GIVEN_UP = Duration.ofDays(8);
    private static final String PLANNED = "planned";
    private static final String SENT = "sent";

    private final House house;
    private final OccasionBook book;
    private final Directory directory;
    private final Reach reach;
    private final Pools pools;
    private final Notes notes;

    GreetingDay(House house, OccasionBook book, Directory directory, Reach reach, Pools pools, Notes notes) {
        this.house = house;
        this.book = book;
        this.directory = directory;
        this.reach = reach;
        this.pools = pools;
        this.notes = notes;
    }

    Future<List<Today>> of(Desk desk, LocalDate date) {
        return pools.falling(desk, date).compose(falls -> {
            List<Future<Today>> rows =
                    falls.stream().map(fall -> row(desk, fall, date)).toList();
            return Future.all(rows)
                    .compose(all -> noted(desk, falls))
                    .map(all -> rows.stream()
                            .map(Future::result)
                            .sorted(Comparator.comparing(Today::at))
                            .toList());
        });
    }

    private Future<Void> noted(Desk desk, List<Falls> falls) {
        List<DataClass> classes = falls.stream()
                .flatMap(fall -> house.policy().tagKind(fall.occasion().kind()).stream())
                .map(kind -> kind.dataClass())
                .distinct()
                .toList();
        return falls.isEmpty()
                ? Future.succeededFuture()
                : notes.group(
                        "read", desk.actor(), Purpose.GREETING.id(), "", classes, Precision.GENERAL, falls.size());
    }

    private Future<Today> row(Desk desk, Falls fall, LocalDate date) {
        Ref client = new Ref(desk.pool(), fall.client());
        return directory.profile(desk.actor(), client).compose(who -> {
            Instant at = Calendars.at(date, who.zone());
            DueNote note = new DueNote(client, fall.occasion(), at, who.zone());
            return state(note, who)
                    .map(state -> new Today(
                            fall.client(),
                            who.name(),
                            fall.occasion().kind(),
                            at,
                            state,
                            state.equals(PLANNED) || state.equals(SENT) ? "" : state));
        });
    }

    private Future<String> state(DueNote note, Profile who) {
        return house.stores()
                .conversations()
                .before(note.client(), Long.MAX_VALUE, LAST_MESSAGES)
                .compose(messages -> {
                    Optional<StoredMessage> greeting = messages.stream()
                            .filter(one ->
                                    one.kind().equals("greeting") && one.ref().equals(note.occurrence()))
                            .findFirst();
                    return greeting.isPresent()
                            ? Future.succeededFuture(became(greeting.get().state()))
                            : expected(note, who);
                });
    }

    private static String became(Delivery state) {
        return state == Delivery.CANCELLED || state == Delivery.FAILED ? "not-delivered" : SENT;
    }

    private Future<String> expected(DueNote note, Profile who) {
        if (house.now().isAfter(note.at().plus(GIVEN_UP))) {
            return Future.succeededFuture("not-sent");
        }
        return book.maySend(note.client())
                .compose(answer ->
                        answer.match(pass -> timed(note, who), refused -> Future.succeededFuture(refused.rule())));
    }

    private Future<String> timed(DueNote note, Profile who) {
        Instant at = house.now().isAfter(note.at()) ? house.now() : note.at();
        return reach.timing(note.client(), Purpose.GREETING, who.zone(), at)
                .compose(timing -> timing instanceof Timing.Never never
                        ? Future.succeededFuture(never.rule())
                        : reminded(note).map(PLANNED));
    }

    // What is shown as planned is planned: a crash may have come between the tag and its reminder.
    private Future<Void> reminded(DueNote note) {
        LocalDate today = LocalDate.ofInstant(house.now(), ZoneOffset.UTC);
        Due due = note.seal(house);
        return due.day().isBefore(today)
                ? Future.succeededFuture()
                : house.stores().dues().put(due);
    }
}
