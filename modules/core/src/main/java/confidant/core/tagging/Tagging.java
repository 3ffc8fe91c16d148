package confidant.core.tagging;

import confidant.core.Answer;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.consent.Consents;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.Lang;
import confidant.model.Occasion;
import confidant.model.Personal;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.model.TagId;
import confidant.model.TagProposal;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tags under purposes, and what the assistant proposes. */
public final class Tagging {

    /**
     * A tag as it may be shown.
     *
     * @param value blunted as {@code precision} says; empty when only presence may be known
     * @param rule the rule that decided
     */
    public record Shown(
            TagId id,
            String kind,
            Optional<Personal<String>> value,
            Precision precision,
            String transform,
            Purpose purpose,
            String source,
            long evidence,
            Instant since,
            Optional<Instant> until,
            String rule) {}

    /** The client card. {@code unreadable} lists purposes whose tags can no longer be opened. */
    public record Card(
            Optional<Personal<String>> name,
            Channel channel,
            Lang lang,
            String zone,
            List<Consents.State> consents,
            List<Shown> tags,
            List<NextOccasion> occasions,
            List<TagProposal> proposals,
            List<Purpose> unreadable) {}

    public record NextOccasion(Occasion occasion, Instant next) {}

    public Future<Card> card(Desk desk, ClientId client) {
        throw new UnsupportedOperationException();
    }

    /** Notes a tag. {@code BadRequest} for an unknown kind, a value not in the kind's form, or a purpose it may not serve. */
    public Future<Answer<Tag>> tag(Desk desk, ClientId client, String kind, Personal<String> value, Purpose purpose) {
        throw new UnsupportedOperationException();
    }

    /** Takes a tag away; {@code NotFound} if there is none. */
    public Future<Void> remove(Desk desk, ClientId client, TagId tag) {
        throw new UnsupportedOperationException();
    }

    /** The client says that a tag is wrong. */
    public Future<Void> remove(Guest guest, TagId tag) {
        throw new UnsupportedOperationException();
    }

    public Future<Answer<Tag>> accept(Desk desk, ClientId client, TagId proposal) {
        throw new UnsupportedOperationException();
    }

    public Future<Void> drop(Desk desk, ClientId client, TagId proposal) {
        throw new UnsupportedOperationException();
    }
}
