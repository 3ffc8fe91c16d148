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
    private final TagEnds ends;

    public Cards(House house, Gate gate) {
        this.house = house;
        this.gate = gate;
        this.ends = new TagEnds(house);
    }

    /** When the time of the tags on all cards will be over. */
    TagEnds ends() {
        return ends;
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

    /** Writes the first card of one purpose. @return false, and nothing is changed, where there has ever been one */
    Future<Boolean> begin(Pass pass, List<Tag> tags) {
        Ref client = pass.client();
        return house.stores()
                .tags()
                .card(client.pool(), client.client(), pass.opening().purpose())
                .compose(there -> there.isPresent() ? Future.succeededFuture(false) : write(pass, 1, List.of(), tags));
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
                .compose(stored -> stored.map(card -> open(pass, card).map(tags -> tags.orElse(List.of())))
                        .orElseGet(() -> Future.succeededFuture(List.of()))
                        .compose(old -> {
                            List<Tag> fresh = change.apply(old);
                            long version = stored.map(Card::version).orElse(0L) + 1;
                            return write(pass, version, old, fresh)
                                    .compose(put ->
                                            put ? Future.succeededFuture(fresh) : change(pass, change, tries - 1));
                        }));
    }

    private Future<Boolean> write(Pass pass, long version, List<Tag> old, List<Tag> fresh) {
        Ref client = pass.client();
        Purpose purpose = pass.opening().purpose();
        String record = client.client().toString();
        return ends.before(client, purpose, fresh)
                .compose(kept -> gate.seal(pass, "tags", "card", record, version, TagText.write(fresh)))
                .compose(box ->
                        house.stores().tags().put(client.pool(), new Card(client.client(), purpose, version, box)))
                .compose(
                        put -> put ? ends.after(client, purpose, old, fresh).map(true) : Future.succeededFuture(false));
    }
}
