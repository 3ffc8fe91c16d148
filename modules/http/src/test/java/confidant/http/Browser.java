package confidant.http;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/** Keeps cookies and the session's token as a page does. */
final class Browser {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final int port;
    private final Map<String, String> always = new TreeMap<>();
    private String csrf = "";

    private final Conformity conformity;

    Browser(int port, Conformity conformity) {
        this.port = port;
        this.conformity = conformity;
    }

    /** From now on sends a header with everything. */
    Browser with(String header, String value) {
        always.put(header, value);
        return this;
    }

    Answered get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Answered get(String path, Map<String, String> headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answered delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of("X-Confidant-Csrf", csrf));
    }

    Answered post(String path) {
        return send("POST", path, BodyPublishers.noBody(), Map.of("X-Confidant-Csrf", csrf));
    }

    Answered post(String path, Map<String, ?> body) {
        return post(path, new JsonObject(Map.copyOf(body)).encode());
    }

    Answered post(String path, String body) {
        return send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                Map.of("X-Confidant-Csrf", csrf, "Content-Type", "application/json"));
    }

    Answered put(String path, Map<String, ?> body) {
        return send(
                "PUT",
                path,
                BodyPublishers.ofString(new JsonObject(Map.copyOf(body)).encode()),
                Map.of("X-Confidant-Csrf", csrf, "Content-Type", "application/json"));
    }

    /** Without a body, and with the session's token. */
    Answered changing(String method, String path) {
        return send(method, path, BodyPublishers.noBody(), Map.of("X-Confidant-Csrf", csrf));
    }

    Answered send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        headers.entrySet().stream()
                .filter(header -> !header.getValue().isEmpty())
                .forEach(header -> request.header(header.getKey(), header.getValue()));
        always.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookie());
        }
        try {
            Answered answered = new Answered(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
            remember(answered);
            conformity.check(method, path, answered);
            return answered;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    private void remember(Answered answered) {
        for (String cookie : answered.response().headers().allValues("Set-Cookie")) {
            String[] parts = cookie.split(";")[0].split("=", 2);
            if (parts[1].isEmpty()) {
                cookies.remove(parts[0]);
            } else {
                cookies.put(parts[0], parts[1]);
            }
        }
        if (answered.json() && answered.body().containsKey("csrf")) {
            csrf = answered.body().getString("csrf");
        }
    }

    String cookie() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    String csrf() {
        return csrf;
    }

    void forgetToken() {
        csrf = "";
    }

    /** Opens a live line as a page would. */
    Heard live(String path, String origin) {
        Heard heard = new Heard(new LinkedBlockingQueue<>());
        heard.socket = client.newWebSocketBuilder()
                .header("Cookie", cookie())
                .header("Origin", origin)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + path), heard)
                .join();
        return heard;
    }

    /** What a live line told. A closing is told as {@code closed <code>}. */
    static final class Heard implements WebSocket.Listener {
        final BlockingQueue<String> told;
        WebSocket socket;
        volatile boolean reading = true;

        Heard(BlockingQueue<String> told) {
            this.told = told;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            told.add(text.toString());
            if (reading) {
                from.request(1);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            told.add("closed " + code);
            return null;
        }

        void readOn() {
            reading = true;
            socket.request(1);
        }

        String next() {
            try {
                String next = told.poll(30, java.util.concurrent.TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("nothing was told");
                }
                return next;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
