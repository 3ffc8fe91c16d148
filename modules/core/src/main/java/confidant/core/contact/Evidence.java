package confidant.core.contact;

import confidant.core.audit.Auditing;
import confidant.core.consent.Papers;
import confidant.core.consent.Papers.Page;
import confidant.model.Actor;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;

/** What files said of earlier consents: read by the client and by officers, and making nothing valid. */
public final class Evidence {
    private final Auditing auditing;
    private final Papers papers;

    Evidence(Auditing auditing, Papers papers) {
        this.auditing = auditing;
        this.papers = papers;
    }

    /**
     * One paper.
     *
     * @param agreed the date that the file names, as it was written
     * @param at when the file was taken over
     */
    public record Said(String purpose, String agreed, Personal<String> words, String at) {
        static Said of(Page page) {
            return new Said(
                    page.id(),
                    page.fields().getOrDefault("agreed", ""),
                    Personal.of(page.fields().getOrDefault("words", "")),
                    page.fields().getOrDefault("at", ""));
        }
    }

    /** Of the client behind a pseudonym; the question becomes an entry first. {@code NotFound} if there is none. */
    public Future<List<Said>> of(OfficerId officer, String reason, String pseudonym) {
        return auditing.ask(officer, reason)
                .compose(noted -> auditing.client(pseudonym))
                .compose(client -> read(Actor.of(officer), client));
    }

    /** The client's own. */
    public Future<List<Said>> own(Ref client) {
        return read(Actor.of(client.client()), client);
    }

    private Future<List<Said>> read(Actor actor, Ref client) {
        return papers.all(actor, client, Taking.EVIDENCE)
                .map(pages -> pages.stream()
                        .map(Said::of)
                        .sorted(Comparator.comparing(Said::purpose))
                        .toList());
    }
}
