package confidant.app;

import confidant.app.config.Config;
import confidant.app.sample.Sample;
import confidant.app.sample.SampleHouse;
import confidant.assistant.Faq;
import confidant.assistant.FaqProblem;
import confidant.assistant.OpenNlpAdvisor;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.Rooms;
import confidant.core.Wiring;
import confidant.core.port.Advisor;
import confidant.core.reception.Reception;
import confidant.http.Api;
import confidant.http.Settings;
import confidant.http.live.LiveLine;
import confidant.http.page.StaticAssets;
import confidant.media.MediaCleaner;
import confidant.node.NodeProblem;
import confidant.policy.PolicyDraft;
import confidant.schedule.QuartzAlarm;
import confidant.store.HouseStore.Concierge;
import confidant.store.HouseStore.Manager;
import confidant.store.HouseStore.Officer;
import confidant.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A house that is open. {@link #start} returns when it serves, {@link #stop} when nothing of it is left, the local node
 * included. Both block and are for main threads; the rest is for any thread.
 */
public final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FILL = Duration.ofMinutes(60);

    private final Config config;
    private final Address address;
    private final Consumer<String> progress;
    private final Closing closing = new Closing();
    private final CompletableFuture<NodeProblem> lost = new CompletableFuture<>();
    private final Foundation foundation;
    private final Rooms rooms;

    /** As {@link #start(Config, Sample, Consumer)}, without sample clients and telling nobody. */
    public static Running start(Config config) {
        return start(config, Sample.NONE, line -> {});
    }

    /**
     * @param sample the clients to invent in a house that has none
     * @param progress gets short lines for a person to read, on this thread
     * @throws StartProblem or {@link NodeProblem} when it cannot start; nothing is left running then
     */
    public static Running start(Config config, Sample sample, Consumer<String> progress) {
        return start(config, sample, Clock.systemUTC(), progress);
    }

    /** With a clock of the caller's, for tests in which days pass; it never goes back. */
    public static Running start(Config config, Sample sample, Clock clock, Consumer<String> progress) {
        return new Running(config, sample, clock, progress);
    }

    private Running(Config config, Sample sample, Clock clock, Consumer<String> progress) {
        this.config = config;
        this.progress = progress;
        boolean open = false;
        try {
            closing.add("data-folder", DataFolder.take(config.data())::close);
            this.address = Address.of(config.http());
            CompletableFuture<Advisor> advisor = Background.run("confidant-advisor", () -> advisor(config));
            this.foundation = Foundation.lay(config, address, clock, closing, progress, lost::complete);
            LiveLine live = new LiveLine(foundation.vertx());
            Doors doors = new Doors(foundation.vertx(), config);
            closing.add("line", () -> Waiting.on(doors.out().close(), PATIENCE, "stopping"));
            Wiring wiring = wire(doors, live, Background.result(advisor));
            this.rooms = wiring.rooms();
            fill(sample);
            ring(wiring);
            serve(doors, live);
            open = true;
        } finally {
            if (!open) {
                closing.close();
            }
        }
    }

    private static Advisor advisor(Config config) {
        try {
            return new OpenNlpAdvisor(
                    config.assistant().faq().map(Faq::read).orElseGet(Faq::sample),
                    config.house().zone());
        } catch (FaqProblem problem) {
            throw new StartProblem(
                    String.join("; ", problem.problems()), "correct the file that `assistant.faq` names");
        }
    }

    private Wiring wire(Doors doors, LiveLine live, Advisor advisor) {
        Reception.Defaults defaults =
                new Reception.Defaults(config.house().language(), config.house().zone());
        return new Wiring(
                foundation.house(),
                new Wiring.Outside(
                        List.of(doors.out()),
                        advisor,
                        live,
                        foundation.ledgerKey(),
                        defaults,
                        address.base(),
                        HttpWitness.of(foundation.vertx(), config),
                        () -> PolicyDraft.read(
                                config.policies(),
                                LocalDate.now(foundation
                                        .house()
                                        .clock()
                                        .withZone(config.house().zone()))),
                        SignIns.company(
                                foundation.vertx(),
                                config,
                                address,
                                foundation.house().clock()),
                        new MediaCleaner(),
                        doors.fetchers()));
    }

    private void fill(Sample sample) {
        String account =
                config.line().stream().findFirst().map(Config.Line::key).orElse("main");
        SampleHouse house = new SampleHouse(foundation.house(), rooms);
        ZoneId zone = config.house().zone();
        Waiting.on(house.fill(sample, account, zone, progress), FILL, "making the sample house");
    }

    private void ring(Wiring wiring) {
        QuartzAlarm alarm = new QuartzAlarm(foundation.vertx().getOrCreateContext());
        closing.add("alarm", alarm::stop);
        // Each bell rings first at once, so what an earlier process left behind is looked for now.
        wiring.ring(alarm, config.keys().idle());
    }

    private void serve(Doors doors, LiveLine live) {
        Settings settings = new Settings(
                address.host(),
                address.port(),
                address.base(),
                address.secure(),
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                config.house().name(),
                config.house().zone(),
                Settings.Limits.USUAL);
        Map<String, Concierge> accounts = doors.accounts(concierges());
        Api.House shown = new Api.House(
                rooms,
                doors.in(),
                account -> Optional.ofNullable(accounts.get(account)),
                live,
                assets(),
                () -> stores().check(),
                foundation.house().clock());
        try {
            Api api = Waiting.on(Api.start(foundation.vertx(), settings, shown), PATIENCE, "opening the doors");
            closing.add("http", () -> Waiting.on(api.stop(), PATIENCE, "closing the doors"));
        } catch (IllegalStateException failed) {
            if (failed.getCause() instanceof BindException) {
                throw Address.taken(address.port());
            }
            throw failed;
        }
        progress.accept("serving " + address.base());
    }

    private static StaticAssets assets() {
        try {
            return StaticAssets.fromClassPath("web");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public int port() {
        return address.port();
    }

    /** How browsers reach the house, without a path. */
    public URI base() {
        return address.base();
    }

    public Rooms rooms() {
        return rooms;
    }

    public House house() {
        return foundation.house();
    }

    public Stores stores() {
        return foundation.house().stores();
    }

    /** The process of the local node, if there is one. */
    public OptionalLong nodePid() {
        return foundation.node().map(kept -> OptionalLong.of(kept.pid())).orElse(OptionalLong.empty());
    }

    public Links links() {
        return new Links(address.base(), rooms.sessions());
    }

    /** Blocks. */
    public List<Concierge> concierges() {
        return Waiting.on(stores().house().concierges(), PATIENCE, "reading the staff");
    }

    /** Blocks. */
    public List<Manager> managers() {
        return Waiting.on(stores().house().managers(), PATIENCE, "reading the staff");
    }

    /** Blocks. */
    public List<Officer> officers() {
        return Waiting.on(stores().house().officers(), PATIENCE, "reading the staff");
    }

    /** One client of the sample house, if there is one. Blocks. */
    public Optional<Guest> sampleClient() {
        return Waiting.on(new SampleHouse(foundation.house(), rooms).one(), PATIENCE, "reading the house");
    }

    /** Tells the listener, once and on some other thread, when the local node is gone for good. */
    public void onLost(Consumer<NodeProblem> listener) {
        lost.thenAccept(listener);
    }

    /** Doors first, then the rooms, the store and the node. Safe to call again. */
    public void stop() {
        closing.close();
    }

    @Override
    public void close() {
        stop();
    }
}
