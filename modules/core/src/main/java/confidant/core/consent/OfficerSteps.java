package confidant.core.consent;

import confidant.core.Conflict;
import confidant.core.audit.Auditing;
import confidant.core.consent.Holds.Hold;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.OfficerId;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What officers do with the consents of a client, whom they know by pseudonym only: end a yes, and keep what ended. Each
 * leaves its line in the ledger; who has no such client hears {@code NotFound}. An officer never makes a consent valid.
 */
public final class OfficerSteps {
    private final Auditing auditing;
    private final Consents consents;
    private final Holds holds;
    private final Anew anew;

    /** Puts a question into the chat of a client, once for each step. */
    @FunctionalInterface
    public interface Anew {
        Future<Void> ask(Ref client, ConsentEvent step);
    }

    public OfficerSteps(Auditing auditing, Consents consents, Holds holds, Anew anew) {
        this.auditing = auditing;
        this.consents = consents;
        this.holds = holds;
        this.anew = anew;
    }

    /** A hold, and on whom. */
    public record Laid(String pseudonym, Hold hold) {}

    /** Ends a yes; its key is destroyed unless a hold lies on it. @param reason as in {@link Consents#revoke} */
    public Future<ConsentEvent> revoke(OfficerId officer, String pseudonym, Purpose purpose, String reason) {
        return auditing.client(pseudonym).compose(client -> consents.revoke(client, purpose, officer, reason));
    }

    /** Finds that a yes, or one that was said aloud, never was a proper one; else as {@link #revoke}. */
    public Future<ConsentEvent> invalidate(OfficerId officer, String pseudonym, Purpose purpose, String reason) {
        return auditing.client(pseudonym).compose(client -> consents.invalidate(client, purpose, officer, reason));
    }

    /**
     * The notice has changed: the yes is kept shut until the client, who is asked in their chat, says yes anew. Repeated, it
     * makes good a question that is missing.
     */
    public Future<ConsentEvent> askAnew(OfficerId officer, String pseudonym, Purpose purpose) {
        return auditing.client(pseudonym)
                .compose(client -> consents.askAnew(client, purpose, officer)
                        .recover(failure -> asked(client, purpose, failure))
                        .compose(step -> anew.ask(client, step).map(step)));
    }

    private Future<ConsentEvent> asked(Ref client, Purpose purpose, Throwable failure) {
        return !(failure instanceof StepRefused)
                ? Future.failedFuture(failure)
                : consents.history(client)
                        .compose(history -> history.stream()
                                .filter(event -> event.purpose().equals(purpose))
                                .reduce((a, b) -> b)
                                .filter(last -> last.status() == ConsentStatus.REQUESTED)
                                .filter(last -> last.by() == Expressed.OFFICER)
                                .map(Future::succeededFuture)
                                .orElseGet(() -> Future.failedFuture(failure)));
    }

    /** Places a hold: what rests on the purpose is kept, and opened to nobody. @param reason as in {@link Holds#place} */
    public Future<Laid> place(OfficerId officer, String pseudonym, Purpose purpose, String reason) {
        return auditing.client(pseudonym)
                .compose(client -> holds.place(client, purpose, officer, reason))
                .map(hold -> new Laid(pseudonym, hold));
    }

    /**
     * Lifts a hold, also one on a client who was erased; what ended meanwhile is destroyed. {@code Conflict} where none lies.
     *
     * @param reason as in {@link Consents#lift}
     */
    public Future<Laid> lift(OfficerId officer, String pseudonym, Purpose purpose, String reason) {
        return auditing.anybody(pseudonym)
                .compose(client -> holds.held(client, purpose)
                        .compose(held -> held
                                ? consents.lift(client, purpose, officer, reason)
                                : Future.failedFuture(new Conflict("the hold on this purpose"))))
                .map(hold -> new Laid(pseudonym, hold));
    }

    /** All holds that lie in the house, or all that ever lay on one client; latest first. The question is an entry itself. */
    public Future<List<Laid>> holds(OfficerId officer, String reason, Optional<String> pseudonym) {
        return auditing.ask(officer, reason)
                .compose(noted -> pseudonym.isEmpty()
                        ? holds.all(officer)
                        : auditing.anybody(pseudonym.get()).compose(client -> holds.all(client, officer)))
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(Hold::at).reversed())
                        .map(hold -> new Laid(auditing.pseudonym(hold.client().client()), hold))
                        .toList());
    }
}
