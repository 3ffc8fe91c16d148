package confidant.core.handover;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.consent.Papers;
import confidant.model.Actor;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Where offers are kept: one paper of each client, the house looking at it on the client's behalf. A paper is changed only
 * from the state that was seen.
 */
public final class OfferBook {
    /** The kind of its papers. */
    public static final String KIND = "handover";

    private static final String ID = "offer";

    private final House house;
    private final Papers papers;

    public OfferBook(House house, Papers papers) {
        this.house = house;
        this.papers = papers;
    }

    /** The latest offer to a client. */
    public Future<Optional<Offer>> of(Ref client) {
        return papers.read(Actor.of(client.client()), client, KIND, ID)
                .map(page -> page.map(found -> Offer.of(found.fields())));
    }

    /** All clients of the house with whom something is still to be done. */
    Future<List<Ref>> open() {
        return house.stores()
                .papers()
                .open(KIND)
                .map(all -> all.stream()
                        .map(paper -> new Ref(paper.pool(), paper.client()))
                        .toList());
    }

    /** Writes {@code after} in the place of {@code before}; fails with {@link Conflict} if that is the latest no more. */
    Future<Offer> put(Ref client, Optional<Offer> before, Offer after) {
        return papers.write(
                        Actor.of(client.client()),
                        client,
                        KIND,
                        ID,
                        after.state().open(),
                        stored -> {
                            Optional<Offer> latest =
                                    stored.isEmpty() ? Optional.empty() : Optional.of(Offer.of(stored));
                            if (!latest.equals(before)) {
                                throw new Conflict("the hand-over");
                            }
                            return after.fields();
                        })
                .map(after);
    }
}
