package confidant.core.consent;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.core.consent.ConsentBook.Standing;
import confidant.core.consent.ConsentRules.Ruling;
import confidant.core.consent.ConsentRules.Situation;
import confidant.core.consent.ConsentRules.Step;
import confidant.core.keys.Keys;
import confidant.model.Actor;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.MessageId;
import confidant.model.OfficerId;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * The states of consent: read from the history each time, so that a withdrawal counts from its acknowledgement on. Who may
 * take which step is said by {@link ConsentRules} alone; a step that they refuse fails with {@link StepRefused}.
 */
public final class Consents {
    private static final int TRIES = 5;
    private static final Set<String> REASONS = Set.of("no-proof", "minor", "wrong-notice", "complaint", "authority");

    private final House house;
    private final ConsentBook book;
    private final Keys keys;
    private final Notes notes;
    private final Holds holds;
    private final List<Withdrawal> listeners = new CopyOnWriteArrayList<>();

    public Consents(House house, ConsentBook book, Keys keys, Notes notes, Holds holds) {
        this.house = house;
        this.book = book;
        this.keys = keys;
        this.notes = notes;
        this.holds = holds;
    }

    /** The latest step of one purpose. */
    public record State(Purpose purpose, ConsentStatus status, Optional<Instant> since, Optional<Instant> until) {}

    /**
     * @param method see {@link ConsentEvent}; {@code noticeHash} may be empty
     * @param evidence the message that says so, where one does. A no takes one step for each such message, also where it was
     *     a no already: so one that comes again is known by its step, whatever was said since, and one whose step is missing
     *     is yet to be done
     */
    public record Given(String method, String noticeHash, Optional<MessageId> evidence) {
        static Given by(String method) {
            return new Given(method, "", Optional.empty());
        }
    }

    /** Who takes a step, and why; {@code whom} and {@code reason} as in {@link ConsentEvent}. */
    private record By(Expressed role, String whom, String reason) {
        static final By CLIENT = new By(Expressed.CLIENT, "", "");
        static final By SCHEDULER = new By(Expressed.SCHEDULER, "", "");
    }

    private record Taken(ConsentEvent event, Standing before) {}

    /** Adds a listener; called at wiring, before anything else. */
    public void onChange(Withdrawal listener) {
        listeners.add(listener);
    }

    /** The status of each purpose that has a history, at this moment. */
    public Future<Map<Purpose, State>> states(Ref client) {
        return book.standings(client, house.now()).map(Consents::states);
    }

    /** The status of each purpose as it stood, and could be known, at a past instant. */
    public Future<Map<Purpose, State>> at(Ref client, Instant then) {
        return book.history(client).map(history -> states(ConsentBook.at(history, then)));
    }

    public Future<ConsentStatus> status(Ref client, Purpose purpose) {
        return book.standing(client, purpose, house.now()).map(Standing::status);
    }

    public Future<List<ConsentEvent>> history(Ref client) {
        return book.history(client);
    }

    /**
     * The client says yes; repeating it changes nothing. Where nobody ever asked a client who was taken over from elsewhere,
     * the notice they have before them is the question, and is written down as such first.
     */
    public Future<ConsentEvent> give(Ref client, Purpose purpose, Given how) {
        return give(client, purpose, By.CLIENT, how);
    }

    /** A guardian says yes for a client; {@code guardian} is their pseudonym. */
    public Future<ConsentEvent> giveFor(Ref client, Purpose purpose, String guardian, Given how) {
        return give(client, purpose, new By(Expressed.GUARDIAN, guardian, ""), how);
    }

    private Future<ConsentEvent> give(Ref client, Purpose purpose, By by, Given how) {
        return ended(client, purpose)
                .compose(done -> step(client, purpose, Step.GIVE, by, how))
                .recover(failure ->
                        failure instanceof StepRefused refused && refused.rule().equals("ask-first")
                                ? step(client, purpose, Step.REQUEST, new By(Expressed.ASSISTANT, "", ""), how)
                                        .compose(asked -> step(client, purpose, Step.GIVE, by, how))
                                : Future.failedFuture(failure))
                .map(Taken::event);
    }

