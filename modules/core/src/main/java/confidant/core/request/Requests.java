package confidant.core.request;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Auditing;
import confidant.core.audit.Notes;
import confidant.core.consent.Papers;
import confidant.core.consent.Papers.Page;
import confidant.model.Actor;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.Jurisdiction;
import confidant.policy.Jurisdiction.Request;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What clients ask of the house by law, until an officer has answered. Sealed apart from the conversation, as complaints are;
 * the concierge sees nothing of it. Each step stands in the ledger before it takes effect.
 */
public final class Requests {
    /** The kind of its papers. */
    public static final String KIND = "request";

    private static final int LONGEST = 2000;
    private static final int MOST_OPEN = 5;

    private final House house;
    private final Papers papers;
    private final Auditing auditing;
    private final Notes notes;
    private final Heralds heralds;

    public Requests(House house, Papers papers, Auditing auditing, Notes notes, Heralds heralds) {
        this.house = house;
        this.papers = papers;
        this.auditing = auditing;
        this.notes = notes;
        this.heralds = heralds;
    }

    /**
     * A request with its clock.
     *
     * @param id {@code pseudonym.paper} for officers, the paper alone for the client
     * @param version of the paper; whoever takes a step says which one they saw
     * @param law whose time counts; empty where no law sets one
     * @param named whether an officer named that law; if not, it is the one that leaves least time
     * @param due until when; empty where no law sets a time, and while the clock stands
     * @param late see {@code due}; of a closed one, that it was closed too late
     * @param prolongs whether the time can be prolonged now
     */
    public record Clocked(
            String id,
            String pseudonym,
            long version,
            ClientRequest request,
            Optional<Jurisdiction> law,
            boolean named,
            Optional<Instant> due,
            boolean late,
            boolean prolongs) {}

    /**
     * Keeps a request of a client; repeating it with the same id is harmless. {@code BadRequest} for one without words, or
     * while five others are open.
     */
    public Future<Clocked> ask(Guest guest, UUID id, Request kind, Personal<String> text) {
        return fresh(kind, text, house.now(), "page")
                .compose(request -> keep(guest.actor(), guest.ref(), id.toString(), request));
    }

    /**
     * Writes down a request that came another way. {@code NotFound} if there is no such pseudonym, {@code BadRequest} for a day
     * to come, and as {@link #ask}.
     */
    public Future<Clocked> record(
            OfficerId officer,
            String pseudonym,
            UUID id,
            Request kind,
            Personal<String> text,
            Instant came,
            String way) {
        return fresh(kind, text, came, way)
                .compose(request -> auditing.client(pseudonym)
                        .compose(ref -> keep(Actor.of(officer), ref, id.toString(), request)));
    }

    private Future<ClientRequest> fresh(Request kind, Personal<String> text, Instant came, String way) {
        Personal<String> words = Personal.of(text.reveal().strip());
        String no = kind == Request.BREACH
                ? "a breach is nothing that a client asks for"
                : !Move.RECEIVED.details().contains(way)
                        ? "this is no way by which a request comes"
                        : came.isAfter(house.now())
                                ? "a request cannot have come on a day to come"
                                : words.reveal().isEmpty() || tooLong(words)
                                        ? "the words have 1 to 2,000 characters"
                                        : "";
        return no.isEmpty()
                ? Future.succeededFuture(ClientRequest.received(kind, words, came, way))
                : Future.failedFuture(new BadRequest(no));
    }

    private static boolean tooLong(Personal<String> words) {
        return words.reveal().length() > LONGEST;
    }

    private Future<Clocked> keep(Actor actor, Ref client, String id, ClientRequest request) {
        return papers.all(actor, client, KIND).compose(before -> {
            Optional<Page> same =
                    before.stream().filter(page -> page.id().equals(id)).findFirst();
            if (same.isPresent()) {
                return Future.succeededFuture(clocked(same.get()));
            }
            if (before.stream().filter(Page::open).count() >= MOST_OPEN) {
                return Future.failedFuture(
                        new BadRequest("five requests are open already (wait until one of them is answered)"));
            }
            return note(actor, client, Move.RECEIVED, kind(request))
                    .compose(noted -> papers.write(
                            actor, client, KIND, id, true, there -> there.isEmpty() ? request.fields() : there))
                    .map(this::clocked);
        });
    }

    /** The client's own requests, the latest first. */
    public Future<List<Clocked>> own(Guest guest) {
        return papers.all(guest.actor(), guest.ref(), KIND)
                .map(pages -> pages.stream()
                        .map(this::clocked)
                        .sorted(Comparator.comparing(
                                        (Clocked one) -> one.request().received())
                                .reversed())
                        .toList());
    }

    /** What is open: first what is due first, then what waits for its client. */
    public Future<List<Clocked>> open(OfficerId officer, String reason) {
        return auditing.ask(officer, reason)
                .compose(noted -> papers.open(Actor.of(officer), KIND))
                .map(pages -> pages.stream()
                        .map(this::clocked)
                        .sorted(Comparator.comparing((Clocked one) -> one.due().orElse(Instant.MAX))
                                .thenComparing(one -> one.request().received())
                                .thenComparing(Clocked::id))
                        .toList());
    }

