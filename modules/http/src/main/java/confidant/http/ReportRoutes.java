package confidant.http;

import confidant.core.Rooms;
import confidant.http.api.RetentionAnswers;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Reports for officers about what is to come. */
final class ReportRoutes {
    private static final long USUAL_DAYS = 30;

    private final Rooms rooms;
    private final Clock clock;

    ReportRoutes(Rooms rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    Map<String, Act> acts() {
        return Map.of("auditRetention", this::retention);
    }

    private Future<Reply> retention(Call call) {
        Instant before = clock.instant().plus(Duration.ofDays(call.number("days", USUAL_DAYS)));
        return rooms.retention()
                .due(
                        call.officer(),
                        call.query("reason").orElse(""),
                        before,
                        call.query("cursor").orElse(""),
                        call.limit(100))
                .map(page -> Reply.ok(RetentionAnswers.Rows.from(page, call.words())));
    }
}
