package confidant.transit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.vault.RootUnavailable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;

/** The HTTP calls: tries again where the service is busy or away, and never puts a token or a key into a message. */
final class TransitCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 3;

    private final TransitSettings settings;
    private final Supplier<String> token;
    private final HttpClient http;

    TransitCalls(TransitSettings settings, Supplier<String> token) {
        this.settings = settings;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** An answer that is one: {@code status} 2xx, 400 or 404. */
    record Answer(int status, JsonNode body) {
        boolean done() {
            return status < 300;
        }

        JsonNode data() {
            return body.path("data");
        }

        /** Whether one of the service's errors speaks of {@code word}. */
        boolean speaksOf(String word) {
            for (JsonNode error : body.path("errors")) {
                if (error.asText().contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    Answer get(String path) {
        return call(request(path).GET().build());
    }

    Answer post(String path, ObjectNode body) {
        return call(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        settings.address().resolve("/v1/" + settings.mount() + "/" + path))
                .timeout(settings.timeout())
                // The token is read for each call, so that one which is renewed beside us is taken up.
                .header("X-Vault-Token", token.get())
                .header("X-Vault-Request", "true");
        settings.namespace().ifPresent(name -> request.header("X-Vault-Namespace", name));
        return request;
    }

    private Answer call(HttpRequest request) {
        RootUnavailable last = new RootUnavailable("the key service does not answer");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                int status = response.statusCode();
                if (status < 300 || status == 400 || status == 404) {
                    return new Answer(status, read(response.body()));
                }
                last = new RootUnavailable(told(status));
                if (status != 429 && status < 500) {
                    throw last;
                }
            } catch (IOException away) {
                last = new RootUnavailable("the key service does not answer");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new RootUnavailable("the wait for the key service was cut short");
            }
        }
        throw last;
    }

    private static String told(int status) {
        return switch (status) {
            case 401, 403 -> "the key service refuses the token, or the token may not do this";
            case 429 -> "the key service is over capacity";
            case 503 -> "the key service is sealed";
            default -> "the key service answers with status " + status;
        };
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException garbled) {
            throw new RootUnavailable("the key service gives an answer that is none");
        }
    }
}