    /**
     * Takes a step.
     *
     * @param version that the officer saw; {@link Conflict} if there was a step since
     * @param said to the client; needed to ask them back and to close
     */
    public Future<Clocked> step(
            OfficerId officer, String id, long version, Move move, String detail, Personal<String> said) {
        Actor actor = Actor.of(officer);
        Personal<String> words = Personal.of(said.reveal().strip());
        if (tooLong(words)) {
            return Future.failedFuture(new BadRequest("the words have 2,000 characters at most"));
        }
        return papers.open(actor, KIND)
                .map(pages -> pages.stream()
                        .filter(page -> clocked(page).id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("open request")))
                .compose(page -> {
                    if (page.version() != version) {
                        throw new Conflict("the request");
                    }
                    ClientRequest now = ClientRequest.of(page.fields());
                    RequestStep step = new RequestStep(move, house.now(), detail, words);
                    ClientRequest next = now.then(step);
                    fits(now, step);
                    return take(actor, page, now, next, step).compose(written -> tell(written, move));
                });
    }

    /**
     * The client says what the officer asked for, and the clock goes on. {@code NotFound} if there is no such request of theirs,
     * {@link Conflict} if nothing is asked for.
     *
     * @param paper as in {@link Clocked#id}
     */
    public Future<Clocked> reply(Guest guest, String paper, Personal<String> said) {
        Personal<String> words = Personal.of(said.reveal().strip());
        if (words.reveal().isEmpty() || tooLong(words)) {
            return Future.failedFuture(new BadRequest("the words have 1 to 2,000 characters"));
        }
        return papers.read(guest.actor(), guest.ref(), KIND, paper)
                .map(found -> found.orElseThrow(() -> new NotFound("request")))
                .compose(page -> {
                    ClientRequest now = ClientRequest.of(page.fields());
                    if (!now.waiting()) {
                        throw new Conflict("the request");
                    }
                    // Who writes here holds the client's own way in, and no other proof was ever asked of them.
                    String how = now.asked().orElse("").equals("identity") ? "in-chat" : "explained";
                    RequestStep step = new RequestStep(Move.CLEARED, house.now(), how, words);
                    return take(guest.actor(), page, now, now.then(step), step).map(this::clocked);
                });
    }

    private Future<Page> take(Actor actor, Page page, ClientRequest seen, ClientRequest next, RequestStep step) {
        return note(actor, page.client(), step.move(), step.detail())
                .compose(noted -> papers.write(
                        actor,
                        page.client(),
                        KIND,
                        page.id(),
                        next.open(),
                        there -> unchanged(seen, there).then(step).fields()));
    }

    private static ClientRequest unchanged(ClientRequest seen, Map<String, String> there) {
        ClientRequest stored = ClientRequest.of(there);
        if (!stored.steps().equals(seen.steps())) {
            throw new Conflict("the request");
        }
        return stored;
    }

    private void fits(ClientRequest request, RequestStep step) {
        if (step.move() == Move.LAW) {
            Jurisdiction law = house.policy()
                    .jurisdiction(step.detail())
                    .orElseThrow(() -> new BadRequest("there are no rules for this place"));
            if (!law.responses().containsKey(request.kind())) {
                throw new BadRequest("this law sets no time for such a request");
            }
        }
        if (step.move() == Move.EXTENDED
                && !RequestClock.read(request, laws(), step.at()).prolongs()) {
            throw new BadRequest(
                    "the time cannot be prolonged (name the law first, unless it has no longer time or that is over)");
        }
    }

    private Future<Clocked> tell(Page page, Move move) {
        Clocked done = clocked(page);
        return move.told()
                ? heralds.news(page.client(), KIND + "/" + page.id() + "/" + page.version())
                        .map(told -> done)
                : Future.succeededFuture(done);
    }

    private Future<Void> note(Actor actor, Ref client, Move move, String detail) {
        String why = move.name().toLowerCase(Locale.ROOT) + "/" + detail;
        return notes.dropped("request", actor, client, Purpose.LEGAL, "", why);
    }

    private static String kind(ClientRequest request) {
        return request.kind().name().toLowerCase(Locale.ROOT);
    }

    private Collection<Jurisdiction> laws() {
        return house.policy().jurisdictions();
    }

    private Clocked clocked(Page page) {
        ClientRequest request = ClientRequest.of(page.fields());
        RequestClock.Reading clock = RequestClock.read(request, laws(), house.now());
        String pseudonym = auditing.pseudonym(page.client().client());
        return new Clocked(
                pseudonym + "." + page.id(),
                pseudonym,
                page.version(),
                request,
                clock.law(),
                request.law().isPresent(),
                clock.due(),
                clock.late(),
                clock.prolongs());
    }
}
