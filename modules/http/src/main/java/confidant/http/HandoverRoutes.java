package confidant.http;

import confidant.core.BadRequest;
import confidant.core.Rooms;
import confidant.core.handover.Handovers.AtPage;
import confidant.core.handover.Offer.Reason;
import confidant.http.api.Asked;
import confidant.http.api.HandoverAnswers;
import confidant.model.Purpose;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Hand-over to another concierge: offered at the desk, chosen on the client's own page. */
final class HandoverRoutes {
    private final Rooms rooms;

    HandoverRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, Act> acts() {
        return Map.of(
                "offerHandover", this::offer,
                "viewHandover", this::view,
                "getHandover", this::page,
                "chooseHandover", this::choose);
    }

    private Future<Reply> offer(Call call) {
        Reason reason =
                Reason.valueOf(call.body(Asked.NewHandover.class).reason().toUpperCase(Locale.ROOT));
        return rooms.handovers()
                .offer(call.desk(), call.client(), reason)
                .map(there -> Reply.json(202, HandoverAnswers.DeskHandover.from(there)));
    }

    private Future<Reply> view(Call call) {
        return rooms.handovers()
                .view(call.desk(), call.client())
                .map(there -> Reply.ok(HandoverAnswers.DeskHandover.from(there)));
    }

    private Future<Reply> page(Call call) {
        return rooms.handovers().view(call.guest()).map(page -> reply(call, page));
    }

    private Future<Reply> choose(Call call) {
        Asked.HandoverChoice asked = call.body(Asked.HandoverChoice.class);
        boolean go = asked.choice().equals("go");
        if (go && asked.concierge() == null) {
            throw new BadRequest("`concierge` says to whom");
        }
        List<String> named = asked.purposes() == null ? List.of() : asked.purposes();
        Set<Purpose> purposes = named.stream().map(call::purpose).collect(Collectors.toSet());
        return rooms.handovers()
                .choose(
                        call.guest(),
                        go ? Optional.ofNullable(asked.concierge()) : Optional.empty(),
                        go ? purposes : Set.of(),
                        go && Boolean.TRUE.equals(asked.words()),
                        go && Boolean.TRUE.equals(asked.now()))
                .map(page -> reply(call, page));
    }

    private static Reply reply(Call call, Optional<AtPage> page) {
        return page.map(there -> Reply.ok(HandoverAnswers.Handover.from(there, call.words())))
                .orElseGet(Reply::done);
    }
}
