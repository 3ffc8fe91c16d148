package confidant.core.privacy;

import confidant.core.Guest;
import confidant.core.tagging.Tagging;
import confidant.model.ConsentEvent;
import confidant.model.Lang;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the client sees and steers. */
public final class PrivacyDesk {

    /** One purpose of the letter. {@code unreadable} says that tags are kept but can never be opened again. */
    public record Part(
            PurposeInfo purpose,
            confidant.model.ConsentStatus status,
            Optional<Instant> since,
            Optional<Instant> until,
            List<Tagging.Shown> tags,
            boolean unreadable) {}

    /** Somebody read something. {@code who} is {@code concierge}, {@code assistant}, {@code scheduler} or {@code officer}. */
    public record Look(Instant at, String who, String purpose, String rule, String precision, int count) {}

    public record Letter(String concierge, Lang lang, List<Part> parts, List<Look> looks, List<Receipt> receipts) {}

    /** The proof of one step of consent; {@code id} is {@code purpose.seq}. */
    public record Receipt(String id, ConsentEvent event) {}

    public Future<Letter> letter(Guest guest) {
        throw new UnsupportedOperationException();
    }

    /** The switch of one purpose. {@code BadRequest} for purposes on another basis than consent. */
    public Future<Receipt> consent(Guest guest, Purpose purpose, boolean given, String method, String noticeHash) {
        throw new UnsupportedOperationException();
    }

    public Future<Receipt> receipt(Guest guest, String id) {
        throw new UnsupportedOperationException();
    }

    /** A link to the privacy page for this client; the secret is in the fragment. */
    public Future<String> link(Guest guest) {
        throw new UnsupportedOperationException();
    }

    /**
     * The notice as shown before consent.
     *
     * @param hash SHA-256 (hex) of the exact text
     */
    public record Notice(
            String id, int version, String hash, Lang lang, List<String> paragraphs, List<PurposeInfo> purposes) {}

    public Notice notice(String conciergeName, Lang lang) {
        throw new UnsupportedOperationException();
    }
}