    // What only a mark agrees to is never continued after its end: a mark that comes later begins a new key.
    private Future<Void> ended(Ref client, Purpose purpose) {
        return consented(purpose).marked()
                ? book.standing(client, purpose, house.now())
                        .compose(standing ->
                                standing.live() && !standing.status().valid()
                                        ? expire(client, purpose)
                                                .<Void>mapEmpty()
                                                .recover(failure -> failure instanceof StepRefused
                                                        ? Future.succeededFuture()
                                                        : Future.failedFuture(failure))
                                        : Future.succeededFuture())
                : Future.succeededFuture();
    }

    /** The client says yes again before, or shortly after, the end of a yes: it begins anew under the same key. */
    public Future<ConsentEvent> renew(Ref client, Purpose purpose, Given how) {
        return step(client, purpose, Step.RENEW, By.CLIENT, how).map(Taken::event);
    }

    /** The client says no; repeating it changes nothing. A yes that stands is withdrawn. */
    public Future<ConsentEvent> refuse(Ref client, Purpose purpose, Given how) {
        return step(client, purpose, Step.REFUSE, By.CLIENT, how).map(Taken::event);
    }

    /** The client was asked and leaves it open. */
    public Future<ConsentEvent> defer(Ref client, Purpose purpose, Given how) {
        return step(client, purpose, Step.DEFER, By.CLIENT, how).map(Taken::event);
    }

    /**
     * The client takes a yes back. The step is stored first, from then on everything is refused; then the key is
     * destroyed, queued sends are cancelled, and bitmaps cleared; each of these may be repeated.
     */
    public Future<ConsentEvent> withdraw(Ref client, Purpose purpose, Given how) {
        return step(client, purpose, Step.WITHDRAW, By.CLIENT, how).map(Taken::event);
    }

    /** The client has said no to their concierge, who writes it down; it counts at once. */
    public Future<ConsentEvent> withdrawTold(Ref client, Purpose purpose, Actor concierge, Given how) {
        return step(client, purpose, Step.WITHDRAW, by(Expressed.CONCIERGE, concierge), how)
                .map(Taken::event);
    }

    /** The concierge, or the assistant, asks. */
    public Future<ConsentEvent> request(Ref client, Purpose purpose, Actor by) {
        Expressed role = by.role() == Actor.Role.ASSISTANT ? Expressed.ASSISTANT : Expressed.CONCIERGE;
        unmarked(purpose);
        return step(client, purpose, Step.REQUEST, by(role, by), Given.by("request"))
                .map(Taken::event);
    }

    /** Whether the house may ask for a purpose now. */
    public Future<Boolean> mayAsk(Ref client, Purpose purpose) {
        Instant now = house.now();
        return book.standing(client, purpose, now)
                .map(standing -> ConsentRules.rule(
                                Expressed.CONCIERGE, Step.REQUEST, situation(consented(purpose), standing, now))
                        instanceof Ruling.Becomes);
    }

    /** The client has said yes aloud; it counts once they confirm it in their channel. */
    public Future<ConsentEvent> noteYes(Ref client, Purpose purpose, Actor concierge, Given how) {
        unmarked(purpose);
        return step(client, purpose, Step.NOTE_YES, by(Expressed.CONCIERGE, concierge), how)
                .map(Taken::event);
    }

    /** An officer ends a yes. @param reason one of no-proof, minor, wrong-notice, complaint, authority */
    public Future<ConsentEvent> revoke(Ref client, Purpose purpose, OfficerId officer, String reason) {
        return step(client, purpose, Step.REVOKE, officer(officer, reason), Given.by("console"))
                .map(Taken::event);
    }

    /** An officer finds that a yes was never a proper one. @param reason as in {@link #revoke} */
    public Future<ConsentEvent> invalidate(Ref client, Purpose purpose, OfficerId officer, String reason) {
        return step(client, purpose, Step.INVALIDATE, officer(officer, reason), Given.by("console"))
                .map(Taken::event);
    }

