package confidant.http;

import confidant.core.session.Passkeys;
import confidant.http.Cookies.Jar;
import confidant.http.api.Asked;
import confidant.http.api.PasskeyAnswers;
import confidant.http.passkey.BrowserClaim;
import confidant.http.passkey.RelyingParty;
import io.vertx.core.Future;
import java.util.Map;

/** Passkeys: making, using, proving that one is there, and looking after one's own. */
final class PasskeyRoutes {
    private final Passkeys passkeys;
    private final RelyingParty party;
    private final SessionRoutes sessions;
    private final Cookies cookies;
    private final Guard guard;
    private final Taps taps;

    PasskeyRoutes(
            Passkeys passkeys, RelyingParty party, SessionRoutes sessions, Cookies cookies, Guard guard, Taps taps) {
        this.passkeys = passkeys;
        this.party = party;
        this.sessions = sessions;
        this.cookies = cookies;
        this.guard = guard;
        this.taps = taps;
    }

    Map<String, Act> acts() {
        return Map.of(
                "askToEnter", this::askToEnter,
                "enter", this::enter,
                "askToProve", this::askToProve,
                "prove", this::prove,
                "askForPasskey", this::askForPasskey,
                "addPasskey", this::add,
                "listPasskeys", this::list,
                "renamePasskey", this::rename,
                "removePasskey", this::remove);
    }

    private BrowserClaim claim(Asked.PasskeyAnswer answer) {
        return new BrowserClaim(party, answer);
    }

    private Future<Reply> askToEnter(Call call) {
        taps.take(call.context());
        return passkeys.enter().map(question -> Reply.ok(PasskeyAnswers.Options.toUse(question, party.id())));
    }

    private Future<Reply> enter(Call call) {
        taps.take(call.context());
        return passkeys.entered(claim(call.body(Asked.PasskeyAnswer.class)))
                .compose(opened -> sessions.told(opened.who())
                        .map(session -> Reply.json(201, session).with(cookies.give(Jar.SESSION, opened.token()))));
    }

    private Future<Reply> askToProve(Call call) {
        return passkeys.prove(call.who()).map(question -> Reply.ok(PasskeyAnswers.Options.toUse(question, party.id())));
    }

    private Future<Reply> prove(Call call) {
        taps.take(call.context());
        String token = guard.token(call.context(), Jar.SESSION).orElse("");
        return passkeys.proved(token, call.who(), claim(call.body(Asked.PasskeyAnswer.class)))
                .map(who -> Reply.ok(PasskeyAnswers.Fresh.from(who)));
    }

    private Future<Reply> askForPasskey(Call call) {
        return passkeys.make(call.who())
                .map(question ->
                        Reply.ok(PasskeyAnswers.Options.toMake(question, party.id(), RelyingParty.ALGORITHMS)));
    }

    private Future<Reply> add(Call call) {
        Asked.NewPasskey asked = call.body(Asked.NewPasskey.class);
        return passkeys.made(call.who(), asked.name().strip(), claim(asked.answer()))
                .map(kept -> Reply.json(201, PasskeyAnswers.Kept.from(kept)));
    }

    private Future<Reply> list(Call call) {
        int keep = call.who().officer().isPresent() ? Passkeys.OFFICER_KEEPS : 1;
        return passkeys.list(call.who()).map(all -> Reply.ok(PasskeyAnswers.All.from(all, keep)));
    }

    private Future<Reply> rename(Call call) {
        String name = call.body(Asked.PasskeyName.class).name().strip();
        return passkeys.rename(call.who(), call.path("passkeyId"), name).map(done -> Reply.done());
    }

    private Future<Reply> remove(Call call) {
        return passkeys.remove(call.who(), call.path("passkeyId")).map(done -> Reply.done());
    }
}
