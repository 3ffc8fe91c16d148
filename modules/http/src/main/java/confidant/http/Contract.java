package confidant.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract: its text as it is served, and its operations as requests are checked against. Thread-safe. */
final class Contract {
    static final String RESOURCE = "openapi/confidant.yaml";
    private static final Set<String> ROLES = Set.of("public", "client", "concierge", "officer", "manager", "signed-in");

    private final String text;
    private final OpenAPIContract loaded;

    private Contract(String text, OpenAPIContract loaded) {
        this.text = text;
        this.loaded = loaded;
    }

    /** Reads and checks it; fails if an operation names no role. Takes a moment, on a worker thread. */
    static Future<Contract> load(Vertx vertx) {
        return vertx.executeBlocking(Contract::read)
                .compose(text -> vertx.executeBlocking(() -> forLoader(text))
                        .compose(json -> OpenAPIContract.from(vertx, json))
                        .map(loaded -> new Contract(text, loaded)))
                .onSuccess(contract -> contract.operations().forEach(contract::role));
    }

    String text() {
        return text;
    }

    OpenAPIContract loaded() {
        return loaded;
    }

    List<Operation> operations() {
        return loaded.operations();
    }

    String role(Operation operation) {
        String role = String.valueOf(operation.getExtensions().get("x-role"));
        if (!ROLES.contains(role)) {
            throw new IllegalStateException("operation `" + operation.getOperationId() + "` names no role");
        }
        return role;
    }

    /** Whether an operation asks for a passkey that was used just now. */
    boolean stepUp(Operation operation) {
        return Boolean.TRUE.equals(operation.getExtensions().get("x-step-up"));
    }

    private static String read() {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no contract on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject forLoader(String text) {
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        // Round trip: the loader wants JSON types all the way down.
        JsonObject contract = new JsonObject(new JsonObject(document).encode());
        prune(contract);
        return contract;
    }

    /** Whether an operation takes a file as its body, which the loader knows nothing of. */
    static boolean takesFile(Operation operation) {
        return Boolean.TRUE.equals(operation.getExtensions().get("x-file"));
    }

    /** The loader refuses media types outside its short list, so it never sees the contents of problems and files. */
    private static void prune(Object node) {
        if (node instanceof JsonArray array) {
            array.forEach(Contract::prune);
        } else if (node instanceof JsonObject object) {
            if (Boolean.TRUE.equals(object.getValue("x-file"))) {
                object.remove("requestBody");
            }
            if (object.containsKey("description") && object.getValue("content") instanceof JsonObject content) {
                List.copyOf(content.fieldNames()).stream()
                        .filter(type -> !type.equals("application/json"))
                        .forEach(content::remove);
                if (content.isEmpty()) {
                    object.remove("content");
                }
            }
            object.forEach(entry -> prune(entry.getValue()));
        }
    }
}
