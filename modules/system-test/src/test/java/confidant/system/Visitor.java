package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One browser: keeps its cookies and its session's token as a page does. */
final class Visitor {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new TreeMap<>();
    private final String base;
    private String csrf = "";

    Visitor(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** What the house answered. */
    record Answer(int status, HttpHeaders headers, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonObject json() {
            return new JsonObject(Buffer.buffer(bytes));
        }

        String type() {
            return headers.firstValue("Content-Type").orElse("");
        }

        Answer is(int expected) {
            assertThat(status).as(text()).isEqualTo(expected);
            return this;
        }
    }

    Answer get(String path) {
        return send("GET", path, new byte[0], Map.of());
    }

    Answer delete(String path) {
        return send("DELETE", path, new byte[0], Map.of());
    }

    Answer post(String path) {
        return send("POST", path, new byte[0], Map.of());
    }

    Answer post(String path, JsonObject body) {
        return send(
                "POST",
                path,
                body.encode().getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/json"));
    }

    Answer send(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (!csrf.isEmpty()) {
            request.header("X-Confidant-Csrf", csrf);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookie());
        }
        try {
            HttpResponse<byte[]> got = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Answer answer = new Answer(got.statusCode(), got.headers(), got.body());
            remember(answer);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " got no answer", e);
        }
    }

    /** The values of all cookies: the tokens of the sessions. */
    List<String> tokens() {
        return List.copyOf(cookies.values());
    }

    private String cookie() {
        return cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    private void remember(Answer answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] parts = cookie.split(";", 2)[0].split("=", 2);
            if (parts[1].isEmpty()) {
                cookies.remove(parts[0]);
            } else {
                cookies.put(parts[0], parts[1]);
            }
        }
        if (answer.status() < 300
                && answer.type().contains("json")
                && answer.text().startsWith("{")) {
            csrf = answer.json().getString("csrf", csrf);
        }
    }
}
