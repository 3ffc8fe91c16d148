package confidant.http;

import confidant.core.Rooms;
import confidant.core.attachment.Upload;
import confidant.http.passkey.RelyingParty;
import confidant.http.problem.Faults;
import confidant.http.problem.Kind;
import confidant.http.problem.Pages;
import confidant.http.problem.Problems;
import confidant.http.problem.Trouble;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** All routes of the house, wired once and mounted on every loop. */
final class Site {
    private final Settings settings;
    private final Contract contract;
    private final Rooms rooms;
    private final Map<String, Act> acts = new HashMap<>();
    private final Guard guard;
    private final HookRoutes hooks;
    private final PageRoutes pages;
    private final LiveRoutes live;
    private final Failures failures;
    private final Counts counts = new Counts();

    /**
     * @throws IllegalStateException if an operation of the contract has no handler, or a handler no operation
     */
    Site(Settings settings, Api.House house, Contract contract, Pages problems) {
        this.settings = settings;
        this.contract = contract;
        this.rooms = house.rooms();
        Cookies cookies = new Cookies(settings.secure());
        this.guard = new Guard(contract, rooms.sessions(), cookies, house.clock());
        this.hooks = new HookRoutes(rooms, house.doorways(), house.accounts(), counts);
        this.pages = new PageRoutes(contract, problems, house.assets(), house.ready(), counts);
        this.live = new LiveRoutes(rooms, cookies, settings.base(), house.live(), counts);
        Faults faults = new Faults(contract.loaded().getRawContract());
        this.failures = new Failures(new Problems(settings.base(), faults), rooms, counts);
        people(house, cookies);
        acts.putAll(new DeskRoutes(rooms).acts());
        acts.putAll(new CardRoutes(rooms).acts());
        acts.putAll(new FileRoutes(rooms).acts());
        acts.putAll(new PoolRoutes(rooms).acts());
        acts.putAll(new ImportRoutes(rooms.contacts(), house.accounts()).acts());
        acts.putAll(new OfficerRoutes(rooms).acts());
        acts.putAll(new StepRoutes(rooms).acts());
        acts.putAll(new ErasureRoutes(rooms).acts());
        acts.putAll(new ExportRoutes(rooms.auditing()).acts());
        acts.putAll(new RecordRoutes(rooms.processingRecord(), settings.houseName()).acts());
        acts.putAll(new HandoverRoutes(rooms).acts());
        acts.putAll(new RuleRoutes(rooms.releases()).acts());
        acts.putAll(new RequestRoutes(rooms).acts());
        acts.putAll(new ReportRoutes(rooms, house.clock()).acts());
        acts.putAll(new FigureRoutes(rooms).acts());
        acts.putAll(new GlassRoutes(rooms, house.clock()).acts());
        complete();
    }

    private void people(Api.House house, Cookies cookies) {
        String name = settings.houseName();
        Taps signIns = new Taps(settings.limits().signIns(), house.clock());
        Taps chats = new Taps(settings.limits().chats(), house.clock());
        SessionRoutes sessions = new SessionRoutes(rooms, settings, cookies, guard, signIns, house.live());
        RelyingParty party = new RelyingParty(settings.base());
        acts.putAll(sessions.acts());
        acts.putAll(new RecoveryRoutes(rooms.recovery(), settings.base()).acts());
        acts.putAll(new PasskeyRoutes(rooms.passkeys(), party, sessions, cookies, guard, signIns).acts());
        acts.putAll(new CompanyRoutes(rooms.company(), sessions, cookies, guard, signIns, counts).acts());
        acts.putAll(new ChatRoutes(rooms, name, cookies, guard, chats).acts());
        acts.putAll(new PrivacyRoutes(rooms, name, cookies, signIns).acts());
    }

    private void complete() {
        List<String> known =
                contract.operations().stream().map(o -> o.getOperationId()).toList();
        known.stream().filter(id -> !acts.containsKey(id)).findFirst().ifPresent(id -> {
            throw new IllegalStateException("operation `" + id + "` of the contract has no handler");
        });
        acts.keySet().stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new IllegalStateException("handler `" + id + "` has no operation in the contract");
        });
    }

    Handler<ServerWebSocketHandshake> live() {
        return live;
    }

    Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        IntStream.of(400, 404, 405, 406, 413, 415, 500).forEach(status -> router.errorHandler(status, failures));
        router.route().handler(new Headers(settings.secure())).failureHandler(failures);
        mountHooks(vertx, router);
        mountContract(vertx, router);
        pages.mount(router);
        router.route().handler(context -> context.fail(new Trouble(Kind.NOT_FOUND, "nothing lives at this address")));
        return router;
    }

    private void mountHooks(Vertx vertx, Router router) {
        String path = "/hooks/:channel/:account";
        router.post(path).handler(hooks::head);
        router.post(path).handler(bodies(vertx, settings.limits().hook()));
        router.post(path).handler(hooks);
    }

    private void mountContract(Vertx vertx, Router router) {
        RouterBuilder builder = RouterBuilder.create(vertx, contract.loaded(), RequestExtractor.withBodyHandler());
        acts.forEach((id, act) -> builder.getRoute(id).addHandler(context -> run(context, id, act)));
        router.route("/v1/*").handler(new Gate(contract));
        router.route("/v1/*").handler(bodies(vertx, settings.limits().body()));
        router.route("/v1/*").handler(guard);
        // The builder leaves the contract's base path out of its routes but checks requests with it.
        router.route("/v1/*").subRouter(builder.createRouter());
    }

    private Bodies bodies(Vertx vertx, int usual) {
        return new Bodies(
                vertx, context -> limit(context, usual), settings.limits().bodySeconds());
    }

    private int limit(RoutingContext context, int usual) {
        if (Gate.takesFile(context)) {
            return Upload.MOST;
        }
        return switch (Gate.name(context)) {
            case "addPiece" -> settings.limits().piece();
            case "tryImport", "startImport" -> settings.limits().file();
            default -> usual;
        };
    }

    private void run(RoutingContext context, String id, Act act) {
        act.apply(new Call(context, rooms.policy()))
                .onSuccess(reply -> {
                    counts.add("confidant_requests_total", id + "-" + reply.status());
                    reply.send(context.response());
                })
                .onFailure(context::fail);
    }
}
