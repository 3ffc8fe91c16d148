package confidant.core.audit;

import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.LedgerEvent;
import confidant.model.OfficerId;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ledger: what happened, in an order nobody can change afterwards, without content. */
public final class Auditing {

    /** Notes an event; durable when the future succeeds, in the log a moment later. */
    public Future<Void> note(LedgerEvent event) {
        throw new UnsupportedOperationException();
    }

    /** Puts waiting entries in order and signs a checkpoint, if this node holds the lease. @return entries taken in */
    public Future<Integer> sequence() {
        throw new UnsupportedOperationException();
    }

    /** A filter of the officer; empty parts match all. */
    public record Filter(
            Optional<String> event, Optional<String> pseudonym, Optional<Instant> from, Optional<Instant> to) {}

    public record Entry(long index, LedgerEvent event) {}

    public record Entries(List<Entry> entries, String next) {}

    /** Entries, latest first. The question itself becomes an entry with {@code reason} as its note. */
    public Future<Entries> entries(OfficerId officer, String reason, Filter filter, String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** A client by pseudonym, with the number of purposes by status. */
    public record Pseudonym(String pseudonym, Instant since, java.util.Map<String, String> consents) {}

    public record Pseudonyms(List<Pseudonym> rows, String next) {}

    public Future<Pseudonyms> clients(OfficerId officer, String reason, String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The consent history behind a pseudonym; {@code NotFound} if there is none. */
    public Future<List<ConsentEvent>> consents(OfficerId officer, String reason, String pseudonym) {
        throw new UnsupportedOperationException();
    }

    /** The pseudonym of a client in the ledger of this house. */
    public String pseudonym(ClientId client) {
        throw new UnsupportedOperationException();
    }

    /** The signed checkpoint as text, and the key to check it with. */
    public record Checkpoint(long size, String note, String verifierKey) {}

    public Future<Checkpoint> checkpoint(OfficerId officer) {
        throw new UnsupportedOperationException();
    }

    /** The bundle that {@code confidant ledger verify} checks, as a zip file. */
    public Future<byte[]> bundle(OfficerId officer, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Reads of one client's data, latest first, for the client's own page. */
    public Future<List<Entry>> looks(Ref client, int limit) {
        throw new UnsupportedOperationException();
    }
}
