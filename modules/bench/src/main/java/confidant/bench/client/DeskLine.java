package confidant.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.jackson.DatabindCodec;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The live line of a desk: remembers when each message was first heard of, and tells of clients who were never heard of
 * before. Thread-safe.
 */
public final class DeskLine {
    private static final int MOST_BYTES = 1 << 20;

    private final Map<String, Map<Long, Long>> heard = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Deque<String> strangers = new ArrayDeque<>();
    private final Deque<Promise<String>> waiting = new ArrayDeque<>();
    // Held for as long as the line: a client that nobody holds is collected, and closes its connections with that.
    private final WebSocketClient client;
    private boolean closed;
    private OptionalInt closeCode = OptionalInt.empty();

    private DeskLine(WebSocketClient client) {
        this.client = client;
    }

    static Future<DeskLine> open(Seat seat) {
        DeskLine line = new DeskLine(
                seat.wire().vertx().createWebSocketClient(new WebSocketClientOptions().setMaxFrameSize(MOST_BYTES)));
        var options = new WebSocketConnectOptions()
                .setHost(seat.wire().server().getHost())
                .setPort(seat.wire().port())
                .setSsl("https".equals(seat.wire().server().getScheme()))
                .setURI("/v1/desk/live")
                .addHeader("Cookie", seat.cookie());
        return line.client.connect(options).map(socket -> {
            socket.textMessageHandler(line::frame);
            socket.closeHandler(end -> line.closed(socket.closeStatusCode()));
            return line;
        });
    }

    private void frame(String text) {
        long now = System.nanoTime();
        JsonNode frame = read(text);
        if (frame.path("type").asText().equals("message")) {
            message(frame.path("clientId").asText(), frame.path("seq").asLong(), now);
        }
    }

    private static JsonNode read(String text) {
        try {
            return DatabindCodec.mapper().readTree(text);
        } catch (IOException e) {
            throw new Unexpected("a frame of the live line is no JSON");
        }
    }

    private void message(String client, long seq, long now) {
        Promise<String> told = null;
        synchronized (this) {
            heard.computeIfAbsent(client, c -> new HashMap<>()).putIfAbsent(seq, now);
            if (known.add(client)) {
                strangers.add(client);
                told = waiting.poll();
            }
        }
        if (told != null) {
            told.tryComplete(nextStranger());
        }
    }

    private synchronized String nextStranger() {
        return strangers.remove();
    }

    private synchronized void closed(@Nullable Short code) {
        closed = true;
        closeCode = code == null ? OptionalInt.of(0) : OptionalInt.of(code);
        waiting.forEach(one -> one.tryFail(new Unexpected("the live line of the desk was closed")));
        waiting.clear();
    }

    /** Forgets the strangers of the past. */
    public synchronized void expectStranger() {
        strangers.clear();
    }

    /** The next client that was never heard of before on this line. */
    public synchronized Future<String> stranger() {
        if (!strangers.isEmpty()) {
            return Future.succeededFuture(strangers.remove());
        }
        if (closed) {
            return Future.failedFuture(new Unexpected("the live line of the desk is closed"));
        }
        Promise<String> promise = Promise.promise();
        waiting.add(promise);
        return promise.future();
    }

    /** When a message was heard of, on the clock of {@link System#nanoTime}; empty when it was not. */
    public synchronized OptionalLong heardAt(String client, long seq) {
        Long at = heard.getOrDefault(client, Map.of()).get(seq);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** Why the server closed the line, 0 without a code; empty while it is open. */
    public synchronized OptionalInt closeCode() {
        return closeCode;
    }

    /** How many messages were heard of. */
    public synchronized long count() {
        return heard.values().stream().mapToLong(Map::size).sum();
    }
}
