package confidant.http;

import confidant.http.api.Json;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer of the contract that is not a problem.
 *
 * @param pour writes the body piece by piece, in place of {@code body}
 */
record Reply(
        int status, String type, byte[] body, Map<String, String> headers, List<Cookie> cookies, Optional<Pour> pour) {
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    /** Writes a body, each piece when the one before is on its way; what failed is no whole file. */
    @FunctionalInterface
    interface Pour {
        Future<Void> into(HttpServerResponse response);
    }

    private Reply(int status, String type, byte[] body, Map<String, String> headers, List<Cookie> cookies) {
        this(status, type, body, headers, cookies, Optional.empty());
    }

    static Reply ok(Object body) {
        return json(200, body);
    }

    static Reply json(int status, Object body) {
        return new Reply(status, "application/json", Json.write(body), Map.of(), List.of());
    }

    static Reply done() {
        return new Reply(204, "", new byte[0], Map.of(), List.of());
    }

    static Reply file(String type, String name, byte[] bytes) {
        return new Reply(
                200, type, bytes, Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""), List.of());
    }

    /** A file that is not made before it is sent. */
    static Reply file(String type, String name, Pour pour) {
        Reply empty = file(type, name, new byte[0]);
        return new Reply(empty.status, type, empty.body, empty.headers, empty.cookies, Optional.of(pour));
    }

    /**
     * A file of a client, which no browser may run: shown in its place if {@code inline}, else only saved.
     *
     * @param name any text; it is encoded as RFC 6266 and 8187 ask for
     */
    static Reply download(String type, String name, boolean inline, Pour pour) {
        String how = (inline ? "inline" : "attachment") + "; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        Map<String, String> headers = Map.of(
                "Content-Disposition",
                how,
                "Content-Security-Policy",
                "default-src 'none'; sandbox; frame-ancestors 'none'",
                "Cross-Origin-Resource-Policy",
                "same-origin");
        return new Reply(200, type, new byte[0], headers, List.of(), Optional.of(pour));
    }

    Reply with(Cookie cookie) {
        List<Cookie> all = new ArrayList<>(cookies);
        all.add(cookie);
        return new Reply(status, type, body, headers, all, pour);
    }

    void send(HttpServerResponse response) {
        response.setStatusCode(status);
        headers.forEach(response::putHeader);
        cookies.forEach(response::addCookie);
        if (pour.isPresent()) {
            response.putHeader("Content-Type", type).setChunked(true);
            pour.get().into(response).onSuccess(done -> response.end()).onFailure(cause -> {
                LOG.atWarn()
                        .addKeyValue("cause", cause.getClass().getSimpleName())
                        .log("file-cut-off");
                // Without its last chunk no browser takes it for a whole file.
                response.reset();
            });
        } else if (type.isEmpty()) {
            response.end();
        } else {
            response.putHeader("Content-Type", type).end(Buffer.buffer(body));
        }
    }
}
