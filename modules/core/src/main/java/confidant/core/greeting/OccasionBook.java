package confidant.core.greeting;

import confidant.core.Answer;
import confidant.core.House;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.tagging.Cards;
import confidant.model.Actor;
import confidant.model.Occasion;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The occasions that a client wants to be greeted on, as the scheduler may know them: month and day. */
final class OccasionBook {
    private final House house;
    private final Gate gate;
    private final Cards cards;

    OccasionBook(House house, Gate gate, Cards cards) {
        this.house = house;
        this.gate = gate;
        this.cards = cards;
    }

    /** None without consent. */
    Future<List<Occasion>> of(Ref client) {
        return gate.stand(Actor.scheduler(), Purpose.GREETING, client)
                .map(stand -> stand.askAny(Act.READ, gate.classes(Purpose.GREETING)))
                .compose(answer -> answer.match(
                        pass -> read(pass, client), refused -> Future.succeededFuture(List.<Occasion>of())));
    }

    private Future<List<Occasion>> read(Pass pass, Ref client) {
        return house.stores()
                .tags()
                .card(client.pool(), client.client(), Purpose.GREETING)
                .compose(card -> card.map(stored -> cards.open(pass, stored))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .map(tags -> occasions(tags.orElse(List.of())));
    }

    /** The occasions among tags that are not over. */
    List<Occasion> occasions(List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.until().map(house.now()::isBefore).orElse(true))
                .flatMap(tag -> Calendars.occasion(tag.kind(), tag.value().reveal()).stream())
                .toList();
    }

    /** Whether the scheduler may write a greeting now. */
    Future<Answer<Pass>> maySend(Ref client) {
        return gate.ask(Actor.scheduler(), Act.SEND, confidant.model.DataClass.MESSAGE, Purpose.GREETING, client);
    }
}
