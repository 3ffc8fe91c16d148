package confidant.http;

import confidant.http.problem.Kind;
import confidant.http.problem.Trouble;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.ToIntFunction;

/** Reads bodies whole, each within the size that its route takes and within the time that bodies get. */
final class Bodies implements Handler<RoutingContext> {
    private final Vertx vertx;
    private final ToIntFunction<RoutingContext> limit;
    private final long millis;

    Bodies(Vertx vertx, ToIntFunction<RoutingContext> limit, int seconds) {
        this.vertx = vertx;
        this.limit = limit;
        this.millis = seconds * 1000L;
    }

    @Override
    public void handle(RoutingContext context) {
        if (!announced(context)) {
            context.next();
            return;
        }
        long timer = vertx.setTimer(millis, id -> {
            if (!context.request().isEnded() && !context.failed()) {
                context.fail(new Trouble(Kind.SLOW, "send it again"));
            }
        });
        context.addEndHandler(end -> vertx.cancelTimer(timer));
        BodyHandler.create(false).setBodyLimit(limit.applyAsInt(context)).handle(context);
    }

    private static boolean announced(RoutingContext context) {
        var headers = context.request().headers();
        return headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Whether there is a body of which some may still be on its way. */
    static boolean unread(RoutingContext context) {
        return announced(context) && !context.request().isEnded();
    }
}
