package confidant.http;

import confidant.http.api.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An answer of the contract that is not a problem. */
record Reply(int status, String type, byte[] body, Map<String, String> headers, List<Cookie> cookies) {

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

    Reply with(Cookie cookie) {
        List<Cookie> all = new ArrayList<>(cookies);
        all.add(cookie);
        return new Reply(status, type, body, headers, all);
    }

    void send(HttpServerResponse response) {
        response.setStatusCode(status);
        headers.forEach(response::putHeader);
        cookies.forEach(response::addCookie);
        if (type.isEmpty()) {
            response.end();
        } else {
            response.putHeader("Content-Type", type).end(Buffer.buffer(body));
        }
    }
}
