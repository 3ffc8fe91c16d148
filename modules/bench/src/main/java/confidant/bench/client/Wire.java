package confidant.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** JSON over HTTP to one server. Thread-safe; answers arrive on the caller's context. */
public final class Wire {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_MILLIS = 30_000;

    private final Vertx vertx;
    private final WebClient web;
    private final URI server;

    /** @param connections how many requests may be on their way at once */
    public Wire(Vertx vertx, URI server, int connections) {
        this.vertx = vertx;
        this.server = server;
        WebClientOptions options = new WebClientOptions()
                .setFollowRedirects(false)
                .setTcpNoDelay(true)
                .setConnectTimeout(5_000)
                .setUserAgentEnabled(false);
        this.web = WebClient.create(vertx, options, new PoolOptions().setHttp1MaxSize(connections));
    }

    Vertx vertx() {
        return vertx;
    }

    URI server() {
        return server;
    }

    int port() {
        boolean tls = "https".equals(server.getScheme());
        return server.getPort() > 0 ? server.getPort() : tls ? 443 : 80;
    }

    /** An object to be filled and posted. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Fails only when there was no answer. */
    public Future<Answered> get(String path, Map<String, String> headers) {
        return raw(HttpMethod.GET, path, headers, Buffer.buffer()).map(Wire::answered);
    }

    /** As {@link #get}. */
    public Future<Answered> post(String path, Map<String, String> headers, byte[] body) {
        return raw(HttpMethod.POST, path, headers, Buffer.buffer(body)).map(Wire::answered);
    }

    /** The bytes of a body that is no JSON; fails unless the status is 200. */
    public Future<byte[]> bytes(String path, Map<String, String> headers) {
        return raw(HttpMethod.GET, path, headers, Buffer.buffer()).map(response -> {
            answered(response).is(200, "reading a file");
            return response.body().getBytes();
        });
    }

    private Future<HttpResponse<Buffer>> raw(HttpMethod method, String path, Map<String, String> headers, Buffer body) {
        var request = web.requestAbs(method, server.resolve(path).toString()).timeout(PATIENCE_MILLIS);
        headers.forEach(request::putHeader);
        if (method.equals(HttpMethod.GET)) {
            return request.send();
        }
        return request.putHeader("Content-Type", "application/json").sendBuffer(body);
    }

    private static Answered answered(HttpResponse<Buffer> response) {
        String type = response.getHeader("Content-Type");
        boolean json = type != null && type.contains("json") && response.body() != null;
        String cookie =
                response.cookies().isEmpty() ? "" : response.cookies().get(0).split(";", 2)[0];
        return new Answered(response.statusCode(), json ? tree(response.body()) : MissingNode.getInstance(), cookie);
    }

    private static JsonNode tree(Buffer body) {
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException e) {
            throw new Unexpected("an answer said that it is JSON and was not");
        }
    }
}
