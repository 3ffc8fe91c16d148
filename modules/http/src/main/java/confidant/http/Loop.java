package confidant.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/** One event loop that serves. */
final class Loop extends VerticleBase {
    private static final int IDLE_SECONDS = 75;
    private static final int MOST_FRAME_BYTES = 4096;

    private final Site site;
    private final Settings settings;
    private volatile int actual;

    Loop(Site site, Settings settings) {
        this.site = site;
        this.settings = settings;
    }

    @Override
    public Future<?> start() {
        HttpServer server = vertx.createHttpServer(options());
        return server.requestHandler(site.router(vertx))
                .webSocketHandshakeHandler(site.live())
                .listen()
                .onSuccess(listening -> actual = listening.actualPort());
    }

    int port() {
        return actual;
    }

    private HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions();
        // To the server, -1 is any free port that all loops of one deployment share.
        options.setHost(settings.host()).setPort(settings.port() == 0 ? -1 : settings.port());
        // Pings keep live lines busy; whoever is silent for longer is gone, or sends a body byte by byte.
        options.setReadIdleTimeout(IDLE_SECONDS);
        options.setMaxHeaderSize(16 << 10).setMaxInitialLineLength(8 << 10);
        options.setMaxWebSocketFrameSize(MOST_FRAME_BYTES).setMaxWebSocketMessageSize(MOST_FRAME_BYTES);
        // A body is never unpacked: what is compressed is refused.
        options.setDecompressionSupported(false).setCompressionSupported(false);
        return options;
    }
}
