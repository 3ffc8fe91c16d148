package confidant.core.privacy;

import confidant.core.BadRequest;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.audit.Auditing;
import confidant.core.audit.Notes;
import confidant.core.consent.Papers;
import confidant.core.consent.Papers.Page;
import confidant.model.Actor;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.model.Purpose;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What clients say to the compliance officer. It is sealed apart from the conversation: the concierge sees that there is a
 * complaint nowhere, and its words never.
 */
public final class Complaints {
    /** The kind of its papers. */
    public static final String KIND = "complaint";

    private static final int LONGEST = 2000;

    private final Papers papers;
    private final Auditing auditing;
    private final Notes notes;

    public Complaints(Papers papers, Auditing auditing, Notes notes) {
        this.papers = papers;
        this.auditing = auditing;
        this.notes = notes;
    }

    /** A complaint as the officer, to whom it was said, reads it. {@code id} is {@code pseudonym.paper}. */
    public record Complaint(String id, String pseudonym, Instant at, boolean open, Personal<String> text) {}

    /** Keeps a complaint for the officer; repeating it with the same id is harmless. */
    public Future<Void> complain(Guest guest, String id, Personal<String> text) {
        String words = text.reveal().strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            return Future.failedFuture(new BadRequest("a complaint has 1 to 2,000 characters"));
        }
        return papers.read(guest.actor(), guest.ref(), KIND, id)
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture()
                        : notes.dropped("complaint", guest.actor(), guest.ref(), Purpose.LEGAL, "", "made")
                                .compose(noted -> papers.write(
                                        guest.actor(), guest.ref(), KIND, id, true, before -> Map.of("text", words)))
                                .mapEmpty());
    }

    /** A complaint as the client who made it reads it again. */
    public record Own(Instant at, boolean open, Personal<String> text) {}

    /** All complaints of one client, the first first. */
    Future<List<Own>> own(Guest guest) {
        return papers.all(guest.actor(), guest.ref(), KIND)
                .map(pages -> pages.stream()
                        .sorted(Comparator.comparing(Page::at))
                        .map(page -> new Own(page.at(), page.open(), text(page)))
                        .toList());
    }

    private static Personal<String> text(Page page) {
        return Personal.of(page.fields().getOrDefault("text", ""));
    }

    /** What is open, longest first. */
    public Future<List<Complaint>> open(OfficerId officer, String reason) {
        return auditing.ask(officer, reason)
                .compose(noted -> papers.open(Actor.of(officer), KIND))
                .map(pages -> pages.stream()
                        .sorted(Comparator.comparing(Page::at))
                        .map(this::complaint)
                        .toList());
    }

    /** The officer has seen to it. */
    public Future<Void> close(OfficerId officer, String id) {
        Actor actor = Actor.of(officer);
        return papers.open(actor, KIND)
                .map(pages -> pages.stream()
                        .filter(page -> complaint(page).id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("complaint")))
                .compose(page -> notes.dropped("complaint", actor, page.client(), Purpose.LEGAL, "", "closed")
                        .compose(noted -> papers.write(actor, page.client(), KIND, page.id(), false, HashMap::new)))
                .mapEmpty();
    }

    private Complaint complaint(Page page) {
        String pseudonym = auditing.pseudonym(page.client().client());
        return new Complaint(pseudonym + "." + page.id(), pseudonym, page.at(), page.open(), text(page));
    }
}
