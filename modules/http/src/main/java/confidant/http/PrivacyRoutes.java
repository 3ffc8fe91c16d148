package confidant.http;

import confidant.core.NotFound;
import confidant.core.Rooms;
import confidant.http.Cookies.Jar;
import confidant.http.api.Asked;
import confidant.http.api.PrivacyAnswers;
import confidant.http.api.PrivacyAnswers.PrivacySession;
import confidant.http.archive.ArchiveFile;
import confidant.http.problem.Kind;
import confidant.http.problem.Trouble;
import confidant.model.Lang;
import confidant.model.Purpose;
import confidant.model.TagId;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/** The client's letter: what is known, why, who looked; each purpose one switch. */
final class PrivacyRoutes {
    private final Rooms rooms;
    private final String houseName;
    private final Cookies cookies;
    private final Taps taps;

    PrivacyRoutes(Rooms rooms, String houseName, Cookies cookies, Taps taps) {
        this.rooms = rooms;
        this.houseName = houseName;
        this.cookies = cookies;
        this.taps = taps;
    }

    Map<String, Act> acts() {
        return Map.of(
                "openPrivacy", this::open,
                "getPrivacy", this::letter,
                "setConsent", this::consent,
                "getReceipt", this::receipt,
                "downloadOwnData", this::archive,
                "removeOwnTag", this::remove);
    }

    private Future<Reply> open(Call call) {
        taps.take(call.context());
        String token = call.body(Asked.PrivacyToken.class).token().reveal();
        return rooms.sessions()
                .privacy(token)
                .map(opened ->
                        opened.orElseThrow(() -> new Trouble(Kind.SIGNED_OUT, "the link has expired or never was")))
                .compose(opened -> rooms.privacy()
                        .lang(opened.who().guest().orElseThrow())
                        // Who was erased may still look at how far that has come.
                        .recover(failure -> failure instanceof NotFound
                                ? Future.succeededFuture(call.words().lang())
                                : Future.failedFuture(failure))
                        .map(lang -> new PrivacySession(opened.who().csrf(), lang.tag()))
                        .map(session -> Reply.json(201, session).with(cookies.give(Jar.PRIVACY, opened.token()))));
    }

    private Future<Reply> letter(Call call) {
        Future<Void> heard = call.signalled() ? rooms.signals().gpc(call.guest()) : Future.succeededFuture();
        return heard.compose(done -> rooms.privacy().letter(call.guest()))
                .map(letter -> Reply.ok(PrivacyAnswers.Letter.from(
                        letter, houseName, call.who().csrf(), rooms.erasures()::finalBy, call.words())));
    }

    private Future<Reply> consent(Call call) {
        Asked.Choice choice = call.body(Asked.Choice.class);
        return rooms.privacy()
                .consent(call.guest(), call.purpose(choice.purpose()), choice.given(), "privacy-page", "")
                .map(receipt -> Reply.ok(PrivacyAnswers.Receipt.from(receipt, call.words())));
    }

    private Future<Reply> receipt(Call call) {
        return rooms.privacy()
                .receipt(call.guest(), call.path("receiptId"))
                .map(receipt -> Reply.ok(PrivacyAnswers.Receipt.from(receipt, call.words())));
    }

    private Future<Reply> archive(Call call) {
        taps.take(call.context());
        return rooms.archives()
                .take(call.guest())
                .map(answer -> Trouble.unlessRefused(answer, Optional.of(Purpose.LEGAL)))
                .compose(archive -> {
                    Lang lang = call.query("lang")
                            .map(Lang::closest)
                            .orElse(archive.profile().lang());
                    var words = call.words(lang);
                    // Years of messages are written and packed: no work for an event loop.
                    return call.context()
                            .vertx()
                            .executeBlocking(() -> ArchiveFile.of(archive, houseName, words))
                            .map(file -> new ArchivePour(call.context().vertx(), rooms.files(), archive, file));
                })
                .map(pour -> Reply.file("application/zip", ArchiveFile.NAME, pour));
    }

    private Future<Reply> remove(Call call) {
        TagId tag = call.id("tagId", TagId::parse, "tag");
        return rooms.tagging()
                .remove(call.guest(), tag)
                .map(removed -> Reply.ok(new PrivacyAnswers.Removed(tag.toString())));
    }
}
