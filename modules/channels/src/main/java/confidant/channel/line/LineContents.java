package confidant.channel.line;

import confidant.core.port.Fetcher;
import confidant.core.port.Fetcher.Fetched.Gone;
import confidant.core.port.Fetcher.Fetched.Got;
import confidant.core.port.Fetcher.Fetched.Later;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the pictures, films, sounds and files that clients sent to one account, from where LINE keeps them for a while.
 * Takes no more bytes than it is asked to, follows no redirect, and unpacks nothing. Thread-safe; a future completes on the
 * caller's context.
 */
public final class LineContents implements Fetcher {
    private static final Logger LOG = LoggerFactory.getLogger(LineContents.class);
    private static final Pattern MESSAGE_ID = Pattern.compile("[0-9]{1,32}");
    private static final Pattern FAILED = Pattern.compile("\"status\"\\s*:\\s*\"failed\"");
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int AT_ONCE = 4;

    /** Until what is being prepared is asked for again. */
    private static final Duration PREPARING = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** A wrong token is put right by a person. */
    private static final Duration LOCKED_OUT = Duration.ofMinutes(10);

    private final LineAccount account;
    private final HttpClient http;

    public LineContents(Vertx vertx, LineAccount account) {
        this.account = account;
        var options = new HttpClientOptions().setConnectTimeout((int) CONNECT.toMillis());
        options.setKeepAliveTimeout(15);
        this.http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(AT_ONCE));
    }

    /** Whether it is the id of a message in LINE's form, and so can stand in an address. */
    static boolean named(String content) {
        return MESSAGE_ID.matcher(content).matches();
    }

    @Override
    public String account() {
        return "line/" + account.key();
    }

    @Override
    public Future<Fetched> fetch(String content, int most) {
        if (!named(content)) {
            return Future.succeededFuture(new Gone("bad-id"));
        }
        var path = "/v2/bot/message/" + content + "/content";
        return new LineDownload(http, account).get(path, most).compose(answer -> switch (answer.status()) {
            case LineDownload.TOO_LARGE -> done(new Gone("too-large"));
            case LineDownload.NONE -> done(new Later(PAUSE));
            case 200 -> done(new Got(answer.bytes(), Optional.empty()));
            case 202 -> preparing(path);
            case 401, 403 -> {
                LOG.warn("line.content.unauthorised account={} status={}", account.key(), answer.status());
                yield done(new Later(LOCKED_OUT));
            }
            case 404, 410 -> done(new Gone("gone"));
            case 408, 425, 429 -> done(new Later(answer.pause(PAUSE)));
            default -> done(answer.status() >= 500 ? new Later(answer.pause(PAUSE)) : new Gone("refused"));
        });
    }

    private static Future<Fetched> done(Fetched outcome) {
        return Future.succeededFuture(outcome);
    }

    /** Films and sounds are made ready first, which may fail for good. Whatever else is answered, another try will tell. */
    private Future<Fetched> preparing(String path) {
        return new LineDownload(http, account)
                .get(path + "/transcoding", 10_000)
                .map(answer -> {
                    var words = answer.status() == 200
                            ? Buffer.buffer(answer.bytes()).toString()
                            : "";
                    return FAILED.matcher(words).find() ? new Gone("failed") : new Later(PREPARING);
                });
    }

    /** Closes the connections. */
    public Future<Void> close() {
        return http.close();
    }
}
