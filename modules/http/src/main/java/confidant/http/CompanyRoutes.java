package confidant.http;

import confidant.core.session.CompanyDoor;
import confidant.core.session.CompanyDoor.Back;
import confidant.core.session.CompanyDoor.Way;
import confidant.core.session.CompanyRefused;
import confidant.http.Cookies.Jar;
import confidant.http.api.Asked;
import confidant.http.api.CompanyAnswers;
import io.vertx.core.Future;
import java.util.Map;

/** Signing in by the company that staff belong to, and connecting one's account there beforehand. */
final class CompanyRoutes {
    private static final long SECONDS = 600;

    private final CompanyDoor company;
    private final SessionRoutes sessions;
    private final Cookies cookies;
    private final Guard guard;
    private final Taps taps;
    private final Counts counts;

    CompanyRoutes(CompanyDoor company, SessionRoutes sessions, Cookies cookies, Guard guard, Taps taps, Counts counts) {
        this.company = company;
        this.sessions = sessions;
        this.cookies = cookies;
        this.guard = guard;
        this.taps = taps;
        this.counts = counts;
    }

    Map<String, Act> acts() {
        return Map.of(
                "getCompany", this::named,
                "goToCompany", this::go,
                "enterByCompany", this::enter,
                "getOwnCompany", this::own,
                "goToConnect", this::goToConnect,
                "connectCompany", this::connect,
                "disconnectCompany", this::disconnect);
    }

    private Future<Reply> named(Call call) {
        return Future.succeededFuture(Reply.ok(CompanyAnswers.Named.from(company.name())));
    }

    private Future<Reply> go(Call call) {
        taps.take(call.context());
        return company.enter().map(this::there);
    }

    private Reply there(Way way) {
        return Reply.ok(CompanyAnswers.Address.from(way))
                .with(cookies.give(Jar.COMPANY, way.secret()).setMaxAge(SECONDS));
    }

    private Future<Reply> enter(Call call) {
        taps.take(call.context());
        return counted(company.entered(back(call)))
                .compose(opened -> sessions.told(opened.who())
                        .map(session -> Reply.json(201, session)
                                .with(cookies.give(Jar.SESSION, opened.token()))
                                .with(cookies.take(Jar.COMPANY))));
    }

    private Back back(Call call) {
        Asked.CompanyAnswer answer = call.body(Asked.CompanyAnswer.class);
        return new Back(
                answer.state(),
                answer.code(),
                guard.token(call.context(), Jar.COMPANY).orElse(""));
    }

    /** The problem page counts too; this says which check it was. */
    private <T> Future<T> counted(Future<T> outcome) {
        return outcome.onFailure(failure -> {
            if (failure instanceof CompanyRefused refused) {
                counts.add("confidant_company_refused_total", refused.why().word());
            }
        });
    }

    private Future<Reply> own(Call call) {
        return company.isConnected(call.who())
                .map(connected -> Reply.ok(CompanyAnswers.Own.from(company.name(), connected)));
    }

    private Future<Reply> goToConnect(Call call) {
        return company.connect(call.who()).map(this::there);
    }

    private Future<Reply> connect(Call call) {
        taps.take(call.context());
        return counted(company.connected(call.who(), back(call)))
                .map(connected -> Reply.done().with(cookies.take(Jar.COMPANY)));
    }

    private Future<Reply> disconnect(Call call) {
        return company.disconnect(call.who()).map(gone -> Reply.done());
    }
}
