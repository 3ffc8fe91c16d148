package confidant.channel.line;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One call that asks for bytes and reads no more than a bound, whatever the other side announces or sends. */
record LineDownload(HttpClient http, LineAccount account) {
    /** Instead of a status: more bytes than were asked for. */
    static final int TOO_LARGE = -1;

    /** Instead of a status: no answer, or one that broke off or did not end in time. */
    static final int NONE = 0;

    /** A large file takes longer than the few words of another call. */
    private static final int TIMES_PATIENCE = 6;

    /** @param retryAfter empty where the header was absent */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int status, byte[] bytes, String retryAfter) {
        static Answer of(int status) {
            return new Answer(status, new byte[0], "");
        }

        /** What the platform asks to wait, or {@code usual}. */
        Duration pause(Duration usual) {
            return retryAfter.isEmpty() ? usual : new LineAnswer(status, "", retryAfter).pause();
        }
    }

    /** Never fails. Bytes are read of a 200 only. */
    Future<Answer> get(String path, int most) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(account.dataBase().resolve(path).toString())
                .setFollowRedirects(false)
                .putHeader("Authorization", "Bearer " + account.token().reveal());
        return http.request(options).compose(request -> sent(request, most)).otherwise(failure -> Answer.of(NONE));
    }

    private Future<Answer> sent(HttpClientRequest request, int most) {
        // Listened to before anything arrives: a response that is not read at once is lost.
        return request.send()
                .compose(response -> read(response, most))
                .timeout(account.patience().multipliedBy(TIMES_PATIENCE).toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(done -> {
                    if (done.failed() || done.result().status() != 200) {
                        // Nothing more of it is wanted.
                        request.reset();
                    }
                });
    }

    private static Future<Answer> read(HttpClientResponse response, int most) {
        if (response.statusCode() != 200) {
            return Future.succeededFuture(
                    new Answer(response.statusCode(), new byte[0], header(response.getHeader("Retry-After"))));
        }
        if (announced(response) > most) {
            return Future.succeededFuture(Answer.of(TOO_LARGE));
        }
        Promise<Answer> read = Promise.promise();
        Buffer all = Buffer.buffer();
        response.exceptionHandler(read::tryFail);
        response.handler(part -> {
            if (part.length() > most - all.length()) {
                read.tryComplete(Answer.of(TOO_LARGE));
            } else if (!read.future().isComplete()) {
                all.appendBuffer(part);
            }
        });
        response.endHandler(end -> read.tryComplete(new Answer(200, all.getBytes(), "")));
        return read.future();
    }

    private static long announced(HttpClientResponse response) {
        var length = header(response.getHeader("Content-Length"));
        return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    private static String header(@Nullable String value) {
        return value == null ? "" : value;
    }
}
