package confidant.core.silence;

import confidant.core.Daily;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.PoolWalk;
import confidant.core.audit.Auditing;
import confidant.core.audit.Notes;
import confidant.core.consent.Holds;
import confidant.core.erasure.Erasures;
import confidant.core.gate.Gate;
import confidant.core.silence.Finding.Part;
import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.OfficerId;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients who have been silent for longer than their name or address is kept are let go, by an ordinary erasure that nobody
 * asked for; officers see beforehand who, and their concierge a month before. Nothing is opened for it. See ADR 32.
 */
public final class SilentClients {
    /** How long before a client is let go their concierge is told. */
    public static final Duration AHEAD = Duration.ofDays(30);

    private static final int LANES = 8;
    /** How many silent clients one ring of the sweep, or one page of a dry run, looks at. */
    private static final int LOOK = 500;

    private final House house;
    private final Auditing auditing;
    private final Notes notes;
    private final Erasures erasures;
    private final Silences silences;
    private final Daily daily;
    private volatile Place place = new Place("", false);

    public SilentClients(House house, Gate gate, Holds holds, Erasures erasures, Auditing auditing, Notes notes) {
        this.house = house;
        this.auditing = auditing;
        this.notes = notes;
        this.erasures = erasures;
        this.silences = new Silences(house, gate, holds);
        this.daily = new Daily(house, "silent-clients");
    }

    /** How far today's sweep has come on this node, and whether some client could not be done on the way. */
    private record Place(String cursor, boolean failed) {}

    /**
     * One client, under their pseudonym.
     *
     * @param what the classes that go with them, the one that is over first at the head
     * @param rule by which that one is taken away, or stays
     * @param keepers what keeps the client now; empty where they are let go when due
     */
    public record Line(String pseudonym, Silence silence, List<DataClass> what, String rule, Set<Keeper> keepers) {}

    /**
     * @param looked at how many clients who did not write for so long
     * @param next cursor of the next page; empty on the last
     */
    public record Lines(List<Line> lines, int looked, String next) {}

    /**
     * The dry run: whose name or address will be over by {@code before}, some hundred clients at a time. The question becomes
     * an entry. {@code BadRequest} for a cursor that is not one of ours.
     */
    public Future<Lines> due(OfficerId officer, String reason, Instant before, String cursor) {
        List<Line> lines = Collections.synchronizedList(new ArrayList<>());
        return auditing.ask(officer, reason)
                .compose(noted -> walk(before).page(cursor))
                .compose(page -> Lanes.each(
                                LANES,
                                page.clients(),
                                client -> silences.of(client, before)
                                        .onSuccess(
                                                found -> found.map(this::line).ifPresent(lines::add)))
                        .map(done -> new Lines(sorted(lines), page.clients().size(), page.next())));
    }

    private PoolWalk walk(Instant before) {
        return new PoolWalk(house, LOOK, pool -> silences.quiet(pool, before));
    }

    private static List<Line> sorted(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing((Line line) -> line.silence().due().orElse(Instant.MAX))
                        .thenComparing(Line::pseudonym))
                .toList();
    }

    private Line line(Finding found) {
        List<DataClass> what = found.parts().stream()
                .map(Part::what)
                .sorted(Comparator.comparing(one -> !one.equals(found.silence().what())))
                .toList();
        return new Line(
                auditing.pseudonym(found.client().client()), found.silence(), what, found.rule(), found.keepers());
    }

    /**
     * When a client will be let go, for their concierge, where that is within a month; else empty. It goes by silence and
     * consents alone: whether an officer keeps the client is not the concierge's to know.
     */
    public Future<Optional<Silence>> ahead(Ref client) {
        Instant until = house.now().plus(AHEAD);
        return silences.silence(client)
                .map(found -> found.filter(silence ->
                        silence.due().filter(due -> !due.isAfter(until)).isPresent()));
    }

    /**
     * Lets go whose time is over by now, some hundred clients at a ring and all once a day, on one node. A failure of some
     * leaves them to the next round; the others are done. What was cut off is begun again, and nobody is let go twice.
     *
     * @return how many clients were let go
     */
    public Future<Integer> run() {
        return daily.run(this::sweep, Swept::through, new Swept(0, true)).map(Swept::gone);
    }

    private record Swept(int gone, boolean through) {}

    private Future<Swept> sweep(Instant now) {
        Place from = place;
        AtomicInteger gone = new AtomicInteger();
        return walk(now)
                .page(from.cursor)
                .compose(page -> Lanes.each(
                                LANES,
                                page.clients(),
                                client -> letGo(client, now).onSuccess(done -> gone.addAndGet(done ? 1 : 0)))
                        .map(done -> from.failed)
                        .recover(failure -> {
                            place = new Place(page.next(), !page.next().isEmpty());
                            return Future.failedFuture(failure);
                        })
                        .map(failed -> {
                            boolean last = page.next().isEmpty();
                            place = new Place(page.next(), failed && !last);
                            return new Swept(gone.get(), last && !failed);
                        }));
    }

    private Future<Boolean> letGo(Ref client, Instant now) {
        return silences.of(client, now)
                .compose(found -> found.filter(one -> one.goes(now))
                        .map(this::letGo)
                        .orElseGet(() -> Future.succeededFuture(false)));
    }

    private Future<Boolean> letGo(Finding found) {
        Ref client = found.client();
        return erasures.certificate(client)
                // Where it was begun and cut off, its lines are there.
                .compose(begun -> begun.isPresent() ? Future.succeededFuture() : note(found))
                .compose(noted -> erasures.letGo(client))
                .map(true);
    }

    private Future<Void> note(Finding found) {
        Future<Void> lines = Future.succeededFuture();
        for (Part part : found.parts()) {
            lines = lines.compose(done -> notes.ended(
                    Actor.scheduler(),
                    part.pass().orElseThrow(),
                    part.what(),
                    part.count(),
                    "silent/" + found.silence().keep().toDays() + "-days"));
        }
        return lines;
    }
}