    /** The notice has changed in a way that needs a new yes; until it comes, what rests on the old one is kept shut. */
    public Future<ConsentEvent> askAnew(Ref client, Purpose purpose, OfficerId officer) {
        return step(client, purpose, Step.ASK_ANEW, officer(officer, "wrong-notice"), Given.by("notice-changed"))
                .map(Taken::event);
    }

    /** The scheduler writes down that the time of a yes, and the grace after it, is over. */
    public Future<ConsentEvent> expire(Ref client, Purpose purpose) {
        return step(client, purpose, Step.EXPIRE, By.SCHEDULER, Given.by("time"))
                .map(Taken::event);
    }

    /** A contact was taken over from elsewhere: whatever they may have agreed to there, nothing of it is proven. */
    public Future<ConsentEvent> imported(Ref client, Purpose purpose) {
        return step(client, purpose, Step.IMPORT, new By(Expressed.HOUSE, "", ""), Given.by("import"))
                .map(Taken::event);
    }

    /** Lifts a legal hold, and makes good what it held up. @param reason one of over, mistake, authority */
    public Future<Holds.Hold> lift(Ref client, Purpose purpose, OfficerId officer, String reason) {
        return holds.lift(client, purpose, officer, reason)
                .compose(lifted -> book.standing(client, purpose, house.now())
                        .compose(standing -> standing.live() || standing.seq() == 0
                                ? Future.succeededFuture(lifted)
                                : sweep(client, purpose).map(lifted)));
    }

    /**
     * Makes the end of a yes true everywhere: memory, keys, outbox. Where a new yes has come meanwhile, only what rested on
     * the earlier one is ended. A legal hold keeps the key. Repeated at every unlock of the pool for keys that outlived their
     * yes, so a crash in the middle of a withdrawal is made good.
     */
    public Future<Void> sweep(Ref client, Purpose purpose) {
        return book.standing(client, purpose, house.now()).compose(standing -> {
            if (standing.live()) {
                int before = standing.grant() - 1;
                return before < 1 ? Future.succeededFuture() : destroy(client, purpose, before);
            }
            tell(client, purpose, false);
            return destroy(client, purpose, Math.max(1, standing.grant()))
                    .compose(done -> house.stores().conversations().cancel(client, purpose, "withdrawn"))
                    .compose(cancelled -> notes.shred(client, purpose, cancelled));
        });
    }

    private Future<Void> destroy(Ref client, Purpose purpose, int upTo) {
        return holds.held(client, purpose)
                .compose(held -> held
                        ? Future.succeededFuture()
                        : keys.destroy(client, purpose, upTo).mapEmpty());
    }

    private Future<Taken> step(Ref client, Purpose purpose, Step step, By by, Given how) {
        PurposeInfo info = consented(purpose);
        return step(client, info, step, by, how, TRIES).compose(taken -> followUp(client, taken));
    }

    private Future<Taken> step(Ref client, PurposeInfo info, Step step, By by, Given how, int tries) {
        if (tries == 0) {
            return Future.failedFuture(new Conflict("the consent for this purpose"));
        }
        Instant now = house.now();
        return book.history(client).compose(history -> {
            Optional<ConsentEvent> before = isNo(step) ? saidBy(history, info.purpose(), how) : Optional.empty();
            if (before.isPresent()) {
                return Future.succeededFuture(new Taken(before.get(), Standing.NOTHING));
            }
            Standing standing = ConsentBook.standings(history, now).getOrDefault(info.purpose(), Standing.NOTHING);
            Ruling ruling = ConsentRules.rule(by.role, step, situation(info, standing, now));
            if (ruling instanceof Ruling.Refused refused) {
                return Future.failedFuture(new StepRefused(refused.rule()));
            }
            boolean again = ruling instanceof Ruling.Stands && isNo(step) && how.evidence.isPresent();
            if (!(ruling instanceof Ruling.Becomes) && !again) {
                return Future.succeededFuture(new Taken(last(history, info.purpose()), standing));
            }
            ConsentStatus status = ruling instanceof Ruling.Becomes becomes ? becomes.status() : standing.status();
            ConsentEvent event = event(client, info, standing, status, by, how, now);
            return house.stores()
                    .consents()
                    .append(client.pool(), event)
                    .compose(stored -> stored
                            ? notes.consent(client, event).map(new Taken(event, standing))
                            : step(client, info, step, by, how, tries - 1));
        });
    }

