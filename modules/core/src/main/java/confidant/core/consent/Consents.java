package confidant.core.consent;

import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.MessageId;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The states of consent: read from the history each time, so that a withdrawal counts from its acknowledgement on. */
public final class Consents {

    /** The latest step of one purpose. */
    public record State(Purpose purpose, ConsentStatus status, Optional<Instant> since, Optional<Instant> until) {}

    /** @param method see {@link ConsentEvent}; {@code noticeHash} may be empty */
    public record Given(String method, String noticeHash, Optional<MessageId> evidence) {}

    /** The status of each purpose that has a history, at this moment. */
    public Future<Map<Purpose, State>> states(Ref client) {
        throw new UnsupportedOperationException();
    }

    public Future<ConsentStatus> status(Ref client, Purpose purpose) {
        throw new UnsupportedOperationException();
    }

    public Future<List<ConsentEvent>> history(Ref client) {
        throw new UnsupportedOperationException();
    }

    /** The client says yes; repeating it changes nothing. */
    public Future<ConsentEvent> give(Ref client, Purpose purpose, Given how) {
        throw new UnsupportedOperationException();
    }

    /** The client says no before ever saying yes; repeating it changes nothing. */
    public Future<ConsentEvent> refuse(Ref client, Purpose purpose, Given how) {
        throw new UnsupportedOperationException();
    }

    /**
     * The client takes a yes back. The step is stored first, from then on everything is refused; then the key is
     * destroyed, queued sends are cancelled, and bitmaps cleared; each of these may be repeated.
     */
    public Future<ConsentEvent> withdraw(Ref client, Purpose purpose, Given how) {
        throw new UnsupportedOperationException();
    }

    /** The concierge asks; refused by {@code Conflict} while a request is open or a yes stands. */
    public Future<ConsentEvent> request(Ref client, Purpose purpose) {
        throw new UnsupportedOperationException();
    }
}
