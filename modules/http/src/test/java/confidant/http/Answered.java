package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the house answered. */
record Answered(HttpResponse<byte[]> response) {

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    boolean json() {
        return header("Content-Type").contains("json");
    }

    JsonObject body() {
        return new JsonObject(Buffer.buffer(response.body()));
    }

    Answered is(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        return this;
    }

    /** That it is the problem of this name, with the status that its body says. */
    Answered isProblem(String name) {
        assertThat(header("Content-Type")).as("status %s: %s", status(), text()).isEqualTo("application/problem+json");
        assertThat(body().getString("type")).isEqualTo("https://house.example/problems/" + name);
        assertThat(body().getInteger("status")).isEqualTo(status());
        assertThat(body().getString("title")).isNotEmpty();
        return this;
    }
}
