package confidant.core.tagging;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.NotFound;
import confidant.core.audit.Auditing;
import confidant.core.audit.Notes;
import confidant.core.consent.Holds;
import confidant.core.gate.Gate;
import confidant.core.people.Directory;
import confidant.core.tagging.TagEnds.Row;
import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.OfficerId;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is kept no longer than it may be. A sweep takes tags off their cards when their time is over, one card at a time and
 * only those cards; officers see beforehand what it will take, without a card being opened. See ADR 21.
 */
public final class Retention {
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int LANES = 8;

    private final House house;
    private final Gate gate;
    private final Directory directory;
    private final Holds holds;
    private final Auditing auditing;
    private final TagEnds ends;
    private final CardSweep sweep;

    public Retention(
            House house, Gate gate, Directory directory, Holds holds, Auditing auditing, Tagging tagging, Notes notes) {
        this.house = house;
        this.gate = gate;
        this.directory = directory;
        this.holds = holds;
        this.auditing = auditing;
        this.ends = tagging.cards().ends();
        this.sweep = new CardSweep(house, gate, tagging, notes);
    }

    /** What becomes of tags whose time is over. */
    public enum State {
        /** They are taken away when due. */
        DUE,
        /** A legal hold lies on them. */
        HELD,
        /** Their consent is not valid now: they stay shut until it is renewed, or their key is destroyed. */
        SHUT
    }

    /**
     * Tags of one client, purpose and class that end on the same day.
     *
     * @param rule of the policy, which lets them be taken away or keeps them shut
     * @param own whether it is the tag's own end; otherwise its class is kept no longer
     * @param keep how long the class is kept
     * @param due the first end among them
     */
    public record Line(
            String pseudonym,
            Purpose purpose,
            DataClass dataClass,
            String rule,
            boolean own,
            Duration keep,
            Instant due,
            int count,
            State state) {}

    /** @param next cursor of the next page; empty on the last */
    public record Lines(List<Line> lines, String next) {}

    /**
     * The dry run: what the sweep will have taken away by {@code before}, the longest due first. Opens no card. The question
     * becomes an entry. {@code BadRequest} for a cursor that is not one of ours.
     */
    public Future<Lines> due(OfficerId officer, String reason, Instant before, String cursor, int limit) {
        return auditing.ask(officer, reason)
                .map(noted -> Place.read(cursor, TagEnd.week(house.now()).minusWeeks(1)))
                .compose(from -> ends.settle().compose(settled -> collect(from, before, limit, new ArrayList<>())));
    }

    // Where a page ended: the week, and how many groups of it were looked at.
    private record Place(LocalDate week, int after) {
        static Place read(String cursor, LocalDate first) {
            try {
                String[] parts = cursor.split("\\.", 2);
                return cursor.isEmpty() ? new Place(first, 0) : new Place(LocalDate.parse(parts[0]), number(parts));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new BadRequest("the cursor is not one of ours");
            }
        }

        private static int number(String[] parts) {
            return parts.length == 2 ? Integer.parseUnsignedInt(parts[1]) : 0;
        }

        @Override
        public String toString() {
            return week + "." + after;
        }
    }

    private Future<Lines> collect(Place from, Instant before, int limit, List<Line> found) {
        if (from.week.isAfter(TagEnd.week(before))) {
            return Future.succeededFuture(new Lines(found, ""));
        }
        return ends.of(from.week).compose(rows -> {
            List<Group> groups = groups(rows, before);
            List<Group> part =
                    groups.stream().skip(from.after).limit(limit - found.size()).toList();
            int looked = from.after + part.size();
            Place next = looked < groups.size() ? new Place(from.week, looked) : new Place(from.week.plusWeeks(1), 0);
            return lines(part).compose(lines -> {
                found.addAll(lines);
                boolean full = found.size() >= limit && !next.week.isAfter(TagEnd.week(before));
                return full
                        ? Future.succeededFuture(new Lines(found, next.toString()))
                        : collect(next, before, limit, found);
            });
        });
    }

    private record Key(Ref client, Purpose purpose, DataClass dataClass, LocalDate day, TagEnd.Why why) {}

    private record Group(Key key, String pseudonym, Instant due, int count) {}

