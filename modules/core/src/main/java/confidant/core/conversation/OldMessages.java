package confidant.core.conversation;

import confidant.core.Daily;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.PoolWalk;
import confidant.core.attachment.Attachments;
import confidant.core.audit.Auditing;
import confidant.core.audit.Notes;
import confidant.core.consent.Holds;
import confidant.core.conversation.Beginning.Part;
import confidant.core.gate.Gate;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
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
    private static final int LANES = 8;
    /** How many conversations one page of a dry run looks at. */
    private static final int LOOK = 500;

    private final House house;
    private final Auditing auditing;
    private final Beginnings beginnings;
    private final PoolWalk walk;
    private final Daily daily;

    public OldMessages(House house, Gate gate, Holds holds, Auditing auditing, Notes notes, Attachments attachments) {
        this.house = house;
        this.auditing = auditing;
        this.beginnings = new Beginnings(house, gate, holds, notes, attachments);
        this.walk = new PoolWalk(house, LOOK, this::conversations);
        this.daily = new Daily(house, "old-messages");
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
                .compose(noted -> walk.page(cursor))
                .compose(page -> lines(page.clients(), before)
                        .map(lines -> new Lines(lines, page.clients().size(), page.next())));
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
                .map(done -> found);
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
        return daily.run(this::run, taken -> true, 0);
    }

    private Future<Integer> run(Instant now) {
        AtomicInteger taken = new AtomicInteger();
        return walk.pools()
                .compose(pools -> Lanes.each(
                        1,
                        pools,
                        pool -> conversations(pool)
                                .compose(all -> Lanes.each(
                                        LANES,
                                        all,
                                        ref -> beginnings.take(ref, now).onSuccess(taken::addAndGet)))))
                .map(done -> taken.get());
    }
}
