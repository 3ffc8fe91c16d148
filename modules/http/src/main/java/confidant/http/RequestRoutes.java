package confidant.http;

import confidant.core.BadRequest;
import confidant.core.Rooms;
import confidant.core.request.Move;
import confidant.http.api.RequestAnswers;
import confidant.http.api.RequestAnswers.Recorded;
import confidant.http.api.RequestAnswers.Step;
import confidant.model.Personal;
import confidant.policy.Jurisdiction.Request;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What clients ask by law: made on their page, answered in the officer's console. */
final class RequestRoutes {
    private final Rooms rooms;

    RequestRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, Act> acts() {
        return Map.of(
                "listOwnRequests", this::own,
                "askOfficer", this::ask,
                "replyToOfficer", this::reply,
                "auditRequests", this::open,
                "recordRequest", this::record,
                "stepRequest", this::step);
    }

    private Future<Reply> own(Call call) {
        return rooms.requests().own(call.guest()).map(all -> Reply.ok(RequestAnswers.Owns.from(all, call.words())));
    }

    private Future<Reply> ask(Call call) {
        RequestAnswers.Asked asked = call.body(RequestAnswers.Asked.class);
        return rooms.requests()
                .ask(call.guest(), id(asked.idempotencyKey()), right(asked.right()), asked.text())
                .map(kept -> Reply.json(201, RequestAnswers.Own.from(kept, call.words())));
    }

    private Future<Reply> reply(Call call) {
        return rooms.requests()
                .reply(
                        call.guest(),
                        call.path("ownRequestId"),
                        call.body(RequestAnswers.Said.class).words())
                .map(kept -> Reply.ok(RequestAnswers.Own.from(kept, call.words())));
    }

    private Future<Reply> open(Call call) {
        return rooms.requests()
                .open(call.officer(), call.query("reason").orElse(""))
                .map(all -> Reply.ok(RequestAnswers.Audited.from(
                        all, rooms.policy().jurisdictions(), call.limit(100), call.words())));
    }

    private Future<Reply> record(Call call) {
        Recorded asked = call.body(Recorded.class);
        return rooms.requests()
                .record(
                        call.officer(),
                        asked.pseudonym(),
                        id(asked.idempotencyKey()),
                        right(asked.right()),
                        asked.text(),
                        time(asked.at()),
                        asked.way())
                .map(kept -> Reply.json(201, RequestAnswers.Row.from(kept, call.words())));
    }

    private Future<Reply> step(Call call) {
        Step step = call.body(Step.class);
        Personal<String> words = step.words() == null ? Personal.of("") : step.words();
        return rooms.requests()
                .step(call.officer(), call.path("requestId"), step.version(), move(step.move()), step.detail(), words)
                .map(kept -> Reply.ok(RequestAnswers.Row.from(kept, call.words())));
    }

    // What a page sends as its key is not kept as it is: a program could put something personal there.
    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private static Request right(String word) {
        return Request.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Move move(String word) {
        return Move.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequest("`at` is not a time in UTC such as 2026-11-22T00:00:00Z");
        }
    }
}
