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
import java.util.function.UnaryOperator;

/**
 * Legal holds: while one lies on a purpose of a client, the key of what rests on it is not destroyed, whatever else ends. A
 * hold opens nothing: without consent the data stay shut.
 */
public final class Holds {
    private static final String KIND = "hold";
    private static final Set<String> REASONS = Set.of("claim", "court", "authority", "complaint");
    private static final Set<String> ENDS = Set.of("over", "mistake", "authority");

    private final House house;
    private final Papers papers;
    private final Notes notes;

    public Holds(House house, Papers papers, Notes notes) {
        this.house = house;
        this.papers = papers;
        this.notes = notes;
    }

    /**
     * A hold as an officer sees it.
     *
     * @param at when it was placed or lifted last, by {@code officer}
     * @param reason why it was placed
     * @param lifted why it was lifted; empty while it lies
     */
    public record Hold(
            Ref client, Purpose purpose, boolean held, Instant at, String officer, String reason, String lifted) {}

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
        Map<String, String> fields = Map.of("reason", reason, "officer", officer.toString());
        return write(client, purpose, officer, "placed/" + reason, true, before -> fields);
    }

    /** Lifts a hold. What had ended meanwhile is destroyed by the next sweep: see {@link Consents#lift}. */
    Future<Hold> lift(Ref client, Purpose purpose, OfficerId officer, String reason) {
        if (!ENDS.contains(reason)) {
            return Future.failedFuture(
                    new BadRequest("the reason for lifting a hold is one of over, mistake, authority"));
        }
        return write(
                client,
                purpose,
                officer,
                "lifted/" + reason,
                false,
                before -> Map.of(
                        "reason", before.getOrDefault("reason", ""), "officer", officer.toString(), "lifted", reason));
    }

    /** All holds that lie in the house now. */
    public Future<List<Hold>> all(OfficerId officer) {
        return papers.open(Actor.of(officer), KIND)
                .map(pages -> pages.stream().map(Holds::hold).toList());
    }

    /** All holds that ever lay on a client's purposes. */
    public Future<List<Hold>> all(Ref client, OfficerId officer) {
        return papers.all(Actor.of(officer), client, KIND)
                .map(pages -> pages.stream().map(Holds::hold).toList());
    }

    private Future<Hold> write(
            Ref client,
            Purpose purpose,
            OfficerId officer,
            String why,
            boolean held,
            UnaryOperator<Map<String, String>> change) {
        if (house.policy().purpose(purpose).isEmpty()) {
            return Future.failedFuture(new BadRequest("there is no purpose of this name"));
        }
        Actor actor = Actor.of(officer);
        return notes.dropped("hold", actor, client, purpose, "", why)
                .compose(noted -> papers.write(actor, client, KIND, purpose.id(), held, change))
                .map(Holds::hold);
    }

    private static Hold hold(Papers.Page page) {
        return new Hold(
                page.client(),
                new Purpose(page.id()),
                page.open(),
                page.at(),
                page.fields().getOrDefault("officer", ""),
                page.fields().getOrDefault("reason", ""),
                page.fields().getOrDefault("lifted", ""));
    }
}
