package confidant.core.consent;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.core.consent.ConsentBook.Standing;
import confidant.core.keys.Keys;
import confidant.model.Actor;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.MessageId;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The states of consent: read from the history each time, so that a withdrawal counts from its acknowledgement on. */
public final class Consents {
    private static final int TRIES = 5;

    private final House house;
    private final ConsentBook book;
    private final Keys keys;
    private final Notes notes;
    private final List<Withdrawal> listeners = new CopyOnWriteArrayList<>();

    public Consents(House house, ConsentBook book, Keys keys, Notes notes) {
        this.house = house;
        this.book = book;
        this.keys = keys;
        this.notes = notes;
    }

    /** The latest step of one purpose. */
    public record State(Purpose purpose, ConsentStatus status, Optional<Instant> since, Optional<Instant> until) {}

    /** @param method see {@link ConsentEvent}; {@code noticeHash} may be empty */
    public record Given(String method, String noticeHash, Optional<MessageId> evidence) {}

    /** Adds a listener; called at wiring, before anything else. */
    public void onChange(Withdrawal listener) {
        listeners.add(listener);
    }

    /** The status of each purpose that has a history, at this moment. */
    public Future<Map<Purpose, State>> states(Ref client) {
        return book.standings(client, house.now())
                .map(all -> all.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> state(e.getKey(), e.getValue()))));
    }

    public Future<ConsentStatus> status(Ref client, Purpose purpose) {
        return book.standing(client, purpose, house.now()).map(Standing::status);
    }

    public Future<List<ConsentEvent>> history(Ref client) {
        return book.history(client);
    }

    /** The client says yes; repeating it changes nothing. */
    public Future<ConsentEvent> give(Ref client, Purpose purpose, Given how) {
        PurposeInfo info = consented(purpose);
        Optional<Instant> until = Optional.of(house.now().plus(info.lasts()));
        return step(client, purpose, Expressed.CLIENT, how, until, status -> switch (status) {
                    case GIVEN, RENEWED -> Optional.empty();
                    case EXPIRED -> Optional.of(ConsentStatus.RENEWED);
                    default -> Optional.of(ConsentStatus.GIVEN);
                })
                .onSuccess(event -> tell(client, purpose, true));
    }

    /** The client says no before ever saying yes; repeating it changes nothing. */
    public Future<ConsentEvent> refuse(Ref client, Purpose purpose, Given how) {
        consented(purpose);
        return step(client, purpose, Expressed.CLIENT, how, Optional.empty(), status -> switch (status) {
            case REFUSED, WITHDRAWN -> Optional.empty();
            case GIVEN, RENEWED -> Optional.of(ConsentStatus.WITHDRAWN);
            default -> Optional.of(ConsentStatus.REFUSED);
        });
    }

    /**
     * The client takes a yes back. The step is stored first, from then on everything is refused; then the key is
     * destroyed, queued sends are cancelled, and bitmaps cleared; each of these may be repeated.
     */
    public Future<ConsentEvent> withdraw(Ref client, Purpose purpose, Given how) {
        consented(purpose);
        return step(client, purpose, Expressed.CLIENT, how, Optional.empty(), status -> switch (status) {
                    case WITHDRAWN, REFUSED -> Optional.empty();
                    default -> Optional.of(ConsentStatus.WITHDRAWN);
                })
                .compose(event -> sweep(client, purpose).map(event));
    }

    /** The concierge asks; refused by {@code Conflict} while a request is open or a yes stands. */
    public Future<ConsentEvent> request(Ref client, Purpose purpose, Actor by) {
        consented(purpose);
        return step(
                client,
                purpose,
                Expressed.CONCIERGE,
                new Given("request", "", Optional.empty()),
                Optional.empty(),
                status -> {
                    if (status.valid() || status == ConsentStatus.REQUESTED) {
                        throw new Conflict("the consent for this purpose");
                    }
                    return Optional.of(ConsentStatus.REQUESTED);
                });
    }

    /**
     * Makes the end of a yes true everywhere: memory, keys, outbox. Where a new yes has come meanwhile, only what rested on
     * the earlier one is ended. Repeated at every unlock of the pool for keys that outlived their yes, so a crash in the
     * middle of a withdrawal is made good.
     */
    public Future<Void> sweep(Ref client, Purpose purpose) {
        return book.standing(client, purpose, house.now()).compose(standing -> {
            if (standing.status().valid()) {
                int before = standing.grant() - 1;
                return before < 1
                        ? Future.succeededFuture()
                        : keys.destroy(client, purpose, before).mapEmpty();
            }
            tell(client, purpose, false);
            return keys.destroy(client, purpose, Math.max(1, standing.grant()))
                    .compose(destroyed -> house.stores().conversations().cancel(client, purpose, "withdrawn"))
                    .compose(cancelled -> notes.shred(client, purpose, cancelled));
        });
    }

    private Future<ConsentEvent> step(
            Ref client,
            Purpose purpose,
            Expressed by,
            Given how,
            Optional<Instant> until,
            Function<ConsentStatus, Optional<ConsentStatus>> next) {
        return step(client, purpose, by, how, until, next, TRIES);
    }

    private Future<ConsentEvent> step(
            Ref client,
            Purpose purpose,
            Expressed by,
            Given how,
            Optional<Instant> until,
            Function<ConsentStatus, Optional<ConsentStatus>> next,
            int tries) {
        if (tries == 0) {
            return Future.failedFuture(new Conflict("the consent for this purpose"));
        }
        Instant now = house.now();
        return book.history(client).compose(history -> {
            Standing standing = ConsentBook.standings(history, now).getOrDefault(purpose, Standing.NOTHING);
            Optional<ConsentStatus> status = next.apply(standing.status());
            if (status.isEmpty()) {
                return Future.succeededFuture(last(history, purpose));
            }
            ConsentEvent event = new ConsentEvent(
                    client.client(),
                    purpose,
                    standing.seq() + 1,
                    status.get(),
                    now,
                    until,
                    by,
                    how.method(),
                    how.noticeHash(),
                    how.evidence());
            return house.stores()
                    .consents()
                    .append(client.pool(), event)
                    .compose(stored -> stored
                            ? notes.consent(client, event).map(event)
                            : step(client, purpose, by, how, until, next, tries - 1));
        });
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

    private void tell(Ref client, Purpose purpose, boolean given) {
        listeners.forEach(listener -> listener.changed(client, purpose, given));
    }

    private static State state(Purpose purpose, Standing standing) {
        return new State(purpose, standing.status(), standing.since(), standing.until());
    }
}
