package confidant.http;

import confidant.core.Rooms;
import confidant.http.api.Json;
import confidant.http.api.Words;
import confidant.http.problem.Problem;
import confidant.http.problem.Problems;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
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
    private final Problems problems;
    private final Rooms rooms;

    Failures(Problems problems, Rooms rooms) {
        this.problems = problems;
        this.rooms = rooms;
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
            // What is left of the body is not worth reading.
            response.putHeader("Connection", "close");
        }
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(Buffer.buffer(Json.write(problem)));
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
