package confidant.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP side: {@code POST /add-checkpoint}, and nothing else. */
final class Server implements AutoCloseable {
    private static final int MOST_BYTES = 64 * 1024;

    private final Witness witness;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private Server(Witness witness, HttpServer http) {
        this.witness = witness;
        this.http = http;
    }

    /** Listens when it returns. @param address port 0 for any free one */
    static Server start(Witness witness, InetSocketAddress address) throws IOException {
        Server server = new Server(witness, HttpServer.create(address, 64));
        server.http.setExecutor(server.threads);
        server.http.createContext("/", exchange -> {
            try (exchange) {
                server.answer(exchange);
            }
        });
        server.http.start();
        return server;
    }

    int port() {
        return http.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answer answer;
        if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
            answer = Answer.refused(404, "there is only /add-checkpoint here");
        } else if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            answer = Answer.refused(405, "a checkpoint is sent by POST");
        } else {
            answer = add(exchange.getRequestBody().readNBytes(MOST_BYTES + 1));
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private Answer add(byte[] body) {
        if (body.length > MOST_BYTES) {
            return Answer.refused(413, "the request is too large");
        }
        try {
            return witness.add(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Answer.refused(400, "the request is not UTF-8");
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            // What was seen cannot be read or kept: nothing is cosigned until somebody has looked.
            System.err.println(
                    "what was seen cannot be read or kept: " + e.getClass().getSimpleName());
            return Answer.refused(500, "this witness cannot keep what it sees");
        }
    }

    @Override
    public void close() {
        http.stop(1);
        threads.shutdown();
    }
}
