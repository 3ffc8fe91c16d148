package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An answer to bytes that no decent client would send. */
record Raw(int status, String head, String body) {

    /** Sends {@code request} as it is, and reads until the house hangs up. */
    static Raw send(int port, String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            assertThat(end).as("an answer: %s", all).isPositive();
            return new Raw(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Raw send(int port, String method, String path) {
        return send(port, method + " " + path + " HTTP/1.1\r\nHost: house.example\r\nConnection: close\r\n\r\n");
    }

    void isProblem(int expected, String name) {
        assertThat(status).as(body).isEqualTo(expected);
        assertThat(new JsonObject(body).getString("type")).endsWith("/problems/" + name);
    }
}