    private Situation situation(PurposeInfo info, Standing standing, Instant now) {
        return Situation.of(standing, house.policy().asking(), info.marked(), now);
    }

    private static boolean isNo(Step step) {
        return step == Step.REFUSE || step == Step.WITHDRAW;
    }

    private static Optional<ConsentEvent> saidBy(List<ConsentEvent> history, Purpose purpose, Given how) {
        return history.stream()
                .filter(event -> event.purpose().equals(purpose))
                .filter(event -> event.status() == ConsentStatus.REFUSED || event.status() == ConsentStatus.WITHDRAWN)
                .filter(event ->
                        event.evidence().isPresent() && event.evidence().equals(how.evidence))
                .findFirst();
    }

    private static ConsentEvent event(
            Ref client, PurposeInfo info, Standing before, ConsentStatus status, By by, Given how, Instant now) {
        return new ConsentEvent(
                client.client(),
                info.purpose(),
                before.seq() + 1,
                status,
                now,
                status.valid() ? Optional.of(now.plus(info.lasts())) : Optional.empty(),
                by.role,
                how.method(),
                how.noticeHash(),
                how.evidence(),
                by.whom,
                by.reason);
    }

    // A repeat follows up as well: the first time may have been cut short.
    private Future<Taken> followUp(Ref client, Taken taken) {
        Purpose purpose = taken.event().purpose();
        return switch (taken.event().status()) {
            case GIVEN, RENEWED -> {
                tell(client, purpose, true);
                yield Future.succeededFuture(taken);
            }
            case WITHDRAWN, REVOKED, INVALIDATED, EXPIRED ->
                sweep(client, purpose).map(taken);
            case REFUSED, REQUESTED, PENDING, DEFERRED -> {
                if (taken.before().live()) {
                    tell(client, purpose, false);
                }
                yield Future.succeededFuture(taken);
            }
            case NONE, UNKNOWN -> Future.succeededFuture(taken);
        };
    }

    private static ConsentEvent last(List<ConsentEvent> history, Purpose purpose) {
        return history.stream()
                .filter(event -> event.purpose().equals(purpose))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new Conflict("the consent for this purpose"));
    }

    private PurposeInfo consented(Purpose purpose) {
        return house.policy()
                .purpose(purpose)
                .filter(info -> info.basis() == Basis.CONSENT)
                .orElseThrow(() -> new BadRequest("this purpose does not rest on consent"));
    }

    private void unmarked(Purpose purpose) {
        if (consented(purpose).marked()) {
            throw new BadRequest("nobody asks for this purpose: a client agrees to it by marking a message");
        }
    }

    private static By by(Expressed role, Actor actor) {
        return new By(role, role == Expressed.CONCIERGE ? actor.id() : "", "");
    }

    private static By officer(OfficerId officer, String reason) {
        if (!REASONS.contains(reason)) {
            throw new BadRequest("the reason is one of no-proof, minor, wrong-notice, complaint, authority");
        }
        return new By(Expressed.OFFICER, officer.toString(), reason);
    }

    private void tell(Ref client, Purpose purpose, boolean given) {
        listeners.forEach(listener -> listener.changed(client, purpose, given));
    }

    private static Map<Purpose, State> states(Map<Purpose, Standing> standings) {
        return standings.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> state(e.getKey(), e.getValue())));
    }

    private static State state(Purpose purpose, Standing standing) {
        return new State(purpose, standing.status(), standing.since(), standing.until());
    }
}
