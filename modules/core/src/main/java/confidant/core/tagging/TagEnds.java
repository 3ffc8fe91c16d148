package confidant.core.tagging;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.store.ConversationStore.Ref;
import confidant.store.DueStore.Due;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The reminders of the ends of tags, by week, without a value and without a name. They follow each change of a card; after a
 * change of the rules, those whose end has moved forward are brought to their new week once.
 */
final class TagEnds {
    private static final String MARK = "tag-ends-";
    private static final int LANES = 16;
    private static final int PAST_WEEKS = 520;
    private static final int YEARS = 10;

    private final House house;
    /** The rules and the week that all reminders are known to lie by, and the work that brought them there. */
    private String settledBy = "";

    private Future<Void> settled = Future.succeededFuture();

    TagEnds(House house) {
        this.house = house;
    }

    /** A reminder and where it lies. */
    record Row(Due due, TagEnd end) {}

    /** To be done before a card is written: nothing lies on a card without its reminder. */
    Future<Void> before(Ref client, Purpose purpose, List<Tag> tags) {
        return each(rows(client, purpose, tags), row -> house.stores().dues().put(row));
    }

    /** To be done after it was written. One that is left behind by a failure leads nowhere and is dropped on its day. */
    Future<Void> after(Ref client, Purpose purpose, List<Tag> old, List<Tag> tags) {
        Set<Place> kept = new HashSet<>();
        rows(client, purpose, tags).forEach(row -> kept.add(Place.of(row)));
        List<Due> gone = rows(client, purpose, old).stream()
                .filter(row -> !kept.contains(Place.of(row)))
                .toList();
        return each(gone, row -> house.stores().dues().remove(row));
    }

    private record Place(LocalDate week, String key) {
        static Place of(Due due) {
            return new Place(due.day(), due.key());
        }
    }

    Future<Void> remove(Collection<Row> rows) {
        return each(rows, row -> house.stores().dues().remove(row.due()));
    }

    /** Brings what must stay, though it is over, to this week, where the next sweep looks. */
    Future<Void> keep(Collection<Row> rows) {
        return each(rows, this::move);
    }

    /** Those of one week. */
    Future<List<Row>> of(LocalDate week) {
        int first = TagEnd.firstShard(house);
        List<Row> found = Collections.synchronizedList(new ArrayList<>());
        List<Integer> shards = IntStream.range(first, 2 * first).boxed().toList();
        return Lanes.each(
                        shards.size(),
                        shards,
                        shard -> house.stores()
                                .dues()
                                .due(week, shard)
                                .onSuccess(rows ->
                                        rows.forEach(row -> found.add(new Row(row, TagEnd.open(house, row))))))
                .map(done -> found);
    }

    /**
     * Succeeds when every reminder lies in the week that the rules in force say. Looks through all weeks when the rules change
     * and once in each week, for what was due while nobody swept; which server did so is written down, so that a start does not
     * do it again. Costs nothing in between.
     */
    synchronized Future<Void> settle() {
        String rules = house.policy().hash();
        LocalDate week = TagEnd.week(house.now());
        String by = rules + "/" + week;
        if (!settledBy.equals(by) || settled.failed()) {
            // After a change the mark of the same rules may be one from before: they can come back within the week.
            boolean marked = !settled.failed() && (settledBy.isEmpty() || settledBy.startsWith(rules));
            settledBy = by;
            settled = (marked ? house.stores().house().value(MARK + by) : Future.succeededFuture(Optional.empty()))
                    .compose(found -> found.isPresent()
                            ? Future.succeededFuture()
                            : bring(week)
                                    .compose(done -> house.stores()
                                            .house()
                                            .putOnce(MARK + by, house.node().getBytes(StandardCharsets.UTF_8))
                                            .mapEmpty()));
        }
        return settled;
    }

    private Future<Void> bring(LocalDate now) {
        return Lanes.each(
                LANES,
                Stream.iterate(now.minusWeeks(PAST_WEEKS), week -> week.plusWeeks(1))
                        .takeWhile(week -> week.isBefore(now.plusYears(YEARS)))
                        .toList(),
                week -> of(week).compose(rows -> Lanes.each(1, rows, this::move)));
    }

    // First there, then not here: in between it lies twice, which removes nothing twice. What was due while nobody
    // swept
    // is brought to this week, where the sweep looks.
    private Future<Void> move(Row row) {
        Optional<Due> right = row.end().seal(house).map(due -> late(due) ? at(TagEnd.week(house.now()), due) : due);
        return right.filter(due -> !due.day().equals(row.due().day()))
                .map(due -> house.stores().dues().put(due))
                .map(put -> put.compose(done -> house.stores().dues().remove(row.due())))
                .orElseGet(Future::succeededFuture);
    }

    private boolean late(Due due) {
        return due.day().isBefore(TagEnd.week(house.now()));
    }

    private static Due at(LocalDate week, Due due) {
        return new Due(week, due.shard(), due.key(), due.content());
    }

    private List<Due> rows(Ref client, Purpose purpose, List<Tag> tags) {
        return tags.stream()
                .flatMap(tag -> TagEnd.of(client, purpose, tag).seal(house).stream())
                .toList();
    }

    private static <T> Future<Void> each(Collection<T> rows, Function<T, Future<?>> work) {
        return rows.isEmpty() ? Future.succeededFuture() : Lanes.each(LANES, rows, work);
    }
}
