package confidant.core.handover;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.attachment.Attachments;
import confidant.core.audit.Notes;
import confidant.core.consent.Consents;
import confidant.core.consent.Papers;
import confidant.core.consent.StepRefused;
import confidant.core.conversation.Writer;
import confidant.core.erasure.Erasures;
import confidant.core.gate.Gate;
import confidant.core.handover.Offer.Choice;
import confidant.core.handover.Offer.Reason;
import confidant.core.handover.Offer.State;
import confidant.core.keys.Keys;
import confidant.core.people.Directory;
import confidant.core.people.Staff;
import confidant.core.people.Succession;
import confidant.core.people.Wishes;
import confidant.core.port.Bell;
import confidant.core.privacy.PrivacyDesk;
import confidant.core.tagging.CarriedTags;
import confidant.core.tagging.Tagging;
import confidant.model.ClientId;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hand-over to another concierge. A concierge offers it; only the client says to whom and what goes along, and may change
 * that until it is carried out; without their choice nothing goes.
 */
public final class Handovers {
    /** For so long a client may choose. */
    public static final Duration OPEN = Duration.ofHours(24);

    /** So long after its end there is no other offer to the same client. */
    public static final Duration REST = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Handovers.class);

    private final House house;
    private final OfferBook book;
    private final Directory directory;
    private final Consents consents;
    private final Succession succession;
    private final Telling telling;
    private final HandoverRun run;
    private final Notes notes;
    private final Bell bell;

    private Handovers(
            House house, OfferBook book, Neighbours rooms, Telling telling, HandoverRun run, Notes notes, Bell bell) {
        this.house = house;
        this.book = book;
        this.directory = rooms.directory;
        this.consents = rooms.consents;
        this.succession = rooms.succession;
        this.telling = telling;
        this.run = run;
        this.notes = notes;
        this.bell = bell;
    }

    /** The rooms that a hand-over goes through. */
    public record Neighbours(
            Gate gate,
            Directory directory,
            Staff staff,
            Succession succession,
            Consents consents,
            OfferBook book,
            PrivacyDesk privacy,
            Wishes wishes,
            Papers papers,
            Tagging tagging,
            Keys keys,
            Erasures erasures,
            Writer writer,
            Attachments attachments) {}

    /** Wires the room. */
    public static Handovers of(House house, Neighbours rooms, Notes notes, Bell bell) {
        OfferBook book = rooms.book;
        Telling telling = new Telling(house, rooms.directory, rooms.staff, rooms.privacy, rooms.writer);
        Carrying carrying = new Carrying(
                house,
                rooms.directory,
                rooms.consents,
                rooms.privacy,
                rooms.wishes,
                rooms.papers,
                new CarriedTags(house, rooms.gate, rooms.tagging, notes),
                rooms.keys);
        HandoverRun run = new HandoverRun(
                house,
                book,
                telling,
                carrying,
                new CarriedWords(house, rooms.gate, notes, rooms.attachments),
                rooms.erasures,
                notes,
                bell);
        return new Handovers(house, book, rooms, telling, run, notes, bell);
    }

    /**
     * A hand-over as the desk sees it: nothing of what the client chose before it is done.
     *
     * @param offer empty where none was ever offered by this concierge
     * @param to the name of the next concierge, once it is done
     * @param from the name of the concierge from whom the client came, by their own choice
     */
    public record AtDesk(Optional<Offer> offer, Optional<String> to, Optional<String> from) {}

    /**
     * A hand-over as the client sees it.
     *
     * @param concierge who offers it
     * @param others whom there is to choose from
     * @param may the purposes that stand, each of which may go along
     */
    public record AtPage(Offer offer, Concierge concierge, List<Concierge> others, List<PurposeInfo> may) {}

    /**
     * Offers a client a hand-over; repeating it while one is open changes nothing. {@link NotFound} for a client of another
     * pool, {@link BadRequest} where there is nobody to hand over to, {@link StepRefused} within {@link #REST} after an offer
     * that came to nothing, {@link Conflict} while one is carried out.
     */
    public Future<AtDesk> offer(Desk desk, ClientId client, Reason reason) {
        return directory
                .require(desk.pool(), client)
                .compose(ref -> book.of(ref)
                        .compose(before ->
                                telling.others(desk.pool()).compose(others -> offer(desk, ref, reason, before, others)))
                        .compose(offered -> view(desk, client)));
    }

    private Future<Offer> offer(Desk desk, Ref client, Reason reason, Optional<Offer> before, List<Concierge> others) {
        if (before.filter(known -> known.is(State.OPEN)).isPresent()) {
            return Future.succeededFuture(before.get());
        }
        if (others.isEmpty()) {
            throw new BadRequest("there is no other concierge in this house");
        }
        Instant now = house.now();
        before.ifPresent(known -> {
            if (!known.is(State.LAPSED) && !known.is(State.STAYED)) {
                throw new Conflict("the hand-over");
            }
            if (now.isBefore(known.at().plus(REST))) {
                throw new StepRefused("cool-down");
            }
        });
        Offer fresh = Offer.first(before.map(Offer::number).orElse(0) + 1, reason, now, now.plus(OPEN));
        return notes.handover("handover.offered", desk.actor(), client.client(), reason.word())
                // Said before it stands: whoever repeats this says it no second time.
                .compose(noted -> telling.offer(client, fresh, others))
                .compose(told -> book.put(client, before, fresh))
                .onSuccess(stands -> ring(client));
    }

    /** How a hand-over of a client stands; {@link NotFound} for one who is not, and was not, of this pool. */
    public Future<AtDesk> view(Desk desk, ClientId client) {
        Ref ref = new Ref(desk.pool(), client);
        return book.of(ref).compose(offer -> {
            boolean over = offer.filter(one -> one.is(State.DONE)).isPresent();
            Future<?> there = over ? Future.succeededFuture() : directory.require(desk.pool(), client);
            Optional<Ref> next =
                    offer.filter(one -> one.state().word().equals("done")).flatMap(Offer::next);
            return there.compose(known ->
                            Future.all(name(next), succession.origin(ref).compose(this::name)))
                    .map(names -> new AtDesk(offer, names.resultAt(0), names.resultAt(1)));
        });
    }

    private Future<Optional<String>> name(Optional<Ref> client) {
        return client.map(ref -> telling.concierge(ref.pool()).map(one -> Optional.of(one.displayName())))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** What a client can choose, or chose; empty where no offer was made, or the last one came to nothing. */
    public Future<Optional<AtPage>> view(Guest guest) {
        return book.of(guest.ref())
                .map(found -> found.filter(one -> one.state().open()))
                .compose(offer -> offer.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : Future.all(telling.concierge(guest.pool()), telling.others(guest.pool()), may(guest.ref()))
                                .map(all -> Optional.of(
                                        new AtPage(offer.get(), all.resultAt(0), all.resultAt(1), all.resultAt(2)))));
    }

    /** The handle of the concierge whom a client is with. */
    public Future<String> serving(Guest guest) {
        return telling.concierge(guest.pool()).map(Concierge::handle);
    }

    /** The handle of the concierge from whom a client came, by their own choice. */
    public Future<Optional<String>> before(Guest guest) {
        return succession
                .origin(guest.ref())
                .compose(origin -> origin.map(
                                ref -> telling.concierge(ref.pool()).map(one -> Optional.of(one.handle())))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<List<PurposeInfo>> may(Ref client) {
        return consents.states(client)
                .map(states -> house.policy().purposes().stream()
                        .filter(info -> info.basis() == Basis.CONSENT && !info.marked())
                        .filter(info -> Optional.ofNullable(states.get(info.purpose()))
                                .filter(state -> state.status().valid())
                                .isPresent())
                        .toList());
    }

    /**
     * The client's choice; the last one before the end counts. It is carried out at the end, or at once if {@code now}.
     * {@link Conflict} where no offer is open, {@link NotFound} for a concierge whom there is not to choose, {@link BadRequest}
     * for a purpose that does not stand.
     *
     * @param handle the next concierge's; empty to stay
     */
    public Future<Optional<AtPage>> choose(
            Guest guest, Optional<String> handle, Set<Purpose> purposes, boolean words, boolean now) {
        Ref client = guest.ref();
        return book.of(client)
                .compose(found -> {
                    Offer offer = found.filter(one -> one.is(State.OPEN))
                            .filter(one -> house.now().isBefore(one.until()))
                            .orElseThrow(() -> new Conflict("the hand-over"));
                    return choice(client, handle, purposes, words)
                            .compose(choice -> notes.handover(
                                            "handover.chosen", guest.actor(), client.client(), describe(choice))
                                    .compose(noted -> book.put(client, found, offer.choose(choice)))
                                    .compose(chosen -> now && choice.to().isPresent()
                                            ? run.begin(client, chosen)
                                            : Future.succeededFuture(chosen)))
                            .onSuccess(chosen -> {
                                ring(client);
                                if (chosen.is(State.MOVING)) {
                                    run.one(client)
                                            .onFailure(failure -> LOG.warn(
                                                    "handover.move-failed client={} cause={}",
                                                    client.client(),
                                                    failure.getClass().getSimpleName()));
                                }
                            });
                })
                .compose(chosen -> view(guest));
    }

    private Future<Choice> choice(Ref client, Optional<String> handle, Set<Purpose> purposes, boolean words) {
        if (handle.isEmpty()) {
            return Future.succeededFuture(Choice.STAY);
        }
        return telling.others(client.pool()).compose(others -> {
            Concierge next = others.stream()
                    .filter(one -> one.handle().equals(handle.get()))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("concierge"));
            return may(client).map(may -> {
                if (!may.stream().map(PurposeInfo::purpose).toList().containsAll(purposes)) {
                    throw new BadRequest("only a purpose that stands can go along");
                }
                return new Choice(Optional.of(next.pool()), purposes, words);
            });
        });
    }

    /** Pools and purposes are no personal values; whom it concerns stands in the line as a pseudonym. */
    private static String describe(Choice choice) {
        return choice.to()
                .map(pool -> "to:" + pool + ",purposes:"
                        + choice.purposes().stream()
                                .map(Purpose::id)
                                .sorted()
                                .reduce((a, b) -> a + "+" + b)
                                .orElse("none")
                        + ",words:" + (choice.words() ? "yes" : "no"))
                .orElse("stay");
    }

    /** Takes every step that is due; rung every moment, on any number of servers. */
    public Future<Void> run() {
        return run.all();
    }

    private void ring(Ref client) {
        bell.desk(client.pool(), client.client(), Bell.What.CONSENT, 0);
    }
}
