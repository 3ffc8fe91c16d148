package confidant.http;

import confidant.core.Rooms;
import confidant.http.api.Json;
import confidant.http.api.Words;
import confidant.http.problem.Problem;
import confidant.http.problem.Problems;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failure with its problem. */
final class Failures implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final long LINGER_MILLIS = 2_000;

    private final Problems problems;
    private final Rooms rooms;
    private final Counts counts;

    Failures(Problems problems, Rooms rooms, Counts counts) {
        this.problems = problems;
        this.rooms = rooms;
        this.counts = counts;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            response.reset();
            return;
        }
        Words words = Call.words(context, rooms.policy());
        Problem problem = problems.of(context.failure(), context.statusCode(), words);
        if (problem.status() == 500) {
            problem = numbered(problem, context);
        }
        if (problem.retryAfter() > 0) {
            response.putHeader("Retry-After", String.valueOf(problem.retryAfter()));
        }
        if (Bodies.unread(context)) {
            hangUp(context);
        }
        counts.add(
                "confidant_problems_total",
                problem.type().substring(problem.type().lastIndexOf('/') + 1));
        response.setStatusCode(problem.status());
        if (forPeople(context)) {
            response.putHeader("Content-Type", "text/html; charset=utf-8").end(page(problem, words));
        } else {
            response.putHeader("Content-Type", "application/problem+json").end(Buffer.buffer(Json.write(problem)));
        }
    }

    /** What is left of the body is not worth reading; the pause lets a caller who still sends see the answer. */
    private static void hangUp(RoutingContext context) {
        boolean streams = context.request().version() == HttpVersion.HTTP_2;
        if (!streams) {
            context.response().putHeader("Connection", "close");
        }
        context.vertx().setTimer(LINGER_MILLIS, id -> {
            if (streams) {
                context.response().reset();
            } else {
                context.request().connection().close();
            }
        });
    }

    /** Whether somebody looks for a page, rather than a program for an answer. */
    private static boolean forPeople(RoutingContext context) {
        String accepted = context.request().getHeader("Accept");
        String path = context.request().path();
        boolean program = path == null || path.startsWith("/v1") || path.startsWith("/hooks");
        return !program && accepted != null && accepted.contains("text/html");
    }

    /** Made of fixed words only. */
    private static String page(Problem problem, Words words) {
        String lang = words.lang().tag();
        return "<!doctype html><html lang=\"" + lang + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + problem.title()
                + "</title></head><body><h1>" + problem.title()
                + "</h1><p><a href=\"/\">Confidant</a></p></body></html>";
    }

    private static Problem numbered(Problem problem, RoutingContext context) {
        String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.atError()
                .addKeyValue("incident", incident)
                .addKeyValue("operation", Gate.name(context))
                .addKeyValue("cause", cause(context.failure()))
                .log("http-incident");
        return new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                "urn:incident:" + incident,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    /** Types and places only: the text of a foreign exception may repeat what somebody sent. */
    private static String cause(@Nullable Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null && text.length() < 2000; t = t.getCause()) {
            text.append(t.getClass().getName()).append(' ');
            text.append(Arrays.stream(t.getStackTrace())
                    .limit(8)
                    .map(StackTraceElement::toString)
                    .collect(Collectors.joining(" < ")));
            text.append("; ");
        }
        return text.toString();
    }
}