    private List<Group> groups(List<Row> rows, Instant before) {
        Map<Key, List<Instant>> grouped = rows.stream()
                .map(Row::end)
                .filter(end -> end.over(house, before) && end.dataClass(house).isPresent())
                .collect(Collectors.groupingBy(
                        this::key, Collectors.mapping(end -> end.at(house).orElseThrow(), Collectors.toList())));
        return grouped.entrySet().stream()
                .map(e -> new Group(
                        e.getKey(),
                        auditing.pseudonym(e.getKey().client.client()),
                        Collections.min(e.getValue()),
                        e.getValue().size()))
                .sorted(Comparator.comparing((Group group) -> group.key.day)
                        .thenComparing(Group::pseudonym)
                        .thenComparing(group -> group.key.purpose.id())
                        .thenComparing(group -> group.key.dataClass)
                        .thenComparing(group -> group.key.why))
                .toList();
    }

    private Key key(TagEnd end) {
        return new Key(
                end.client(),
                end.purpose(),
                end.dataClass(house).orElseThrow(),
                LocalDate.ofInstant(end.at(house).orElseThrow(), ZoneOffset.UTC),
                end.why(house));
    }

    private Future<List<Line>> lines(List<Group> groups) {
        List<Optional<Line>> lines = new ArrayList<>(Collections.nCopies(groups.size(), Optional.empty()));
        List<Integer> places = IntStream.range(0, groups.size()).boxed().toList();
        return Lanes.each(
                        LANES,
                        places,
                        at -> line(groups.get(at)).onSuccess(line -> {
                            synchronized (lines) {
                                lines.set(at, line);
                            }
                        }))
                .map(done -> lines.stream().flatMap(Optional::stream).toList());
    }

    /** Empty where nothing is left to take: the client was erased, or the purpose has ended with its key. */
    private Future<Optional<Line>> line(Group group) {
        Key key = group.key;
        return sweep.stands(key.client, key.purpose, directory).compose(stands -> {
            if (!stands) {
                return Future.succeededFuture(Optional.empty());
            }
            Future<Boolean> held = holds.held(key.client, key.purpose);
            return gate.ask(Actor.scheduler(), Act.EXPIRE, key.dataClass, key.purpose, key.client)
                    .compose(answer -> held.map(hold -> Optional.of(line(
                            group, answer.match(pass -> pass.rule(), Answer.Refused::rule), state(answer, hold)))));
        });
    }

    private static State state(Answer<?> answer, boolean held) {
        State open = answer instanceof Answer.Done<?> ? State.DUE : State.SHUT;
        return held ? State.HELD : open;
    }

    private Line line(Group group, String rule, State state) {
        Key key = group.key;
        return new Line(
                group.pseudonym,
                key.purpose,
                key.dataClass,
                rule,
                key.why == TagEnd.Why.OWN,
                CardSweep.keep(house, key.dataClass),
                group.due,
                group.count,
                state);
    }

    /**
     * Takes away what is over by now, card by card. On several nodes one of them does it. A failure of some cards leaves them
     * to the next run; the others are done.
     *
     * @return how many tags were taken away
     */
    public Future<Integer> run() {
        Instant now = house.now();
        return house.stores()
                .ledger()
                .lease("retention", house.node(), now, now.plus(LEASE))
                .compose(ours -> ours ? ends.settle().compose(settled -> run(now)) : Future.succeededFuture(0));
    }

    private Future<Integer> run(Instant now) {
        LocalDate week = TagEnd.week(now);
        return ends.of(week.minusWeeks(1))
                .compose(last -> ends.of(week).compose(rows -> {
                    List<Row> all = new ArrayList<>(last);
                    all.addAll(rows);
                    Map<Card, List<Row>> over = all.stream()
                            .filter(row -> row.end().over(house, now))
                            .collect(Collectors.groupingBy(row ->
                                    new Card(row.end().client(), row.end().purpose())));
                    AtomicInteger taken = new AtomicInteger();
                    return Lanes.each(
                                    LANES,
                                    over.entrySet(),
                                    card -> one(card.getKey(), card.getValue(), now)
                                            .onSuccess(taken::addAndGet))
                            .map(done -> taken.get());
                }));
    }

    private record Card(Ref client, Purpose purpose) {}

    private Future<Integer> one(Card card, List<Row> rows, Instant now) {
        return sweep.stands(card.client, card.purpose, directory)
                .compose(stands -> stands
                        ? holds.held(card.client, card.purpose)
                                .compose(held -> held
                                        ? Future.succeededFuture(Optional.<Integer>empty())
                                        : sweep.take(card.client, card.purpose, now))
                        : Future.succeededFuture(Optional.of(0)))
                // Erased between the question and the writing: nothing is left.
                .recover(failure -> failure instanceof NotFound
                        ? Future.succeededFuture(Optional.of(0))
                        : Future.failedFuture(failure))
                .compose(taken -> taken.isPresent()
                        ? ends.remove(rows).map(taken.get())
                        : ends.keep(rows).map(0));
    }
}
