package confidant.app;

import confidant.app.config.Config;
import confidant.core.port.Witness;
import confidant.ledger.AddCheckpoint;
import confidant.ledger.WitnessKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A witness over HTTP. For any thread. */
final class HttpWitness implements Witness {
    private static final int MOST_BYTES = 64 * 1024;
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(5);

    private final HttpClient client;
    private final String address;
    private final WitnessKey key;

    private HttpWitness(HttpClient client, Config.Witness witness) {
        this.client = client;
        this.address = witness.url().toString().replaceAll("/+$", "") + "/add-checkpoint";
        this.key = witness.key();
    }

    static List<Witness> of(Vertx vertx, Config config) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) PATIENCE));
        return config.witnesses().stream()
                .<Witness>map(one -> new HttpWitness(client, one))
                .toList();
    }

    @Override
    public WitnessKey key() {
        return key;
    }

    @Override
    public Future<Answer> add(AddCheckpoint request) {
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(address)
                        .setTimeout(PATIENCE)
                        .setIdleTimeout(PATIENCE)
                        .setFollowRedirects(false))
                .compose(sent -> sent.send(Buffer.buffer(request.format())))
                .compose(HttpWitness::read);
    }

    private static Future<Answer> read(HttpClientResponse response) {
        return response.body()
                .map(body -> new Answer(response.statusCode(), body.length() > MOST_BYTES ? "" : body.toString()));
    }
}
