package confidant.bench.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A session: its cookie and its token against forged requests, sent with everything. */
record Seat(Wire wire, String cookie, String csrf) {

    Future<Answered> get(String path) {
        return wire.get(path, Map.of("Cookie", cookie));
    }

    Future<Answered> post(String path, ObjectNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return wire.post(path, Map.of("Cookie", cookie, "X-Confidant-Csrf", csrf), bytes);
    }

    Future<byte[]> bytes(String path) {
        return wire.bytes(path, Map.of("Cookie", cookie));
    }

    /** Opens a session by posting something to a public address. */
    static Future<Opened> open(Wire wire, String path, ObjectNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return wire.post(path, Map.of(), bytes).map(answer -> {
            answer.is(201, "opening a session");
            return new Opened(
                    new Seat(wire, answer.cookie(), answer.body().path("csrf").asText()), answer);
        });
    }

    record Opened(Seat seat, Answered answer) {}

    /** Not the cookie. */
    @Override
    public String toString() {
        return "Seat[]";
    }
}
