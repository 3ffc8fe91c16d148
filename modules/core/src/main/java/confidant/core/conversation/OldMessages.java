package confidant.core.conversation;

import confidant.core.BadRequest;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.attachment.Attachments;
import confidant.core.audit.Auditing;
import confidant.core.audit.Notes;
import confidant.core.consent.Holds;
import confidant.core.conversation.Beginning.Part;
import confidant.core.gate.Gate;
import confidant.model.ClientId;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Messages that are kept no longer than the rules say. A sweep takes the beginning of a conversation away as far as its time
 * is over; officers see beforehand what it will take. Looks at times and purposes only: no message is opened. See ADR 26.
 */
public final class OldMessages {
    private static final Duration LEASE = Duration.ofHours(1);
    private static final String MARK = "old-messages-";
    private static final int LANES = 8;
    /** How many conversations one page of a dry run looks at. */
    private static final int LOOK = 500;

    private final House house;
    private final Auditing auditing;
    private final Beginnings beginnings;

    public OldMessages(House house, Gate gate, Holds holds, Auditing auditing, Notes notes, Attachments attachments) {
        this.house = house;
        this.auditing = auditing;
        this.beginnings = new Beginnings(house, gate, holds, notes, attachments);
    }

    /** What becomes of messages whose time is over. */
    public enum State {
        /** They are taken away when due. */
        DUE,
        /** A legal hold lies on the client. */
        HELD,
        /** The rules let nobody take them away. */
        SHUT
    }

    /**
     * The beginning of one conversation.
     *
     * @param rule of the policy by which the first of them is taken away, or stays
     * @param keep how long its class is kept
     * @param due when the time of the first is over
     * @param count how many are over by then; {@code more} if counting stopped there
     */
    public record Line(
            String pseudonym, String rule, Duration keep, Instant due, int count, boolean more, State state) {}

    /**
     * @param looked at how many conversations
     * @param next cursor of the next page; empty on the last
     */
    public record Lines(List<Line> lines, int looked, String next) {}

    /**
     * The dry run: what will be over by {@code before}, by pool and client, some hundred conversations at a time. The question
     * becomes an entry. {@code BadRequest} for a cursor that is not one of ours.
     */
    public Future<Lines> due(OfficerId officer, String reason, Instant before, String cursor) {
        return auditing.ask(officer, reason)
                .map(noted -> Place.read(cursor))
                .compose(place -> pools().compose(pools -> {
                    List<PoolId> left = pools.stream()
                            .filter(pool -> place.isEmpty()
                                    || pool.toString()
                                                    .compareTo(place.get().pool.toString())
                                            >= 0)
                            .toList();
                    return look(left, place, before, new ArrayList<>(), 0);
                }));
    }

    private record Place(PoolId pool, ClientId after) {
        static Optional<Place> read(String cursor) {
            if (cursor.isEmpty()) {
                return Optional.empty();
            }
            try {
                String[] parts = cursor.split("\\.", 2);
                return Optional.of(new Place(PoolId.parse(parts[0]), ClientId.parse(parts[1])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new BadRequest("the cursor is not one of ours");
            }
        }

        @Override
        public String toString() {
            return pool + "." + after;
        }
    }

    private Future<List<PoolId>> pools() {
        return house.stores()
                .house()
                .concierges()
                .map(all -> all.stream()
                        .map(Concierge::pool)
                        .sorted(Comparator.comparing(PoolId::toString))
                        .toList());
    }

    private Future<Lines> look(
            List<PoolId> pools, Optional<Place> place, Instant before, List<Line> found, int looked) {
        if (pools.isEmpty()) {
            return Future.succeededFuture(new Lines(found, looked, ""));
        }
        PoolId pool = pools.get(0);
        return conversations(pool).compose(all -> {
            List<Ref> part = all.stream()
                    .filter(ref -> place.filter(at -> at.pool.equals(pool))
                            .map(at -> ref.client().toString().compareTo(at.after.toString()) > 0)
                            .orElse(true))
                    .limit((long) LOOK - looked)
                    .toList();
            return lines(part, before).compose(lines -> {
                found.addAll(lines);
                int now = looked + part.size();
                return now >= LOOK
                        ? Future.succeededFuture(new Lines(
                                found,
                                now,
                                new Place(pool, part.get(part.size() - 1).client()).toString()))
                        : look(pools.subList(1, pools.size()), Optional.empty(), before, found, now);
            });
        });
    }

    private Future<List<Ref>> conversations(PoolId pool) {
        List<Ref> found = Collections.synchronizedList(new ArrayList<>());
        return house.stores()
                .conversations()
                .heads(
                        pool,
                        slice -> slice.stream()
                                .filter(head -> head.lastSeq() > 0)
                                .map(Head::client)
                                .forEach(client -> found.add(new Ref(pool, client))))
                .map(done -> found.stream()
                        .sorted(Comparator.comparing(ref -> ref.client().toString()))
                        .toList());
    }

    private Future<List<Line>> lines(List<Ref> part, Instant before) {
        List<Line> found = Collections.synchronizedList(new ArrayList<>());
        return Lanes.each(
                        LANES,
                        part,
                        ref -> beginnings
                                .of(ref, before)
                                .onSuccess(beginning -> beginning.stream()
                                        .flatMap(one -> line(one).stream())
                                        .forEach(found::add)))
                .map(done -> found.stream()
                        .sorted(Comparator.comparing(Line::due).thenComparing(Line::pseudonym))
                        .toList());
    }

    private Optional<Line> line(Beginning beginning) {
        return beginning.parts().stream()
                .findFirst()
                .map(first -> new Line(
                        auditing.pseudonym(beginning.client().client()),
                        first.rule(),
                        first.keep(),
                        first.due(),
                        beginning.parts().stream().mapToInt(Part::count).sum(),
                        beginning.more(),
                        state(beginning, first)));
    }

    private static State state(Beginning beginning, Part first) {
        if (beginning.held()) {
            return State.HELD;
        }
        return first.goes() ? State.DUE : State.SHUT;
    }

    /**
     * Takes away what is over by now, once a day and on one node. A failure of some conversations leaves them, and the day, to
     * the next call; the others are done.
     *
     * @return how many messages were taken away
     */
    public Future<Integer> run() {
        Instant now = house.now();
        String mark = MARK + LocalDate.ofInstant(now, ZoneOffset.UTC);
        return house.stores()
                .house()
                .value(mark)
                .compose(done -> done.isPresent()
                        ? Future.succeededFuture(0)
                        : house.stores()
                                .ledger()
                                .lease("old-messages", house.node(), now, now.plus(LEASE))
                                .compose(ours -> ours ? run(now, mark) : Future.succeededFuture(0)));
    }

    private Future<Integer> run(Instant now, String mark) {
        AtomicInteger taken = new AtomicInteger();
        return pools().compose(pools -> Lanes.each(
                        1,
                        pools,
                        pool -> conversations(pool)
                                .compose(all -> Lanes.each(
                                        LANES,
                                        all,
                                        ref -> beginnings.take(ref, now).onSuccess(taken::addAndGet)))))
                .compose(done ->
                        house.stores().house().putOnce(mark, house.node().getBytes(StandardCharsets.UTF_8)))
                .map(done -> taken.get());
    }
}
