package confidant.core.handover;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.audit.Notes;
import confidant.core.erasure.Erasures;
import confidant.core.handover.Offer.Choice;
import confidant.core.handover.Offer.State;
import confidant.core.keys.Keys;
import confidant.core.port.Bell;
import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.policy.Timing;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes the steps of hand-overs when they are due: the reminder, the end, and the move. Each is repeatable, and is written
 * down by a condition when it is done; one that was cut off anywhere is taken again by the next ring.
 */
final class HandoverRun {
    private static final int LANES = 4;

    /** Before this much of the time is left, nobody is reminded. */
    private static final Duration REMIND = Duration.ofHours(6);

    /** After it no server leads anybody to the old side any more, and what was under way there has ended. */
    private static final Duration SETTLED = Keys.EVERYWHERE.multipliedBy(2);

    private final House house;
    private final OfferBook book;
    private final Telling telling;
    private final Carrying carrying;
    private final CarriedWords words;
    private final Erasures erasures;
    private final Notes notes;
    private final Bell bell;

    HandoverRun(
            House house,
            OfferBook book,
            Telling telling,
            Carrying carrying,
            CarriedWords words,
            Erasures erasures,
            Notes notes,
            Bell bell) {
        this.house = house;
        this.book = book;
        this.telling = telling;
        this.carrying = carrying;
        this.words = words;
        this.erasures = erasures;
        this.notes = notes;
        this.bell = bell;
    }

    Future<Void> all() {
        return book.open().compose(clients -> Lanes.each(LANES, clients, this::one));
    }

    /** Goes on with one client as far as it can be gone now; another server's step is as good as one's own. */
    Future<Void> one(Ref client) {
        return book.of(client)
                .compose(found -> found.map(offer -> step(client, offer)).orElseGet(Future::succeededFuture))
                .recover(failure ->
                        failure instanceof Conflict ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    private Future<Void> step(Ref client, Offer offer) {
        return switch (offer.state()) {
            case OPEN -> open(client, offer);
            case MOVING -> erased(client).compose(gone -> gone ? dropping(client, offer) : move(client, offer));
            case MOVED ->
                house.now().isBefore(offer.at().plus(SETTLED))
                        ? Future.succeededFuture()
                        : erased(client).compose(gone -> gone ? dropping(client, offer) : settle(client, offer));
            case CLOSING -> close(client, offer);
            case DROPPING -> drop(client, offer);
            case DONE, STAYED, LAPSED -> Future.succeededFuture();
        };
    }

    private Future<Void> open(Ref client, Offer offer) {
        return erased(client).compose(gone -> {
            if (gone) {
                return end(client, offer, State.LAPSED, "erased");
            }
            Instant now = house.now();
            if (!now.isBefore(offer.until())) {
                return over(client, offer);
            }
            boolean due = !offer.reminded()
                    && offer.choice().isEmpty()
                    && !now.isBefore(offer.until().minus(REMIND));
            return due ? remind(client, offer) : Future.succeededFuture();
        });
    }

    private Future<Void> remind(Ref client, Offer offer) {
        return telling.timing(client).compose(timing -> {
            if (timing instanceof Timing.Later) {
                return Future.succeededFuture();
            }
            Future<Void> said =
                    timing instanceof Timing.Now ? telling.reminder(client, offer) : Future.succeededFuture();
            return said.compose(done -> book.put(client, Optional.of(offer), offer.remind()))
                    .mapEmpty();
        });
    }

    private Future<Void> over(Ref client, Offer offer) {
        if (offer.choice().flatMap(Choice::to).isPresent()) {
            return begin(client, offer).compose(moving -> one(client));
        }
        return telling.nothing(client, offer)
                .compose(told -> offer.choice().isPresent()
                        ? put(client, offer, offer.to(State.STAYED, house.now()))
                        : end(client, offer, State.LAPSED, "no-choice"));
    }

    private Future<Void> end(Ref client, Offer offer, State state, String why) {
        return notes.handover("handover.lapsed", Actor.scheduler(), client.client(), why)
                .compose(noted -> put(client, offer, offer.to(state, house.now())));
    }

    private Future<Void> put(Ref client, Offer before, Offer after) {
        return book.put(client, Optional.of(before), after)
                .onSuccess(done -> bell.desk(client.pool(), client.client(), Bell.What.CONSENT, 0))
                .mapEmpty();
    }

    /** From here on the choice stands. */
    Future<Offer> begin(Ref client, Offer offer) {
        return words.last(client)
                .compose(last ->
                        book.put(client, Optional.of(offer), offer.moving(ClientId.random(), last, house.now())));
    }

    private Future<Void> move(Ref from, Offer offer) {
        Ref to = offer.next().orElseThrow();
        Choice choice = offer.choice().orElseThrow();
        return carrying.carry(from, to, choice, offer.at())
                .compose(done -> choice.words() ? words.carry(from, to, 0, true) : Future.succeededFuture(offer.seen()))
                .compose(last -> erased(from)
                        .compose(gone -> gone
                                ? dropping(from, offer)
                                : carrying.point(from, to)
                                        .compose(pointed -> carrying.leave(from))
                                        .compose(left -> telling.arrived(from, to, offer))
                                        .compose(told ->
                                                book.put(from, Optional.of(offer), offer.moved(last, house.now())))
                                        .onSuccess(moved -> ring(from, to))
                                        .mapEmpty()));
    }

    private void ring(Ref from, Ref to) {
        for (Ref one : List.of(from, to)) {
            bell.desk(one.pool(), one.client(), Bell.What.MESSAGE, 0);
        }
        bell.client(from.pool(), from.client(), Bell.What.MESSAGE, 0);
    }

    /** What came in on the old side while it was being left goes along; what the client said in any case. */
    private Future<Void> settle(Ref from, Offer offer) {
        Ref to = offer.next().orElseThrow();
        return carrying.saidToTheOfficer(from, to)
                .compose(said -> words.carry(
                        from, to, offer.seen(), offer.choice().orElseThrow().words()))
                .compose(last -> book.put(from, Optional.of(offer), offer.to(State.CLOSING, house.now())))
                .onSuccess(done -> ring(from, to))
                .compose(closing -> close(from, closing));
    }

    private Future<Void> close(Ref from, Offer offer) {
        Ref to = offer.next().orElseThrow();
        return notes.handover("handover.done", Actor.scheduler(), from.client(), "as:" + notes.pseudonym(to.client()))
                .compose(noted -> notes.handover(
                        "handover.done", Actor.scheduler(), to.client(), "from:" + notes.pseudonym(from.client())))
                .compose(noted -> erasures.erase(from, Actor.of(from.client())))
                .compose(closed -> put(from, offer, offer.to(State.DONE, house.now())));
    }

    private Future<Boolean> erased(Ref client) {
        return house.stores().erasures().erasure(client.pool(), client.client()).map(Optional::isPresent);
    }

    // The state first, by a condition: a server that is late must not take the closing of the old side for the client's
    // wish.
    private Future<Void> dropping(Ref from, Offer offer) {
        Offer dropping = offer.to(State.DROPPING, house.now());
        return book.put(from, Optional.of(offer), dropping).compose(noted -> drop(from, dropping));
    }

    private Future<Void> drop(Ref from, Offer offer) {
        Ref to = offer.next().orElseThrow();
        return house.stores()
                .clients()
                .client(to.pool(), to.client())
                .compose(made -> made.isEmpty()
                        ? Future.succeededFuture()
                        : erasures.erase(to, Actor.of(to.client())).<Void>mapEmpty())
                .compose(gone -> end(from, offer, State.LAPSED, "erased"));
    }
}
