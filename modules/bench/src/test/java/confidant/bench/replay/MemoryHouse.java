package confidant.bench.replay;

import confidant.assistant.Faq;
import confidant.assistant.OpenNlpAdvisor;
import confidant.bench.Awaited;
import confidant.channel.line.LineAccount;
import confidant.channel.line.LineCourier;
import confidant.channel.line.LineDesk;
import confidant.channel.line.Secret;
import confidant.core.Desk;
import confidant.core.House;
import confidant.core.Outside;
import confidant.core.Wiring;
import confidant.core.port.Worker;
import confidant.core.reception.Reception;
import confidant.fake.line.FakeLine;
import confidant.http.Api;
import confidant.http.Settings;
import confidant.http.live.LiveLine;
import confidant.http.page.StaticAssets;
import confidant.ledger.NoteSigner;
import confidant.model.Channel;
import confidant.model.ConciergeId;
import confidant.model.HouseId;
import confidant.model.Lang;
import confidant.model.PoolId;
import confidant.policy.PolicyEngine;
import confidant.policy.PolicySet;
import confidant.schedule.QuartzAlarm;
import confidant.store.HouseStore.Concierge;
import confidant.store.memory.MemoryStores;
import confidant.vault.FileRootKey;
import confidant.vault.Vault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A whole house behind a real server, only the database is memory; its LINE is a fake platform. */
final class MemoryHouse implements AutoCloseable {
    static final String SECRET = "a-channel-secret";
    static final String TOKEN = "a-channel-token";
    static final Concierge IVY =
            new Concierge(ConciergeId.random(), PoolId.random(), "ivy", "Ivy", List.of(Lang.ZH_HANT, Lang.EN), 5);
    private static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

    final Vertx vertx = Vertx.vertx();
    final FakeLine platform = Awaited.of(FakeLine.start(vertx, TOKEN));
    private final Clock clock = Clock.systemUTC();
    private final MemoryStores stores = new MemoryStores(clock);
    private final Wiring wiring;
    private final QuartzAlarm alarm;
    private final Api api;

    MemoryHouse(Path folder) {
        Awaited.of(stores.house().putConcierge(IVY));
        LineAccount account = LineAccount.official("flagship", Secret.of(SECRET), Secret.of(TOKEN))
                .at(platform.baseUrl());
        LiveLine live = new LiveLine(vertx);
        wiring = new Wiring(
                house(folder),
                new Outside(
                        List.of(new LineCourier(vertx, List.of(account))),
                        new OpenNlpAdvisor(Faq.sample(), ZONE),
                        live,
                        NoteSigner.generate("house.example/audit", new SecureRandom()),
                        new Reception.Defaults(Lang.ZH_HANT, ZONE),
                        URI.create("https://house.example")));
        alarm = new QuartzAlarm(vertx.getOrCreateContext());
        wiring.ring(alarm);
        Settings settings = new Settings(
                "127.0.0.1", 0, URI.create("https://house.example"), false, 2, "House", ZONE, Settings.Limits.USUAL);
        Api.House shown = new Api.House(
                wiring.rooms(),
                Map.of(Channel.LINE, new LineDesk(List.of(account))),
                key -> Optional.of(IVY),
                live,
                StaticAssets.none(),
                stores::check,
                clock);
        api = Awaited.of(Api.start(vertx, settings, shown));
    }

    private House house(Path folder) {
        FileRootKey root = FileRootKey.at(folder.resolve("root.json"));
        HouseId id = new HouseId("test");
        PolicyEngine policy = new PolicyEngine(PolicySet.read(policies()));
        policy.warmUp();
        return new House(
                id,
                "node",
                stores,
                policy,
                new Vault(root, id, Vault.newHouseKeys(root, id)),
                clock,
                new Pooled(vertx));
    }

    private record Pooled(Vertx vertx) implements Worker {
        @Override
        public <T> Future<T> run(Callable<T> work) {
            return vertx.executeBlocking(work, false);
        }
    }

    private static Path policies() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("policies"))) {
            at = at.getParent();
        }
        return at.resolve("policies");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + api.port());
    }

    String code() {
        Desk desk = new Desk(IVY.id(), IVY.pool());
        return Awaited.of(wiring.rooms().sessions().code(desk, Duration.ofMinutes(5)));
    }

    @Override
    public void close() {
        alarm.stop();
        Awaited.of(api.stop());
        Awaited.of(vertx.close());
    }
}
