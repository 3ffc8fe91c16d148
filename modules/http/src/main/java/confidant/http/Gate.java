package confidant.http;

import confidant.http.problem.Kind;
import confidant.http.problem.Trouble;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Path;
import java.util.Locale;

/**
 * Looks at the head of a request before any byte of its body is read: is there such an operation, and is the body of a kind
 * that it takes?
 */
final class Gate implements Handler<RoutingContext> {
    private static final String OPERATION = "confidant.operation";
    private final Contract contract;

    Gate(Contract contract) {
        this.contract = contract;
    }

    static Operation operation(RoutingContext context) {
        return context.get(OPERATION);
    }

    /** The operation's id; empty for what is not of the contract. */
    static String name(RoutingContext context) {
        Operation operation = context.get(OPERATION);
        return operation == null ? "" : operation.getOperationId();
    }

    /** Whether the body of a request is a file. */
    static boolean takesFile(RoutingContext context) {
        Operation operation = context.get(OPERATION);
        return operation != null && Contract.takesFile(operation);
    }

    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        Operation operation = contract.loaded().findOperation(request.path(), request.method());
        if (operation == null) {
            Path path = contract.loaded().findPath(request.path());
            Kind kind = path == null ? Kind.NOT_FOUND : Kind.METHOD;
            context.fail(new Trouble(kind, "see `/openapi.yaml`"));
            return;
        }
        context.put(OPERATION, operation);
        if (!readable(context)) {
            context.fail(new Trouble(Kind.INVALID, "the query is not percent-encoded"));
            return;
        }
        if (Contract.takesFile(operation)
                && !"application/octet-stream".equals(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            context.fail(new Trouble(Kind.MEDIA_TYPE, "send the file as `application/octet-stream`"));
            return;
        }
        if (packed(request.getHeader(HttpHeaders.CONTENT_ENCODING))
                || (operation.getRequestBody() != null && !json(request.getHeader(HttpHeaders.CONTENT_TYPE)))) {
            context.fail(new Trouble(Kind.MEDIA_TYPE, "send `application/json`, not compressed"));
            return;
        }
        context.next();
    }

    private static boolean readable(RoutingContext context) {
        try {
            return context.queryParams() != null && context.request().params() != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whether a body is compressed; such bodies are refused unread, so none can unpack to more than its limit. */
    static boolean packed(String encoding) {
        return encoding != null && !encoding.strip().equalsIgnoreCase("identity");
    }

    private static boolean json(String type) {
        if (type == null) {
            return false;
        }
        String media = type.toLowerCase(Locale.ROOT).replace(" ", "");
        return media.equals("application/json") || media.equals("application/json;charset=utf-8");
    }
}
