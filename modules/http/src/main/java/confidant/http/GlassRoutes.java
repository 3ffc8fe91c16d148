package confidant.http;

import confidant.core.Rooms;
import confidant.core.glass.Looks;
import confidant.http.api.Asked;
import confidant.http.api.GlassAnswers;
import confidant.http.problem.Trouble;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.Purpose;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Breaking glass at the desk, and its review at the console. */
final class GlassRoutes {
    private final Rooms rooms;
    private final Clock clock;

    GlassRoutes(Rooms rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    Map<String, Act> acts() {
        return Map.of(
                "viewLooks", this::view,
                "beginLook", this::begin,
                "readLook", this::read,
                "endLook", this::end,
                "auditLooks", this::list,
                "readStatement", this::statement,
                "reviewLook", this::review);
    }

    private static UUID look(Call call) {
        return call.id("lookId", UUID::fromString, "look");
    }

    private Future<Reply> view(Call call) {
        return rooms.looks()
                .view(call.desk(), call.client())
                .map(view -> Reply.ok(GlassAnswers.Desk.from(view, clock.instant(), call.words())));
    }

    private Future<Reply> begin(Call call) {
        Asked.NewLook asked = call.body(Asked.NewLook.class);
        Purpose purpose = call.purpose(asked.purpose());
        ClientId client = call.client();
        // The same key of the same desk for the same client is the same look, and of nobody else's.
        String name = call.desk().concierge() + "/" + client + "/" + asked.idempotencyKey();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        DataClass what = new DataClass(asked.dataClass());
        return rooms.looks()
                .begin(call.desk(), client, new Looks.Wanted(id, what, purpose, asked.why(), asked.words()))
                .map(answer -> Trouble.unlessRefused(answer, Optional.of(purpose)))
                .map(look -> Reply.json(201, GlassAnswers.Look.from(look, clock.instant(), call.words())));
    }

    private Future<Reply> read(Call call) {
        return rooms.looks()
                .read(call.desk(), call.client(), look(call))
                .map(answer -> Trouble.unlessRefused(answer, Optional.empty()))
                .map(seen -> Reply.ok(GlassAnswers.Seen.from(seen, clock.instant(), call.words())));
    }

    private Future<Reply> end(Call call) {
        return rooms.looks().end(call.desk(), call.client(), look(call)).map(ended -> Reply.done());
    }

    private Future<Reply> list(Call call) {
        return rooms.lookReviews()
                .list(call.officer(), call.query("reason").orElse(""))
                .map(rows -> Reply.ok(GlassAnswers.Audit.from(rows, call.limit(100), call.words())));
    }

    private Future<Reply> statement(Call call) {
        return rooms.lookReviews()
                .statement(call.officer(), call.path("reviewId"))
                .map(words -> Reply.ok(GlassAnswers.Statement.from(words)));
    }

    private Future<Reply> review(Call call) {
        boolean justified = call.body(Asked.LookReview.class).verdict().equals("justified");
        return rooms.lookReviews()
                .review(call.officer(), call.path("reviewId"), justified)
                .map(row -> Reply.ok(GlassAnswers.Review.from(row, call.words())));
    }
}
