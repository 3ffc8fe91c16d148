package confidant.fake.transit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for a Vault or OpenBao server with the transit engine mounted at {@code transit}. It keeps the engine's
 * published rules: a token for every call, versions, associated data, least versions, trimming.
 */
public final class FakeTransit implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MOUNT = "/v1/transit/";

    private final HttpServer server;
    private final String token;
    private final Map<String, TransitKey> keys = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int failure;

    private FakeTransit(HttpServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /** On any free port of this machine. */
    public static FakeTransit start(String token) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeTransit fake = new FakeTransit(server, token);
            server.createContext("/", fake::answer);
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Method and path of every call so far. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** The next {@code times} calls end with this status. */
    public void failNext(int times, int status) {
        failure = status;
        failures.set(times);
    }

    /** A key of another kind than the house would make. */
    public synchronized void make(String name, String type, boolean exportable) {
        keys.put(name, new TransitKey(type, exportable));
    }

    /** What a backup of the service would hold now. */
    public synchronized Backup backup() {
        Map<String, TransitKey> copy = new HashMap<>();
        keys.forEach((name, key) -> copy.put(name, key.copy()));
        return new Backup(copy);
    }

    /** Puts a backup in place of all there is. */
    public synchronized void restore(Backup backup) {
        keys.clear();
        backup.keys.forEach((name, key) -> keys.put(name, key.copy()));
    }

    /** A copy of the service's keys at one moment. */
    public static final class Backup {
        private final Map<String, TransitKey> keys;

        private Backup(Map<String, TransitKey> keys) {
            this.keys = keys;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        byte[] in = exchange.getRequestBody().readAllBytes();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            send(exchange, failure, JSON.createObjectNode());
            return;
        }
        if (!token.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
            send(exchange, 403, errors("permission denied"));
            return;
        }
        try {
            ObjectNode answer = path.startsWith(MOUNT)
                    ? act(exchange.getRequestMethod(), path.substring(MOUNT.length()), in)
                    : null;
            send(exchange, answer == null ? 404 : 200, answer == null ? errors("no handler for route") : answer);
        } catch (TransitKey.Refused refused) {
            send(exchange, 400, errors(String.valueOf(refused.getMessage())));
        }
    }

    private synchronized @Nullable ObjectNode act(String method, String path, byte[] in)
            throws TransitKey.Refused, IOException {
        String[] parts = path.split("/");
        JsonNode body = in.length == 0 ? JSON.createObjectNode() : JSON.readTree(in);
        if (parts.length < 2) {
            return null;
        }
        if (method.equals("POST") && parts[0].equals("keys") && parts.length == 2) {
            keys.computeIfAbsent(
                    parts[1], name -> new TransitKey(body.path("type").asText("aes256-gcm96"), false));
        }
        TransitKey key = keys.get(parts[1]);
        if (key == null) {
            return null;
        }
        ObjectNode data = act(key, parts[1], parts[0] + (parts.length > 2 ? "/" + parts[2] : ""), body);
        return data == null ? null : JSON.createObjectNode().set("data", data);
    }

    private @Nullable ObjectNode act(TransitKey key, String name, String what, JsonNode body)
            throws TransitKey.Refused {
        byte[] associated = bytes(body, "associated_data");
        switch (what) {
            case "keys" -> {}
            case "keys/rotate" -> key.rotate();
            case "keys/config" ->
                key.configure(
                        body.path("min_decryption_version").asInt(key.minDecryption()),
                        body.path("min_encryption_version").asInt(key.minEncryption()));
            case "keys/trim" -> key.trim(body.path("min_available_version").asInt(0));
            case "encrypt" -> {
                return JSON.createObjectNode().put("ciphertext", key.encrypt(bytes(body, "plaintext"), associated));
            }
            case "decrypt" -> {
                byte[] plain = key.decrypt(body.path("ciphertext").asText(), associated);
                return JSON.createObjectNode()
                        .put("plaintext", Base64.getEncoder().encodeToString(plain));
            }
            default -> {
                return null;
            }
        }
        return key.shown(JSON, name);
    }

    private static byte[] bytes(JsonNode body, String name) throws TransitKey.Refused {
        try {
            return Base64.getDecoder().decode(body.path(name).asText(""));
        } catch (IllegalArgumentException e) {
            throw new TransitKey.Refused("failed to base64-decode " + name);
        }
    }

    private static ObjectNode errors(String message) {
        ObjectNode errors = JSON.createObjectNode();
        errors.putArray("errors").add(message);
        return errors;
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] out = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, out.length);
        try (OutputStream to = exchange.getResponseBody()) {
            to.write(out);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
