package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file that is written piece by piece arrives whole, or is seen to be cut off. */
class ReplyTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        ServedHouse.await(vertx.close());
    }

    private HttpRequest served(Reply.Pour pour) {
        HttpServer server = ServedHouse.await(vertx.createHttpServer()
                .requestHandler(request -> Reply.file("text/csv", "a.csv", pour).send(request.response()))
                .listen(0, "127.0.0.1"));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"))
                .build();
    }

    @Test
    void pieces_arriveInTheirOrder() throws Exception {
        HttpRequest request = served(response -> response.write("one,").compose(done -> response.write("two")));
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .isEqualTo("one,two");
    }

    @Test
    void file_thatBreaksOff_isNoWholeFileToAnybody() {
        HttpRequest request =
                served(response -> response.write("one,").compose(done -> Future.failedFuture("the store is away")));
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }
}
