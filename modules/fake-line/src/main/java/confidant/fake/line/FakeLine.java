package confidant.fake.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import confidant.fake.line.Contents.Held;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * A LINE platform on a free port of 127.0.0.1. It takes replies and pushes by the published contract: bearer token,
 * single-use reply tokens, one to five messages, text length, and {@code X-Line-Retry-Key} (a second push under a taken
 * key is answered 409 and delivers nothing). It hands out what users sent beside words, on the same port. It can be told to
 * fail. Every method may be called from any thread.
 */
public final class FakeLine {
    /** So that a long bench does not fill the memory with calls nobody looks at. */
    private static final int MOST_CALLS = 10_000;

    private static final Pattern CONTENT = Pattern.compile("/v2/bot/message/([^/]+)/content(/transcoding)?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final String token;
    private final Platform platform = new Platform();
    private final Contents contents = new Contents();
    private final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<Call> calls = new ArrayDeque<>();

    private FakeLine(Vertx vertx, String token) {
        this.server = vertx.createHttpServer();
        this.token = token;
        server.requestHandler(this::take);
    }

    /** Listens on a free port; {@code token} is the channel access token that it accepts. */
    public static Future<FakeLine> start(Vertx vertx, String token) {
        return start(vertx, token, 0);
    }

    /** Listens on a given port. */
    public static Future<FakeLine> start(Vertx vertx, String token, int port) {
        var fake = new FakeLine(vertx, token);
        return fake.server.listen(port, "127.0.0.1").map(fake);
    }

    /** What to configure as the account's base URL. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** A token that answers one event of that user, once. */
    public String issueReplyToken(String userId) {
        return platform.issueReplyToken(userId);
    }

    /** Makes every reply token that was issued so far invalid, as the platform does after about a minute. */
    public void expireReplyTokens() {
        platform.expireReplyTokens();
    }

    /** Has the bytes of a picture or file, to be fetched by {@link LineEvents#messageId the id} of its event. */
    public void hold(String messageId, byte[] bytes) {
        contents.put(messageId, new Held(bytes.clone(), 0, true));
    }

    /** As {@link #hold(String, byte[])}, but the first {@code times} that it is asked for it is still being prepared. */
    public void prepare(String messageId, byte[] bytes, int times) {
        contents.put(messageId, new Held(bytes.clone(), times, true));
    }

    /** As {@link #hold(String, byte[])}, but its length is not told before it. */
    public void pour(String messageId, byte[] bytes) {
        contents.put(messageId, new Held(bytes.clone(), 0, false));
    }

    /** Has something that can never be made ready. */
    public void spoil(String messageId) {
        contents.put(messageId, new Held(new byte[0], -1, true));
    }

    /** Has it no more, as after the time for which the platform keeps it. */
    public void drop(String messageId) {
        contents.remove(messageId);
    }

    /** The next {@code count} calls that show the right token run into this trouble; further troubles queue up. */
    public void failNext(int count, Trouble trouble) {
        for (int i = 0; i < count; i++) {
            troubles.add(trouble);
        }
    }

    /** Every message that reached a user, oldest first. */
    public List<Delivered> delivered() {
        return platform.delivered();
    }

    /** Every message that reached this user, oldest first. */
    public List<Delivered> delivered(String userId) {
        return platform.delivered().stream()
                .filter(message -> message.userId().equals(userId))
                .toList();
    }

    /** The calls with the right token, oldest first; of a long run only the last ten thousand. */
    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** Stops listening and closes the connections. */
    public Future<Void> close() {
        return server.close();
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> answer(request, body.toString()));
    }

    private void answer(HttpServerRequest request, String body) {
        var requestId = UUID.randomUUID().toString();
        if (!("Bearer " + token).equals(request.getHeader("Authorization"))) {
            send(
                    request,
                    requestId,
                    Answer.error(401, "Authentication failed. Confirm that the access token is valid."));
            return;
        }
        remember(new Call(request.path(), header(request, "X-Line-Retry-Key"), body));
        var trouble = troubles.poll();
        if (trouble == null) {
            var asked = CONTENT.matcher(request.path());
            if (asked.matches() && request.method().equals(HttpMethod.GET)) {
                hand(request, requestId, asked.group(1), asked.group(2) != null);
            } else {
                send(request, requestId, honest(request, body, requestId));
            }
            return;
        }
        if (trouble.accepts()) {
            honest(request, body, requestId);
        }
        fail(request, requestId, trouble);
    }

    private void hand(HttpServerRequest request, String requestId, String messageId, boolean progress) {
        var held = progress ? contents.look(messageId) : contents.ask(messageId);
        if (held.isEmpty()) {
            send(request, requestId, Answer.error(404, "Not found"));
        } else if (progress) {
            var preparing = held.get().preparing();
            var status = preparing == 0 ? "succeeded" : preparing > 0 ? "processing" : "failed";
            send(request, requestId, Answer.ok(JSON.createObjectNode().put("status", status)));
        } else if (held.get().preparing() != 0) {
            send(request, requestId, new Answer(202, JSON.createObjectNode(), Map.of()));
        } else {
            var response = request.response().setChunked(!held.get().announced());
            response.putHeader("Content-Type", "application/octet-stream")
                    .putHeader("x-line-request-id", requestId)
                    .end(Buffer.buffer(held.get().bytes()));
        }
    }

    private static void fail(HttpServerRequest request, String requestId, Trouble trouble) {
        switch (trouble) {
            case SERVER_ERROR, SERVER_ERROR_AFTER_ACCEPT ->
                send(request, requestId, Answer.error(500, "Internal server error"));
            case HANG_UP, HANG_UP_AFTER_ACCEPT -> request.connection().close();
            case SILENCE_AFTER_ACCEPT -> {}
            case RATE ->
                send(request, requestId, Answer.error(429, "The API rate limit has been exceeded. Try again later."));
            case QUOTA -> send(request, requestId, Answer.error(429, "You have reached your monthly limit."));
            case FORBIDDEN -> send(request, requestId, Answer.error(403, "Not available for this account."));
            case NOT_FOUND -> send(request, requestId, Answer.error(404, "Not found"));
            case GONE -> send(request, requestId, Answer.error(410, "Gone"));
            case BABBLE_AFTER_ACCEPT -> request.response().end("<html>");
            case BREAK_OFF ->
                request.response()
                        .putHeader("Content-Length", "1000")
                        .write("half")
                        .onComplete(written -> request.connection().close());
        }
    }

    private Answer honest(HttpServerRequest request, String body, String requestId) {
        if (!request.method().equals(HttpMethod.POST)) {
            return Answer.error(405, "Method not allowed");
        }
        if (!header(request, "Content-Type").startsWith("application/json")) {
            return Answer.error(415, "Unsupported media type");
        }
        return switch (request.path()) {
            case "/v2/bot/message/reply" -> platform.reply(tree(body));
            case "/v2/bot/message/push" -> platform.push(tree(body), header(request, "X-Line-Retry-Key"), requestId);
            default -> Answer.error(404, "Not found");
        };
    }

    private void remember(Call call) {
        synchronized (calls) {
            calls.add(call);
            if (calls.size() > MOST_CALLS) {
                calls.remove();
            }
        }
    }

    private static String header(HttpServerRequest request, String name) {
        var value = request.getHeader(name);
        return value == null ? "" : value;
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static void send(HttpServerRequest request, String requestId, Answer answer) {
        var response = request.response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.putHeader("Content-Type", "application/json")
                .putHeader("x-line-request-id", requestId)
                .end(answer.body().toString());
    }
}
