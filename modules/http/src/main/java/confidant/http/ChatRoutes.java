package confidant.http;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.Rooms;
import confidant.core.consent.Consents.Given;
import confidant.core.consent.Consents.State;
import confidant.core.conversation.Conversations;
import confidant.core.session.Who;
import confidant.http.Cookies.Jar;
import confidant.http.api.Asked;
import confidant.http.api.ChatAnswers;
import confidant.http.api.ChatAnswers.ChatState;
import confidant.http.api.PrivacyAnswers;
import confidant.http.problem.Kind;
import confidant.http.problem.Trouble;
import confidant.model.Lang;
import confidant.model.PieceId;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.store.HouseStore.Concierge;
import confidant.store.LibraryStore.Piece;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Choosing a concierge, and the web chat of one client. */
final class ChatRoutes {
    private final Rooms rooms;
    private final String houseName;
    private final Cookies cookies;
    private final Guard guard;
    private final Taps taps;

    ChatRoutes(Rooms rooms, String houseName, Cookies cookies, Guard guard, Taps taps) {
        this.rooms = rooms;
        this.houseName = houseName;
        this.cookies = cookies;
        this.guard = guard;
        this.taps = taps;
    }

    Map<String, Act> acts() {
        return Map.of(
                "listConcierges", this::concierges,
                "getNotice", this::notice,
                "startChat", this::start,
                "getChat", call -> here(chat(call)),
                "listChatMessages", call -> here(messages(call)),
                "postChatMessage", call -> here(say(call)),
                "answerConsent", call -> here(consent(call)),
                "createPrivacyLink", call -> here(link(call)));
    }

    /** The chat of somebody who was erased is over: whoever comes back is a stranger. */
    private static Future<Reply> here(Future<Reply> answer) {
        return answer.recover(failure -> Future.failedFuture(
                failure instanceof NotFound ? new Trouble(Kind.SIGNED_OUT, "this chat has ended") : failure));
    }

    private Staff staff() {
        return new Staff(rooms.staff());
    }

    private Future<Reply> concierges(Call call) {
        return staff().all().map(all -> Reply.ok(ChatAnswers.Concierges.from(houseName, all)));
    }

    private Future<Reply> notice(Call call) {
        Lang lang = Lang.closest(call.query("lang").orElse("en"));
        return staff().handle(call.query("concierge").orElse("")).map(concierge -> {
            var notice = rooms.privacy().notice(concierge.displayName(), lang);
            return Reply.ok(ChatAnswers.Notice.from(notice, call.words(lang)));
        });
    }

    private Future<Reply> start(Call call) {
        Asked.StartChat asked = call.body(Asked.StartChat.class);
        return staff().handle(asked.concierge())
                .compose(concierge -> resumable(call, concierge)
                        .compose(who -> who.isPresent()
                                ? heard(call, who.get())
                                        .compose(done -> state(call, concierge, who.get()))
                                        .map(state -> Reply.json(201, state))
                                : open(call, concierge, asked)));
    }

    /** The chat that the caller's cookie already belongs to, if it is one with this concierge. */
    private Future<Optional<Who>> resumable(Call call, Concierge concierge) {
        Optional<String> token = guard.token(call.context(), Jar.CHAT);
        return token.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : rooms.sessions()
                        .find(token.get(), "chat")
                        .map(found -> found.filter(who -> who.guest()
                                .filter(guest -> guest.pool().equals(concierge.pool()))
                                .isPresent()))
                        .compose(this::living);
    }

    private Future<Optional<Who>> living(Optional<Who> found) {
        return found.flatMap(Who::guest).isEmpty()
                ? Future.succeededFuture(found)
                : rooms.privacy()
                        .lang(found.flatMap(Who::guest).orElseThrow())
                        .map(lang -> found)
                        .recover(failure -> failure instanceof NotFound
                                ? Future.succeededFuture(Optional.empty())
                                : Future.failedFuture(failure));
    }

    private Future<Reply> open(Call call, Concierge concierge, Asked.StartChat asked) {
        taps.take(call.context());
        Lang lang = Lang.closest(asked.lang());
        var notice = rooms.privacy().notice(concierge.displayName(), lang);
        if (!notice.id().equals(asked.noticeId()) || notice.version() != asked.noticeVersion()) {
            throw new Conflict("the notice");
        }
        Map<Purpose, Boolean> choices = asked.consents().stream()
                .collect(Collectors.toMap(
                        choice -> consentable(call, choice.purpose()), Asked.Choice::given, (a, b) -> a && b));
        ZoneId zone = zone(asked.zone());
        return rooms.privacy()
                .keep(notice)
                .compose(hash -> open(call, concierge, lang, zone, choices, hash))
                .compose(rooms.sessions()::chat)
                .compose(opened -> state(call, concierge, opened.who(), lang)
                        .map(state -> Reply.json(201, state).with(cookies.give(Jar.CHAT, opened.token()))));
    }

