package confidant.core.consent;

import confidant.core.BadRequest;
import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.model.Actor;
import confidant.model.OfficerId;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.PaperStore.Paper;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Legal holds: while one lies on a purpose of a client, the key of what rests on it is not destroyed, whatever else ends. A
 * hold opens nothing: without consent the data stay shut.
 */
public final class Holds {
    private static final String KIND = "hold";
    private static final Set<String> REASONS = Set.of("claim", "court", "authority", "complaint");

    private final House house;
    private final Papers papers;
    private final Notes notes;

    public Holds(House house, Papers papers, Notes notes) {
        this.house = house;
        this.papers = papers;
        this.notes = notes;
    }

    /** A hold as an officer sees it. */
    public record Hold(Purpose purpose, boolean held, Instant at, String officer, String reason) {}

    /** Whether what rests on a purpose must be kept. */
    public Future<Boolean> held(Ref client, Purpose purpose) {
        return house.stores()
                .papers()
                .paper(client.pool(), client.client(), KIND, purpose.id())
                .map(found -> found.filter(Paper::open).isPresent());
    }

    /** Whether anything of a client must be kept. */
    public Future<Boolean> held(Ref client) {
        return house.stores()
                .papers()
                .papers(client.pool(), client.client(), KIND)
                .map(all -> all.stream().anyMatch(Paper::open));
    }

    /** Places a hold; repeating it is harmless. */
    public Future<Hold> place(Ref client, Purpose purpose, OfficerId officer, String reason) {
        if (!REASONS.contains(reason)) {
            return Future.failedFuture(
                    new BadRequest("the reason for a hold is one of claim, court, authority, complaint"));
        }
        return write(client, purpose, officer, reason, true);
    }

    /** Lifts a hold. What had ended meanwhile is destroyed by the next sweep: see {@link Consents#lift}. */
    Future<Hold> lift(Ref client, Purpose purpose, OfficerId officer) {
        return write(client, purpose, officer, "lifted", false);
    }

    /** All holds that ever lay on a client's purposes. */
    public Future<List<Hold>> all(Ref client, OfficerId officer) {
        return papers.all(Actor.of(officer), client, KIND)
                .map(pages -> pages.stream().map(Holds::hold).toList());
    }

    private Future<Hold> write(Ref client, Purpose purpose, OfficerId officer, String reason, boolean held) {
        if (house.policy().purpose(purpose).isEmpty()) {
            return Future.failedFuture(new BadRequest("there is no purpose of this name"));
        }
        Actor actor = Actor.of(officer);
        return notes.dropped("hold", actor, client, purpose, "", held ? "placed/" + reason : "lifted")
                .compose(noted -> papers.write(
                        actor,
                        client,
                        KIND,
                        purpose.id(),
                        held,
                        before -> Map.of("reason", reason, "officer", officer.toString())))
                .map(Holds::hold);
    }

    private static Hold hold(Papers.Page page) {
        return new Hold(
                new Purpose(page.id()),
                page.open(),
                page.at(),
                page.fields().getOrDefault("officer", ""),
                page.fields().getOrDefault("reason", ""));
    }
}
