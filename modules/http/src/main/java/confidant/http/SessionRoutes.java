package confidant.http;

import confidant.core.Desk;
import confidant.core.NotFound;
import confidant.core.Rooms;
import confidant.core.session.Who;
import confidant.http.Cookies.Jar;
import confidant.http.api.Asked;
import confidant.http.api.DeskAnswers.Session;
import confidant.http.live.LiveLine;
import confidant.http.problem.Kind;
import confidant.http.problem.Trouble;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import io.vertx.core.Future;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in and out of staff. */
final class SessionRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(SessionRoutes.class);
    private final Rooms rooms;
    private final Settings settings;
    private final Cookies cookies;
    private final Guard guard;
    private final Taps taps;
    private final LiveLine live;

    SessionRoutes(Rooms rooms, Settings settings, Cookies cookies, Guard guard, Taps taps, LiveLine live) {
        this.rooms = rooms;
        this.settings = settings;
        this.cookies = cookies;
        this.guard = guard;
        this.taps = taps;
        this.live = live;
    }

    Map<String, Act> acts() {
        return Map.of("signIn", this::signIn, "getSession", this::session, "signOut", this::signOut);
    }

    private Future<Reply> signIn(Call call) {
        taps.take(call.context());
        String code = call.body(Asked.SignIn.class).code().reveal();
        return rooms.sessions()
                .signIn(code)
                .map(opened -> opened.orElseThrow(
                        () -> new Trouble(Kind.SIGNED_OUT, "the code was used, has expired or never was")))
                .compose(opened -> told(opened.who())
                        .map(session -> Reply.json(201, session).with(cookies.give(Jar.SESSION, opened.token()))));
    }

    private Future<Reply> session(Call call) {
        return told(call.who()).map(Reply::ok);
    }

    /** What a page is told of its session; the pool of a concierge begins to unlock. */
    Future<Session> told(Who who) {
        who.desk().ifPresent(this::unlock);
        return who.desk()
                .map(desk -> concierge(desk, who))
                .or(() -> who.officer().map(id -> officer(id, who)))
                .or(() -> who.manager().map(id -> manager(id, who)))
                .orElseThrow(() -> new NotFound("member of staff"));
    }

    /** Started, not awaited: the desk is of use before its pool can answer segments, also after a restart. */
    private void unlock(Desk desk) {
        Future.succeededFuture()
                .compose(start -> rooms.pools().unlock(desk))
                .onFailure(failure -> LOG.atWarn()
                        .addKeyValue("pool", desk.pool())
                        .addKeyValue("cause", failure.getClass().getSimpleName())
                        .log("pool-unlock-failed"));
    }

    private Future<Session> concierge(Desk desk, Who who) {
        return new Staff(rooms.staff())
                .pool(desk.pool())
                .map(found -> new Session(
                        "concierge",
                        found.displayName(),
                        found.id().toString(),
                        found.handle(),
                        settings.houseName(),
                        settings.zone().getId(),
                        who.csrf(),
                        who.freshUntil().orElse(null)));
    }

    private Future<Session> officer(OfficerId id, Who who) {
        return rooms.staff()
                .officers()
                .map(all -> all.stream()
                        .filter(officer -> officer.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("officer")))
                .map(found -> without(found.displayName(), who));
    }

    private Future<Session> manager(ManagerId id, Who who) {
        return rooms.staff()
                .managers()
                .map(all -> all.stream()
                        .filter(manager -> manager.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("manager")))
                .map(found -> without(found.displayName(), who));
    }

    /** Of those without a pool. */
    private Session without(String name, Who who) {
        return new Session(
                who.kind(),
                name,
                null,
                null,
                settings.houseName(),
                settings.zone().getId(),
                who.csrf(),
                who.freshUntil().orElse(null));
    }

    private Future<Reply> signOut(Call call) {
        String token = guard.token(call.context(), Jar.SESSION).orElse("");
        return rooms.sessions().close(token, call.who()).map(closed -> {
            live.end(token);
            call.who().desk().ifPresent(this::lock);
            return Reply.done().with(cookies.take(Jar.SESSION));
        });
    }

    /** The session is over whatever becomes of this. */
    private void lock(Desk desk) {
        try {
            rooms.pools().lock(desk);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("pool", desk.pool())
                    .addKeyValue("cause", e.getClass().getSimpleName())
                    .log("pool-lock-failed");
        }
    }
}
