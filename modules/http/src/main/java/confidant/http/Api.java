package confidant.http;

import confidant.core.Rooms;
import confidant.core.port.Doorway;
import confidant.http.live.LiveLine;
import confidant.http.page.StaticAssets;
import confidant.http.problem.Pages;
import confidant.model.Channel;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The house as it answers over HTTP: one server on several event loops. */
public final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private final Vertx vertx;
    private Optional<String> deployment = Optional.empty();
    private int port;

    private Api(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * What the house consists of, as seen from outside.
     *
     * @param accounts whose clients write to an account of a channel, by the account's name in hooks
     * @param live made before the rooms, which ring through it
     * @param ready succeeds while the store can serve
     */
    public record House(
            Rooms rooms,
            Map<Channel, Doorway> doorways,
            Function<String, Optional<Concierge>> accounts,
            LiveLine live,
            StaticAssets assets,
            Supplier<Future<Void>> ready,
            Clock clock) {}

    /**
     * Starts to serve. Fails, with nothing left listening, if the port is taken, an operation of the contract has no
     * handler, or a problem has no page.
     */
    public static Future<Api> start(Vertx vertx, Settings settings, House house) {
        Api api = new Api(vertx);
        return Contract.load(vertx)
                .compose(contract ->
                        vertx.executeBlocking(Pages::new).map(pages -> new Site(settings, house, contract, pages)))
                .compose(site -> api.serve(site, settings))
                .recover(failure -> api.stop().transform(stopped -> Future.failedFuture(failure)))
                .map(api);
    }

    /** The port in use. */
    public int port() {
        return port;
    }

    /** Stops listening and closes every connection. Safe to call again. */
    public Future<Void> stop() {
        Optional<String> running = deployment;
        deployment = Optional.empty();
        return running.map(vertx::undeploy).orElse(Future.succeededFuture());
    }

    private Future<Void> serve(Site site, Settings settings) {
        Queue<Loop> loops = new ConcurrentLinkedQueue<>();
        Supplier<Loop> another = () -> {
            Loop loop = new Loop(site, settings);
            loops.add(loop);
            return loop;
        };
        return vertx.deployVerticle(another, new DeploymentOptions().setInstances(settings.loops()))
                .onSuccess(id -> {
                    deployment = Optional.of(id);
                    port = loops.element().port();
                    LOG.atInfo()
                            .addKeyValue("port", port)
                            .addKeyValue("loops", settings.loops())
                            .log("http-listening");
                })
                .mapEmpty();
    }
}
