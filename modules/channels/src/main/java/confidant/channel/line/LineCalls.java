package confidant.channel.line;

import confidant.model.MessageId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call to the platform. Uses the plain client rather than the web client because only it tells "no connection was
 * had" from "no answer was had", and on that hangs whether another try could double a message.
 */
final class LineCalls {
    private final HttpClient http;

    LineCalls(Vertx vertx, Duration connect) {
        var options = new HttpClientOptions().setConnectTimeout((int) connect.toMillis());
        // The platform closes idle connections too; leaving first avoids writing into a closed one.
        options.setKeepAliveTimeout(15);
        this.http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(32));
    }

    /** Without an idempotency key. */
    Future<LineAnswer> reply(LineAccount account, Buffer body) {
        return post(options(account, "/v2/bot/message/reply"), account.patience(), body);
    }

    /** Under the message's own idempotency key, the same at each try. */
    Future<LineAnswer> push(LineAccount account, MessageId id, Buffer body) {
        var options = options(account, "/v2/bot/message/push").putHeader("X-Line-Retry-Key", id.toString());
        return post(options, account.patience(), body);
    }

    Future<Void> close() {
        return http.close();
    }

    private Future<LineAnswer> post(RequestOptions options, Duration patience, Buffer body) {
        return http.request(options)
                .transform(opened -> opened.succeeded()
                        ? sent(opened.result(), patience, body)
                        : Future.succeededFuture(LineAnswer.NEVER_LEFT));
    }

    private static Future<LineAnswer> sent(HttpClientRequest request, Duration patience, Buffer body) {
        return request.send(body)
                .compose(response -> response.body()
                        .map(Buffer::toString)
                        .otherwise("")
                        .map(words -> new LineAnswer(
                                response.statusCode(), words, header(response.getHeader("Retry-After")))))
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(failure -> {
                    request.reset();
                    return LineAnswer.NONE;
                });
    }

    private static RequestOptions options(LineAccount account, String path) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(account.apiBase().resolve(path).toString())
                .setFollowRedirects(false)
                .putHeader("Authorization", "Bearer " + account.token().reveal())
                .putHeader("Content-Type", "application/json; charset=UTF-8");
    }

    private static String header(@Nullable String value) {
        return value == null ? "" : value;
    }
}
