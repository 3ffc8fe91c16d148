package confidant.http;

import confidant.core.Desk;
import confidant.core.Rooms;
import confidant.core.port.Company;
import confidant.core.port.RuleFolder;
import confidant.core.session.Sessions;
import confidant.http.live.LiveLine;
import confidant.http.page.StaticAssets;
import confidant.model.Channel;
import confidant.model.ConciergeId;
import confidant.model.Lang;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.policy.PolicyDraft;
import confidant.policy.PolicyEngine;
import confidant.policy.PolicySet;
import confidant.store.HouseStore.Concierge;
import confidant.store.HouseStore.Manager;
import confidant.store.HouseStore.Officer;
import confidant.store.memory.MemoryStores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A whole house on memory stores behind a real server on a free port: two concierges, one officer, one manager. */
final class ServedHouse implements AutoCloseable {
    static final Concierge IVY = concierge("ivy");
    static final Concierge JUN = concierge("jun");
    static final Officer OFFICER = new Officer(OfficerId.random(), "Officer");
    static final Manager MANAGER = new Manager(ManagerId.random(), "Manager");
    private static final PolicyEngine POLICY = new PolicyEngine(PolicySet.read(policies()));
    /** Before any rule is to be read again. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");
    /** Read once: every case is tried, and nobody changes these. */
    private static final PolicyDraft DRAFT = PolicyDraft.read(policies(), TODAY);

    final Vertx vertx = Vertx.vertx();
    final Clock clock;
    final MemoryStores stores;
    final LiveLine live = new LiveLine(vertx);
    final Conformity conformity = new Conformity(vertx);
    final Rooms rooms;
    final Api api;

    ServedHouse() {
        this(Settings.Limits.USUAL);
    }

    private Optional<Authenticator> officersKey = Optional.empty();

    ServedHouse(Settings.Limits limits) {
        this(limits, Clock.systemUTC());
    }

    ServedHouse(Settings.Limits limits, Clock clock) {
        this(limits, clock, POLICY, () -> DRAFT, vertx -> Optional.empty());
    }

    /** With rules of its own, in a folder that a test may change. */
    ServedHouse(Path policies) {
        this(
                Settings.Limits.USUAL,
                Clock.systemUTC(),
                new PolicyEngine(PolicySet.read(policies)),
                () -> PolicyDraft.read(policies, TODAY),
                vertx -> Optional.empty());
    }

    /** Whose staff may sign in by a company. */
    ServedHouse(Clock clock, Function<Vertx, Company> company) {
        this(Settings.Limits.USUAL, clock, POLICY, () -> DRAFT, company.andThen(Optional::of));
    }

    private ServedHouse(
            Settings.Limits limits,
            Clock clock,
            PolicyEngine policy,
            RuleFolder folder,
            Function<Vertx, Optional<Company>> company) {
        this.clock = clock;
        this.stores = new MemoryStores(clock);
        await(stores.house().putConcierge(IVY));
        await(stores.house().putConcierge(JUN));
        await(stores.house().putOfficer(OFFICER));
        await(stores.house().putManager(MANAGER));
        rooms = TestRooms.wire(vertx, stores, policy, live, clock, folder, company.apply(vertx));
        Settings settings = new Settings(
                "127.0.0.1",
                0,
                URI.create("https://house.example"),
                false,
                2,
                "Lindenhof",
                ZoneId.of("Asia/Taipei"),
                limits);
        Api.House house = new Api.House(
                rooms,
                Map.of(Channel.LINE, new FakeDoor()),
                account -> account.equals(FakeDoor.ACCOUNT) ? Optional.of(IVY) : Optional.empty(),
                live,
                pages(),
                stores::check,
                clock);
        api = await(Api.start(vertx, settings, house));
    }

    private static StaticAssets pages() {
        try {
            return StaticAssets.fromClassPath("pages");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Concierge concierge(String handle) {
        return new Concierge(
                ConciergeId.random(), PoolId.random(), handle, "Ms " + handle, List.of(Lang.ZH_HANT, Lang.EN), 5);
    }

    static Path policies() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("policies"))) {
            at = at.getParent();
        }
        return at.resolve("policies");
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A browser with no session. */
    Browser browser() {
        return new Browser(api.port(), conformity);
    }

    /** A browser in which this concierge has signed in. */
    Browser desk(Concierge concierge) {
        return signedIn(
                await(rooms.sessions().code(new Desk(concierge.id(), concierge.pool()), Duration.ofMinutes(5))));
    }

    Browser manager() {
        return signedIn(await(rooms.sessions().code(MANAGER.id(), Duration.ofMinutes(5))));
    }

    Browser officer() {
        return officer(OFFICER);
    }

    /** The officer uses a passkey, which the first call makes. */
    void stepUp(Browser officer) {
        if (officersKey.isEmpty()) {
            Authenticator key = new Authenticator();
            key.register(officer, "desk key").is(201);
            officersKey = Optional.of(key);
        }
        officersKey.get().prove(officer).is(200);
    }

    Browser officer(Officer one) {
        return signedIn(await(rooms.sessions().code(one.id(), Duration.ofMinutes(5))));
    }

    private Browser signedIn(String code) {
        Browser browser = browser();
        browser.post("/v1/sessions", Map.of("code", code)).is(201);
        return browser;
    }

    Sessions sessions() {
        return rooms.sessions();
    }

    @Override
    public void close() {
        await(api.stop());
        await(vertx.close());
    }
}
