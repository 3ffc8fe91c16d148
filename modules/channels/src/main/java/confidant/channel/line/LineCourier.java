package confidant.channel.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.core.port.Courier;
import confidant.model.Channel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Carries messages out over LINE: by the reply token while there is one, else as a push under an idempotency key that is
 * our own message id. A reply has no such key, so a reply with no answer is never followed by a push. Thread-safe; a
 * future completes on the caller's context.
 */
public final class LineCourier implements Courier {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final Map<String, LineAccount> accounts;
    private final LineCalls calls;

    /**
     * @throws IllegalStateException if two accounts have the same key
     */
    public LineCourier(Vertx vertx, Collection<LineAccount> accounts) {
        this.accounts = LineAccount.byKey(accounts);
        this.calls = new LineCalls(vertx, CONNECT);
    }

    @Override
    public Channel channel() {
        return Channel.LINE;
    }

    @Override
    public Future<Outcome> send(Outgoing message) {
        var account = accounts.get(message.to().account());
        if (account == null || message.to().channel() != Channel.LINE) {
            return Future.succeededFuture(new Outcome.Refused("unknown-account"));
        }
        var parts = TextParts.of(Utf16.clean(message.text().reveal()));
        if (parts.isEmpty()) {
            return Future.succeededFuture(new Outcome.Refused("bad-request"));
        }
        if (message.replyToken().isEmpty()) {
            return push(account, message, parts.get());
        }
        var body = body("replyToken", message.replyToken().get().reveal(), parts.get());
        return calls.reply(account, body)
                .compose(answer -> answer.asksForPush()
                        ? push(account, message, parts.get())
                        : Future.succeededFuture(answer.ofReply()));
    }

    /** Closes the connections. */
    public Future<Void> close() {
        return calls.close();
    }

    private Future<Outcome> push(LineAccount account, Outgoing message, List<String> parts) {
        var body = body("to", message.to().value().reveal(), parts);
        return calls.push(account, message.id(), body).map(LineAnswer::ofPush);
    }

    private static Buffer body(String receiver, String value, List<String> parts) {
        ObjectNode body = NODES.objectNode().put(receiver, value);
        var messages = body.putArray("messages");
        parts.forEach(part -> messages.addObject().put("type", "text").put("text", part));
        return Buffer.buffer(body.toString());
    }
}
