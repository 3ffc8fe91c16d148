package confidant.http;

import confidant.core.Rooms;
import confidant.http.api.Asked;
import confidant.http.api.AuditAnswers;
import confidant.http.api.ChatAnswers;
import confidant.http.api.DeskAnswers;
import confidant.http.problem.Trouble;
import confidant.model.ConsentEvent;
import confidant.model.OfficerId;
import confidant.model.Purpose;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/** Steps of consent that staff take: what a concierge was told aloud, and what an officer ends or holds. */
final class StepRoutes {
    private final Rooms rooms;

    StepRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, Act> acts() {
        return Map.of(
                "noteYes", this::saidYes,
                "noteNo", this::saidNo,
                "revokeConsent", call -> step(call, rooms.officerSteps()::revoke),
                "invalidateConsent", call -> step(call, rooms.officerSteps()::invalidate),
                "askAnew", this::anew,
                "placeHold", this::place,
                "liftHold", this::lift,
                "auditHolds", this::holds);
    }

    private static Purpose asked(Call call) {
        return call.purpose(call.body(Asked.ConsentRequest.class).purpose());
    }

    private Future<Reply> saidYes(Call call) {
        Purpose purpose = asked(call);
        return rooms.consentTalk()
                .saidYes(call.desk(), call.client(), purpose)
                .map(answer -> Trouble.unlessRefused(answer, Optional.of(purpose)))
                .map(accepted -> Reply.json(202, DeskAnswers.Accepted.from(accepted)));
    }

    private Future<Reply> saidNo(Call call) {
        Purpose purpose = asked(call);
        var info = rooms.policy().purpose(purpose).orElseThrow();
        return rooms.consentTalk()
                .saidNo(call.desk(), call.client(), purpose)
                .map(state -> Reply.ok(ChatAnswers.ConsentState.from(info, state, call.words())));
    }

    @FunctionalInterface
    private interface Ending {
        Future<ConsentEvent> by(OfficerId officer, String pseudonym, Purpose purpose, String reason);
    }

    private Future<Reply> step(Call call, Ending ending) {
        Asked.Reasoned asked = call.body(Asked.Reasoned.class);
        return ending.by(call.officer(), call.path("pseudonym"), call.purpose(asked.purpose()), asked.reason())
                .map(event -> Reply.ok(AuditAnswers.ConsentStep.from(event, call.words())));
    }

    private Future<Reply> anew(Call call) {
        return rooms.officerSteps()
                .askAnew(call.officer(), call.path("pseudonym"), asked(call))
                .map(event -> Reply.ok(AuditAnswers.ConsentStep.from(event, call.words())));
    }

    private Future<Reply> place(Call call) {
        Asked.Reasoned asked = call.body(Asked.Reasoned.class);
        return rooms.officerSteps()
                .place(call.officer(), call.path("pseudonym"), call.purpose(asked.purpose()), asked.reason())
                .map(laid -> Reply.ok(AuditAnswers.Hold.from(laid, call.words())));
    }

    private Future<Reply> lift(Call call) {
        Asked.Reasoned asked = call.body(Asked.Reasoned.class);
        return rooms.officerSteps()
                .lift(call.officer(), call.path("pseudonym"), call.purpose(asked.purpose()), asked.reason())
                .map(laid -> Reply.ok(AuditAnswers.Hold.from(laid, call.words())));
    }

    private Future<Reply> holds(Call call) {
        return rooms.officerSteps()
                .holds(call.officer(), call.query("reason").orElse(""), call.query("pseudonym"))
                .map(all -> Reply.ok(AuditAnswers.AllHolds.from(all, call.limit(100), call.words())));
    }
}
