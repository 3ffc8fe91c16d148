package confidant.http;

import confidant.http.page.Asset;
import confidant.http.page.StaticAssets;
import confidant.http.problem.Pages;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What is served beside the contract's operations: the contract itself, problem pages, health, counters, static pages. */
final class PageRoutes {
    private final Contract contract;
    private final Pages pages;
    private final StaticAssets assets;
    private final Supplier<Future<Void>> ready;
    private final Counts counts;

    PageRoutes(Contract contract, Pages pages, StaticAssets assets, Supplier<Future<Void>> ready, Counts counts) {
        this.contract = contract;
        this.pages = pages;
        this.assets = assets;
        this.ready = ready;
        this.counts = counts;
    }

    void mount(Router router) {
        router.get("/openapi.yaml").handler(context -> text(context, "application/yaml", contract.text()));
        router.get("/problems/:name").handler(this::problem);
        router.get("/health/live").handler(context -> text(context, "text/plain", "up\n"));
        router.get("/health/ready").handler(this::ready);
        router.get("/metrics").handler(this::metrics);
        router.get("/*").handler(this::asset);
    }

    private static void text(RoutingContext context, String type, String text) {
        context.response().putHeader("Content-Type", type + "; charset=utf-8").end(text);
    }

    private void problem(RoutingContext context) {
        Optional<String> page = pages.page(context.pathParam("name").toLowerCase(Locale.ROOT));
        if (page.isEmpty()) {
            context.next();
        } else {
            text(context, "text/plain", page.get());
        }
    }

    private void ready(RoutingContext context) {
        ready.get().onSuccess(checked -> text(context, "text/plain", "ready\n")).onFailure(context::fail);
    }

    /** For the machine itself only: counters say how busy a house is. */
    private void metrics(RoutingContext context) {
        var remote = context.request().remoteAddress();
        boolean forwarded = context.request().headers().contains("X-Forwarded-For")
                || context.request().headers().contains("Forwarded");
        if (remote == null || remote.hostAddress() == null || forwarded || !Taps.local(remote.hostAddress())) {
            context.next();
        } else {
            text(context, "text/plain; version=0.0.4", counts.text());
        }
    }

    private void asset(RoutingContext context) {
        Optional<Asset> found = assets.at(context.normalizedPath());
        if (found.isEmpty()) {
            context.next();
            return;
        }
        Asset asset = found.get();
        HttpServerResponse response = context.response();
        response.putHeader("Cache-Control", asset.forever() ? "public, max-age=31536000, immutable" : "no-cache");
        response.putHeader("ETag", asset.tag()).putHeader("Vary", "Accept-Encoding");
        if (asset.tag().equals(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        boolean packed =
                asset.packed().length > 0 && takesGzip(context.request().getHeader("Accept-Encoding"));
        if (packed) {
            response.putHeader("Content-Encoding", "gzip");
        }
        response.putHeader("Content-Type", asset.type()).end(Buffer.buffer(packed ? asset.packed() : asset.bytes()));
    }

    private static boolean takesGzip(String accepted) {
        return accepted != null && accepted.contains("gzip");
    }
}