    /** What a browser signals is heard before what its user ticks, which is the later word and the more exact. */
    private Future<Guest> open(
            Call call, Concierge concierge, Lang lang, ZoneId zone, Map<Purpose, Boolean> choices, String notice) {
        if (!call.signalled()) {
            return rooms.reception().openChat(concierge, lang, zone, choices, notice);
        }
        Map<Purpose, Boolean> after = new LinkedHashMap<>(choices);
        after.keySet().removeIf(purpose -> !marketing(call, purpose));
        Map<Purpose, Boolean> before = new LinkedHashMap<>(choices);
        before.keySet().removeAll(after.keySet());
        return rooms.reception().openChat(concierge, lang, zone, before, notice).compose(guest -> {
            Future<Void> all = rooms.signals().gpc(guest);
            for (Map.Entry<Purpose, Boolean> ticked : after.entrySet()) {
                if (ticked.getValue()) {
                    Given how = new Given("webchat-notice", notice, Optional.empty());
                    all = all.compose(done -> rooms.consents().give(guest.ref(), ticked.getKey(), how))
                            .mapEmpty();
                }
            }
            return all.map(guest);
        });
    }

    private static boolean marketing(Call call, Purpose purpose) {
        return call.words()
                .policy()
                .purpose(purpose)
                .filter(PurposeInfo::marketing)
                .isPresent();
    }

    private Future<Void> heard(Call call, Who who) {
        return call.signalled() ? rooms.signals().gpc(who.guest().orElseThrow()) : Future.succeededFuture();
    }

    private static Purpose consentable(Call call, String id) {
        Purpose purpose = call.purpose(id);
        boolean asked = call.words()
                .policy()
                .purpose(purpose)
                .filter(info -> info.basis() == PurposeInfo.Basis.CONSENT)
                .isPresent();
        if (!asked) {
            throw new BadRequest("a purpose on another basis than consent is not asked for");
        }
        return purpose;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new BadRequest("`zone` is not the name of a time zone");
        }
    }

    private Future<Reply> chat(Call call) {
        return heard(call, call.who())
                .compose(done -> staff().pool(call.guest().pool()))
                .compose(concierge -> state(call, concierge, call.who()))
                .map(Reply::ok);
    }

    private Future<ChatState> state(Call call, Concierge concierge, Who who) {
        return rooms.privacy().lang(who.guest().orElseThrow()).compose(lang -> state(call, concierge, who, lang));
    }

    private Future<ChatState> state(Call call, Concierge concierge, Who who, Lang lang) {
        Guest guest = who.guest().orElseThrow();
        return rooms.consents()
                .states(guest.ref())
                .compose(states -> rooms.conversations()
                        .lastSeq(guest)
                        .compose(last -> rooms.handovers()
                                .before(guest)
                                .map(before -> ChatState.from(
                                        concierge, lang, states, last, who.csrf(), before, call.words(lang)))));
    }

    private Future<Reply> messages(Call call) {
        Guest guest = call.guest();
        // The language is known of everybody who is still a client.
        return rooms.privacy()
                .lang(guest)
                .compose(lang -> rooms.conversations().after(guest, call.number("after", 0), call.limit(100)))
                .compose(page -> states(guest, page)
                        .compose(states -> pieces(guest, page)
                                .compose(pieces -> rooms.handovers()
                                        .serving(guest)
                                        .map(handle -> Reply.ok(ChatAnswers.ChatMessages.from(
                                                page, states, pieces, handle, call.words()))))));
    }

    private Future<Map<String, Piece>> pieces(Guest guest, Conversations.Page page) {
        Map<String, Piece> pieces = new ConcurrentHashMap<>();
        List<Future<?>> all = new ArrayList<>();
        for (String id : ChatAnswers.pieces(page)) {
            all.add(rooms.sharing()
                    .piece(guest, PieceId.parse(id))
                    .onSuccess(found -> found.ifPresent(piece -> pieces.put(id, piece))));
        }
        return all.isEmpty()
                ? Future.succeededFuture(Map.of())
                : Future.all(all).map(pieces);
    }

    private Future<Map<Purpose, State>> states(Guest guest, Conversations.Page page) {
        return ChatAnswers.asks(page) ? rooms.consents().states(guest.ref()) : Future.succeededFuture(Map.of());
    }

    private Future<Reply> say(Call call) {
        Asked.ChatText said = call.body(Asked.ChatText.class);
        return rooms.reception()
                .say(call.guest(), said.clientMessageId(), said.text())
                .map(admitted -> Reply.ok(ChatAnswers.ChatAck.from(admitted)));
    }

    private Future<Reply> consent(Call call) {
        Asked.ConsentAnswer answer = call.body(Asked.ConsentAnswer.class);
        return rooms.privacy()
                .consent(call.guest(), consentable(call, answer.purpose()), answer.given(), "webchat", "")
                .map(receipt -> Reply.ok(PrivacyAnswers.Receipt.from(receipt, call.words())));
    }

    private Future<Reply> link(Call call) {
        return rooms.privacy().link(call.guest()).map(url -> Reply.ok(new ChatAnswers.Link(url)));
    }
}
