package confidant.http;

import confidant.core.BadRequest;
import confidant.core.Rooms;
import confidant.http.api.ConductAnswers;
import confidant.http.api.ConsentReportAnswers;
import confidant.http.api.ExposureAnswers;
import confidant.http.api.RetentionAnswers;
import confidant.http.api.SendCheckAnswers;
import confidant.http.api.SilenceAnswers;
import confidant.model.Actor;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Reports for officers: how consents stood, what ends soon, what will be taken away, what was sent without consent. */
final class ReportRoutes {
    private static final long USUAL_DAYS = 30;

    private final Rooms rooms;
    private final Clock clock;

    ReportRoutes(Rooms rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    Map<String, Act> acts() {
        return Map.of(
                "auditRetention", this::retention,
                "auditOldMessages", this::oldMessages,
                "auditSilentClients", this::silentClients,
                "auditStanding", this::standing,
                "auditEnding", this::ending,
                "auditSends", this::sends,
                "auditExposure", this::exposure,
                "auditConduct", this::conduct);
    }

    private Future<Reply> standing(Call call) {
        String pseudonym = call.path("pseudonym");
        Instant at = OfficerRoutes.time(call, "at").orElseThrow(() -> new BadRequest("`at` is missing"));
        return rooms.consentReport()
                .at(call.officer(), call.query("reason").orElse(""), pseudonym, at)
                .map(found -> Reply.ok(ConsentReportAnswers.Standings.from(pseudonym, at, found, call.words())));
    }

    private Future<Reply> ending(Call call) {
        return rooms.consentReport()
                .ending(
                        call.officer(),
                        call.query("reason").orElse(""),
                        days(call),
                        call.query("cursor").orElse(""),
                        call.limit(100))
                .map(page -> Reply.ok(ConsentReportAnswers.Endings.from(page, call.words())));
    }

    private Future<Reply> sends(Call call) {
        Span span = span(call);
        return rooms.sendCheck()
                .look(
                        call.officer(),
                        call.query("reason").orElse(""),
                        span.from,
                        span.to,
                        call.query("cursor").orElse(""))
                .map(part -> Reply.ok(SendCheckAnswers.Part.from(span.from, span.to, part, call.words())));
    }

    private Future<Reply> exposure(Call call) {
        Span span = span(call);
        Actor whom = new Actor(
                Actor.Role.valueOf(call.path("part").toUpperCase(Locale.ROOT)),
                call.id("memberId", UUID::fromString, "member").toString());
        return rooms.exposure()
                .look(
                        call.officer(),
                        call.query("reason").orElse(""),
                        whom,
                        span.from,
                        span.to,
                        call.query("cursor").orElse(""))
                .map(part -> Reply.ok(ExposureAnswers.Part.from(span.from, span.to, part, call.words())));
    }

    private Future<Reply> conduct(Call call) {
        Span span = span(call);
        return rooms.conduct()
                .look(
                        call.officer(),
                        call.query("reason").orElse(""),
                        span.from,
                        span.to,
                        call.query("cursor").orElse(""))
                .map(part -> Reply.ok(ConductAnswers.Part.from(span.from, span.to, part)));
    }

    private record Span(Instant from, Instant to) {}

    /** As the question names it; else the last 30 days. */
    private Span span(Call call) {
        Instant to = OfficerRoutes.time(call, "to").orElseGet(clock::instant);
        return new Span(OfficerRoutes.time(call, "from").orElse(to.minus(Duration.ofDays(USUAL_DAYS))), to);
    }

    private static Duration days(Call call) {
        return Duration.ofDays(call.number("days", USUAL_DAYS));
    }

    private Future<Reply> oldMessages(Call call) {
        Instant before = clock.instant().plus(days(call));
        return rooms.oldMessages()
                .due(
                        call.officer(),
                        call.query("reason").orElse(""),
                        before,
                        call.query("cursor").orElse(""))
                .map(page -> Reply.ok(RetentionAnswers.Talks.from(page, call.words())));
    }

    private Future<Reply> silentClients(Call call) {
        Instant before = clock.instant().plus(days(call));
        return rooms.silentClients()
                .due(
                        call.officer(),
                        call.query("reason").orElse(""),
                        before,
                        call.query("cursor").orElse(""))
                .map(page -> Reply.ok(SilenceAnswers.Clients.from(page, call.words())));
    }

    private Future<Reply> retention(Call call) {
        Instant before = clock.instant().plus(days(call));
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
