package confidant.core.tagging;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.store.ConversationStore.Ref;
import confidant.store.TagStore.Card;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Tag cards: one sealed blob per (client, purpose), rewritten whole under a rising version. */
public final class Cards {
    private static final int TRIES = 5;

    private final House house;
    private final Gate gate;

    public Cards(House house, Gate gate) {
        this.house = house;
        this.gate = gate;
    }

    /** The tags of a stored card; empty if its key is destroyed. */
    public Future<Optional<List<Tag>>> open(Pass pass, Card card) {
        return gate.open(pass, "tags", "card", card.client().toString(), card.version(), card.tags())
                .map(plain -> plain.map(TagText::read));
    }

    /** Changes the tags of one purpose; a card whose key is destroyed counts as having none. */
    public Future<List<Tag>> change(Pass pass, UnaryOperator<List<Tag>> change) {
        return change(pass, change, TRIES);
    }

    private Future<List<Tag>> change(Pass pass, UnaryOperator<List<Tag>> change, int tries) {
        if (tries == 0) {
            return Future.failedFuture(new Conflict("the tag card"));
        }
        Ref client = pass.client();
        Purpose purpose = pass.opening().purpose();
        return house.stores()
                .tags()
                .card(client.pool(), client.client(), purpose)
                .compose(stored -> {
                    long version = stored.map(Card::version).orElse(0L) + 1;
                    return stored.map(card -> open(pass, card).map(tags -> tags.orElse(List.of())))
                            .orElseGet(() -> Future.succeededFuture(List.of()))
                            .map(change::apply)
                            .compose(tags -> gate.seal(
                                            pass,
                                            "tags",
                                            "card",
                                            client.client().toString(),
                                            version,
                                            TagText.write(tags))
                                    .compose(box -> house.stores()
                                            .tags()
                                            .put(client.pool(), new Card(client.client(), purpose, version, box)))
                                    .compose(put ->
                                            put ? Future.succeededFuture(tags) : change(pass, change, tries - 1)));
                });
    }
}
