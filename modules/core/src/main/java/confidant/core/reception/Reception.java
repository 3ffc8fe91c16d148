package confidant.core.reception;

import confidant.core.Guest;
import confidant.model.Inbound;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.Map;

/**
 * Where clients come in. An admission that succeeded is durable, with its ledger entry; what follows from it (assistant,
 * live line) is started but not waited for.
 */
public final class Reception {

    /** What became of an event. */
    public enum Admission {
        ACCEPTED,
        DUPLICATE,
        /** Genuine but nothing to keep. */
        IGNORED
    }

    public record Admitted(Admission what, long seq) {}

    /** One event of a channel for the pool of one concierge. Repeating it is harmless. */
    public Future<Admitted> admit(Concierge concierge, Inbound event) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens a web chat: a new client of the concierge's pool with the answers given on the notice. {@code consents} holds
     * consent-based purposes only; an unticked box is a refusal that may be changed at any time.
     */
    public Future<Guest> openChat(
            Concierge concierge, Lang lang, ZoneId zone, Map<Purpose, Boolean> consents, String noticeHash) {
        throw new UnsupportedOperationException();
    }

    /** A message from the web chat; {@code clientMessageId} makes repeating harmless. */
    public Future<Admitted> say(Guest guest, String clientMessageId, Personal<String> text) {
        throw new UnsupportedOperationException();
    }
}
