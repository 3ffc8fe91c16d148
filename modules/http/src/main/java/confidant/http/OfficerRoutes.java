package confidant.http;

import confidant.core.BadRequest;
import confidant.core.Rooms;
import confidant.core.audit.Auditing;
import confidant.http.api.AuditAnswers;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The officer's questions. Each names its reason and becomes an entry itself. Of words, they get what was said to them. */
final class OfficerRoutes {
    private final Rooms rooms;

    OfficerRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, Act> acts() {
        return Map.of(
                "auditClients", this::clients,
                "auditConsents", this::consents,
                "auditEntries", this::entries,
                "auditComplaints", this::complaints,
                "closeComplaint", this::close,
                "auditCheckpoint", this::checkpoint,
                "auditBundle", this::bundle);
    }

    private static String reason(Call call) {
        return call.query("reason").orElse("");
    }

    private static String cursor(Call call) {
        return call.query("cursor").orElse("");
    }

    private Future<Reply> clients(Call call) {
        return rooms.auditing()
                .clients(call.officer(), reason(call), cursor(call), call.limit(100))
                .map(page -> Reply.ok(AuditAnswers.Clients.from(page, call.words())));
    }

    private Future<Reply> consents(Call call) {
        String pseudonym = call.path("pseudonym");
        return rooms.auditing()
                .consents(call.officer(), reason(call), pseudonym)
                .map(events -> Reply.ok(AuditAnswers.Consents.from(pseudonym, events, call.words())));
    }

    private Future<Reply> entries(Call call) {
        return rooms.auditing()
                .entries(call.officer(), reason(call), filter(call), cursor(call), call.limit(100))
                .map(page -> Reply.ok(AuditAnswers.Entries.from(page, call.words())));
    }

    /** The filter of the list, which its files have too. */
    static Auditing.Filter filter(Call call) {
        return new Auditing.Filter(
                call.query("event"),
                call.query("pseudonym"),
                time(call, "from"),
                time(call, "to"),
                call.query("purpose"),
                call.query("role"),
                call.query("actor"));
    }

    private Future<Reply> complaints(Call call) {
        return rooms.complaints()
                .open(call.officer(), reason(call))
                .map(open -> Reply.ok(AuditAnswers.Complaints.from(open, call.limit(100))));
    }

    private Future<Reply> close(Call call) {
        return rooms.complaints()
                .close(call.officer(), call.path("complaintId"))
                .map(done -> Reply.done());
    }

    static Optional<Instant> time(Call call, String name) {
        try {
            return call.query(name).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new BadRequest("`" + name + "` is not a time in UTC such as 2026-11-22T00:00:00Z");
        }
    }

    private Future<Reply> checkpoint(Call call) {
        return rooms.auditing()
                .checkpoint(call.officer())
                .map(checkpoint -> Reply.ok(AuditAnswers.Checkpoint.from(checkpoint)));
    }

    private Future<Reply> bundle(Call call) {
        return rooms.auditing()
                .bundle(call.officer(), reason(call))
                .map(bytes -> Reply.file("application/zip", "confidant-ledger.zip", bytes));
    }
}
