package confidant.bench.measure;

import confidant.app.Running;
import confidant.bench.client.DeskSeat;
import confidant.bench.client.Wire;
import confidant.bench.house.Blueprint;
import confidant.bench.house.HouseProcess;
import confidant.bench.measure.Row.Target;
import confidant.fake.line.FakeLine;
import confidant.model.ClientId;
import confidant.node.LocalNode;
import confidant.node.NodeLib;
import confidant.node.Settings;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a house on this machine, prints the figures and writes them down. */
@Command(
        name = "bench",
        description = {
            "Measures a house of its own on this machine and writes docs/performance.md.",
            "",
            "Starts a node and a server in a temporary folder; takes up to six minutes, with --quick one and a half."
        },
        footer = {"", "Example:", "  confidant bench --quick --output /dev/stdout"},
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final Duration SETTLING = Duration.ofSeconds(5);

    @Spec
    CommandSpec spec;

    @Option(names = "--quick", description = "shorter, with fewer clients; for a look, not for publishing")
    boolean quick;

    @Option(
            names = "--output",
            defaultValue = "docs/performance.md",
            description = "where to write the page (${DEFAULT-VALUE} of the checkout)")
    Path output;

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Integer call() throws IOException {
        Sheet sheet = new Sheet(spec.commandLine().getOut());
        String machine = Machine.describe();
        Path folder = Files.createTempDirectory("confidant-bench-");
        try {
            measure(sheet, folder, quick ? Length.QUICK : Length.FULL);
        } finally {
            Wait.on(vertx.close());
            delete(folder);
        }
        String command = quick ? "./confidant bench --quick" : "./confidant bench";
        Files.writeString(page(), sheet.markdown(machine, LocalDate.now().toString(), command));
        sheet.now("written to " + output);
        return 0;
    }

    private Path page() {
        String home = System.getProperty("confidant.home");
        return output.isAbsolute() || home == null ? output : Path.of(home).resolve(output);
    }

    private void measure(Sheet sheet, Path folder, Length length) throws IOException {
        new Log().run(sheet, length.entries());
        sheet.now("starting a node");
        long begin = System.nanoTime();
        try (LocalNode node = LocalNode.start(
                Settings.of(folder.resolve("node"), NodeLib.find().folder()))) {
            sheet.add(Row.fact("start to ready, node", (System.nanoTime() - begin) / 1e9, "s", "an empty folder"));
            FakeLine platform = Wait.on(FakeLine.start(vertx, Blueprint.TOKEN));
            Blueprint blueprint = new Blueprint(
                    folder.resolve("data"),
                    0,
                    node.contactPoint().host(),
                    node.contactPoint().port(),
                    "bench",
                    platform.baseUrl());
            Path log = folder.resolve("house.log");
            double message = outside(sheet, length, blueprint, log, node, platform);
            inside(sheet, length, blueprint, node, message);
            opened(sheet, blueprint, log);
        }
    }

    /** Everything that is measured from outside; gives the processor time of a message in microseconds. */
    private double outside(
            Sheet sheet, Length length, Blueprint blueprint, Path log, LocalNode node, FakeLine platform) {
        sheet.now("starting the server");
        try (HouseProcess first = HouseProcess.open(blueprint, log)) {
            sheet.add(Row.fact(
                    "first start to ready, server",
                    first.toReady().toMillis() / 1e3,
                    "s",
                    "makes the schema and keys"));
        }
        try (HouseProcess house = HouseProcess.open(blueprint, log)) {
            sheet.add(
                    Row.of(
                            "start to ready, server, store up",
                            house.toReady().toMillis() / 1e3,
                            "s",
                            Target.most(4),
                            "",
                            "processor time of a cold JVM: loading classes, compiling the rules, training the language models."));
            Wait.pass(SETTLING);
            sheet.add(Row.of(
                    "memory of the idle server",
                    ProcessFigures.rssMegabytes(house.pid()),
                    "MB",
                    Target.most(250),
                    "resident, -Xmx1g",
                    "the heap that starting needed and the serial collector keeps; language models, Cedar's library."));
            sheet.add(Row.fact("memory of the idle node", ProcessFigures.rssMegabytes(node.pid()), "MB", "resident"));
            Wire wire = new Wire(vertx, house.server(), 8);
            DeskSeat desk = Wait.on(DeskSeat.signIn(wire, house.deskLink()));
            double message = new Inbound(vertx, sheet, length, house, node.pid()).run(desk, platform);
            new Withdrawals(wire, desk, Wait.on(desk.live())).run(sheet, length.rounds());
            return message;
        }
    }

    private void inside(Sheet sheet, Length length, Blueprint blueprint, LocalNode node, double message) {
        sheet.now("a house in this process");
        try (Running house = Running.start(blueprint.config())) {
            Concierge concierge = house.concierges().stream()
                    .filter(one -> one.handle().equals(Blueprint.CONCIERGE))
                    .findFirst()
                    .orElseThrow();
            new Parts(house.house(), new Ref(concierge.pool(), ClientId.random()), node.pid()).run(sheet, message);
            Duration most = quick ? Duration.ofSeconds(15) : Duration.ofSeconds(580);
            new PoolMeasure(house, concierge).run(sheet, length, most);
        }
    }

    /** The server's memory with the pool open, which signing in does. */
    private void opened(Sheet sheet, Blueprint blueprint, Path log) {
        try (HouseProcess house = HouseProcess.open(blueprint, log)) {
            Wire wire = new Wire(vertx, house.server(), 4);
            DeskSeat desk = Wait.on(DeskSeat.signIn(wire, house.deskLink()));
            var question = Wire.object().put("purpose", "sharing");
            question.putArray("conditions");
            Wait.on(desk.tell("/v1/desk/segments/count", question)).is(200, "counting the pool");
            Wait.pass(SETTLING);
            sheet.add(Row.of(
                    "memory of the server with the pool open",
                    ProcessFigures.rssMegabytes(house.pid()),
                    "MB",
                    Target.most(400),
                    "resident",
                    "the garbage of unlocking that the collector has not given back."));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
