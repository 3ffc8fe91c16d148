package confidant.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract as a generator of requests reads it: what may be asked, by whom, and of which form. */
final class Spec {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private final JsonObject root;

    Spec(String yaml) {
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        // Round trip: JSON types all the way down.
        this.root = new JsonObject(new JsonObject(document).encode());
    }

    /** @param in {@code path}, {@code query} or {@code header} */
    record Parameter(String name, String in, boolean required, JsonObject schema) {}

    /**
     * @param privacy whether its client is the one of the privacy page
     * @param stepUp whether it asks for a passkey that was used just now
     * @param takesFile whether its body is a file, and then {@code body} is empty
     * @param tells whether it answers in JSON, and not with a file
     */
    record Operation(
            String id,
            String method,
            String path,
            String role,
            boolean privacy,
            boolean stepUp,
            boolean tells,
            List<Parameter> parameters,
            Optional<JsonObject> body,
            boolean takesFile) {
        boolean reads() {
            return method.equals("GET");
        }
    }

    /** @param said the form of what the page may say; empty for a line that only tells */
    record Socket(String path, String role, Optional<JsonObject> said) {}

    List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        root.getJsonObject("paths").forEach(path -> {
            JsonObject item = (JsonObject) path.getValue();
            item.forEach(method -> {
                if (METHODS.contains(method.getKey().toUpperCase(Locale.ROOT))) {
                    found.add(operation(path.getKey(), method.getKey(), item, (JsonObject) method.getValue()));
                }
            });
        });
        return found;
    }

    private Operation operation(String path, String method, JsonObject item, JsonObject operation) {
        JsonArray tags = operation.getJsonArray("tags", new JsonArray());
        return new Operation(
                operation.getString("operationId"),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.getString("x-role"),
                tags.contains("privacy"),
                operation.getBoolean("x-step-up", false),
                operation.getJsonObject("responses").stream()
                        .map(response -> resolve((JsonObject) response.getValue()))
                        .anyMatch(response -> response.getJsonObject("content", new JsonObject())
                                .containsKey("application/json")),
                Stream.of(item, operation)
                        .flatMap(holder -> holder.getJsonArray("parameters", new JsonArray()).stream())
                        .map(parameter -> parameter(resolve((JsonObject) parameter)))
                        .toList(),
                Optional.ofNullable(operation.getJsonObject("requestBody"))
                        .filter(body -> !operation.getBoolean("x-file", false))
                        .map(this::json),
                operation.getBoolean("x-file", false));
    }

    private Parameter parameter(JsonObject parameter) {
        return new Parameter(
                parameter.getString("name"),
                parameter.getString("in"),
                parameter.getBoolean("required", false),
                parameter.getJsonObject("schema"));
    }

    private JsonObject json(JsonObject body) {
        JsonObject content = resolve(body).getJsonObject("content").getJsonObject("application/json");
        if (content == null) {
            throw new AssertionError("the generator fills JSON bodies only; teach it this kind of body");
        }
        return content.getJsonObject("schema");
    }

    List<Socket> sockets() {
        List<Socket> found = new ArrayList<>();
        root.getJsonObject("x-websockets").forEach(path -> {
            JsonObject socket = (JsonObject) path.getValue();
            found.add(new Socket(
                    path.getKey(),
                    socket.getString("x-role"),
                    Optional.ofNullable(socket.getJsonObject("client-frames"))));
        });
        return found;
    }

    /** Follows a reference, if it is one. */
    JsonObject resolve(JsonObject node) {
        String reference = node.getString("$ref");
        if (reference == null) {
            return node;
        }
        JsonObject at = root;
        for (String step : reference.substring(2).split("/")) {
            at = at.getJsonObject(step);
        }
        return resolve(at);
    }
}
