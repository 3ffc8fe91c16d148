package confidant.http;

import confidant.core.Desk;
import confidant.core.NotFound;
import confidant.core.Rooms;
import confidant.http.api.Asked;
import confidant.http.api.CardAnswers;
import confidant.http.problem.Trouble;
import confidant.model.ClientId;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.model.TagId;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/** The card of one client: tags and proposals. */
final class CardRoutes {
    private final Rooms rooms;

    CardRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, Act> acts() {
        return Map.of(
                "listTagKinds", this::kinds,
                "getCard", this::card,
                "addTag", this::add,
                "removeTag", this::remove,
                "acceptProposal", this::accept,
                "dropProposal", this::drop);
    }

    private Future<Reply> kinds(Call call) {
        return Future.succeededFuture(Reply.ok(CardAnswers.Kinds.from(call.words())));
    }

    private Future<Reply> card(Call call) {
        ClientId client = call.client();
        return rooms.tagging()
                .card(call.desk(), client)
                .compose(card -> rooms.silentClients()
                        .ahead(new Ref(call.desk().pool(), client))
                        .map(silence ->
                                Reply.ok(CardAnswers.Card.from(client.toString(), card, silence, call.words()))));
    }

    private Future<Reply> add(Call call) {
        Asked.NewTag asked = call.body(Asked.NewTag.class);
        Purpose purpose = call.purpose(asked.purpose());
        ClientId client = call.client();
        return rooms.tagging()
                .tag(call.desk(), client, asked.kind(), asked.value(), purpose)
                .map(answer -> Trouble.unlessRefused(answer, Optional.of(purpose)))
                .compose(tag -> shown(call, call.desk(), client, tag));
    }

    /** The new tag as the card shows it, which may be blunter than what was just written. */
    private Future<Reply> shown(Call call, Desk desk, ClientId client, Tag tag) {
        return rooms.tagging()
                .card(desk, client)
                .map(card -> card.tags().stream()
                        .filter(shown -> shown.id().equals(tag.id()))
                        .findFirst()
                        .map(shown -> CardAnswers.Tag.from(shown, card.consents(), call.words()))
                        .orElseThrow(() -> new NotFound("tag")))
                .map(shown -> Reply.json(201, shown));
    }

    private Future<Reply> remove(Call call) {
        TagId tag = call.id("tagId", TagId::parse, "tag");
        return rooms.tagging().remove(call.desk(), call.client(), tag).map(removed -> Reply.done());
    }

    private Future<Reply> accept(Call call) {
        ClientId client = call.client();
        return rooms.tagging()
                .accept(call.desk(), client, proposal(call))
                .map(answer -> Trouble.unlessRefused(answer, Optional.empty()))
                .compose(tag -> shown(call, call.desk(), client, tag));
    }

    private Future<Reply> drop(Call call) {
        return rooms.tagging().drop(call.desk(), call.client(), proposal(call)).map(dropped -> Reply.done());
    }

    private static TagId proposal(Call call) {
        return call.id("proposalId", TagId::parse, "proposal");
    }
}
