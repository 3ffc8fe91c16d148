package confidant.http;

import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.Rooms;
import confidant.core.consent.Consents.State;
import confidant.core.conversation.Conversations;
import confidant.http.api.Asked;
import confidant.http.api.ChatAnswers;
import confidant.http.api.DeskAnswers;
import confidant.http.problem.Trouble;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The concierge's conversations. */
final class DeskRoutes {
    private final Rooms rooms;

    DeskRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, Act> acts() {
        return Map.of(
                "getInbox", this::inbox,
                "listPurposes", this::purposes,
                "listMessages", this::messages,
                "reply", this::reply,
                "setFocus", this::focus,
                "getBrief", this::brief,
                "requestConsent", this::ask,
                "listGreetings", this::greetings);
    }

    private Future<Reply> inbox(Call call) {
        Desk desk = call.desk();
        return new Staff(rooms.staff())
                .pool(desk.pool())
                .compose(concierge -> rooms.conversations()
                        .inbox(desk, call.query("cursor").orElse(""), call.limit(50))
                        .map(inbox -> Reply.ok(DeskAnswers.Inbox.from(inbox, concierge.promisedMinutes()))));
    }

    private Future<Reply> purposes(Call call) {
        var all = rooms.policy().purposes().stream()
                .filter(info -> !info.marked())
                .map(info -> ChatAnswers.PurposeText.from(info, call.words()))
                .toList();
        return Future.succeededFuture(Reply.ok(new ChatAnswers.Purposes(all, filed())));
    }

    private List<String> filed() {
        return rooms.policy().classes().stream()
                .filter(info -> info.id().equals(DataClass.ATTACHMENT))
                .flatMap(info -> info.purposes().stream())
                .filter(purpose -> !purpose.equals(Purpose.SERVICE))
                .map(Purpose::id)
                .sorted()
                .toList();
    }

    private Future<Reply> messages(Call call) {
        Desk desk = call.desk();
        ClientId client = call.client();
        int limit = call.limit(50);
        var asked = call.query("after").isPresent()
                ? rooms.conversations().after(desk, client, call.number("after", 0), limit)
                : rooms.conversations().before(desk, client, call.number("before", Long.MAX_VALUE), limit);
        return asked.map(answer -> Trouble.unlessRefused(answer, Optional.of(Purpose.SERVICE)))
                .compose(page -> states(desk, client, page)
                        .map(states -> Reply.ok(DeskAnswers.DeskMessages.from(page, states, call.words()))));
    }

    private Future<Map<Purpose, State>> states(Desk desk, ClientId client, Conversations.Page page) {
        return ChatAnswers.asks(page)
                ? rooms.consents().states(new Ref(desk.pool(), client))
                : Future.succeededFuture(Map.of());
    }

    private Future<Reply> reply(Call call) {
        Asked.NewReply reply = call.body(Asked.NewReply.class);
        return rooms.conversations()
                .reply(call.desk(), call.client(), reply.idempotencyKey(), reply.text())
                .map(answer -> Trouble.unlessRefused(answer, Optional.of(Purpose.SERVICE)))
                .map(accepted -> Reply.json(202, DeskAnswers.Accepted.from(accepted)));
    }

    private Future<Reply> focus(Call call) {
        Asked.Focus focus = call.body(Asked.Focus.class);
        return rooms.assisting()
                .focus(call.desk(), call.client(), focus.device(), focus.inFront())
                .map(done -> Reply.done());
    }

    private Future<Reply> brief(Call call) {
        return rooms.assisting()
                .brief(call.desk(), call.client())
                .map(answer -> Trouble.unlessRefused(answer, Optional.of(Purpose.SERVICE)))
                .map(brief -> Reply.ok(DeskAnswers.Brief.from(brief, call.words())));
    }

    private Future<Reply> ask(Call call) {
        Purpose purpose = call.purpose(call.body(Asked.ConsentRequest.class).purpose());
        return rooms.consentTalk()
                .ask(call.desk(), call.client(), purpose)
                .map(answer -> Trouble.unlessRefused(answer, Optional.of(purpose)))
                .map(accepted -> Reply.json(202, DeskAnswers.Accepted.from(accepted)));
    }

    private Future<Reply> greetings(Call call) {
        LocalDate day = day(call.query("day").orElse(""));
        return rooms.greetings()
                .on(call.desk(), day)
                .map(all -> Reply.ok(DeskAnswers.Day.from(day, all, call.words())));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequest("`day` is not a day of the calendar");
        }
    }
}
