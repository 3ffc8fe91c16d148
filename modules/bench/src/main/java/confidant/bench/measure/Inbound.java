package confidant.bench.measure;

import confidant.bench.client.DeskLine;
import confidant.bench.client.DeskSeat;
import confidant.bench.client.Wire;
import confidant.bench.house.Blueprint;
import confidant.bench.house.HouseProcess;
import confidant.bench.load.Crowd;
import confidant.bench.measure.Row.Target;
import confidant.bench.replay.Pace;
import confidant.bench.replay.Plan;
import confidant.bench.replay.Quantiles;
import confidant.bench.replay.Voices;
import confidant.fake.line.FakeLine;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Locale;

/** How many messages the house takes in, and how soon the desk hears of one. */
final class Inbound {
    private static final int CLIENTS = 64;
    private static final double PACED = 200;

    private final Vertx vertx;
    private final Sheet sheet;
    private final Length length;
    private final HouseProcess house;
    private final long node;

    Inbound(Vertx vertx, Sheet sheet, Length length, HouseProcess house, long node) {
        this.vertx = vertx;
        this.sheet = sheet;
        this.length = length;
        this.house = house;
        this.node = node;
    }

    /** @return processor time of server and node for one message, in microseconds */
    double run(DeskSeat desk, FakeLine platform) {
        sheet.now("inbound load of " + CLIENTS + " clients");
        Wire wire = new Wire(vertx, house.server(), CLIENTS);
        DeskLine line = Wait.on(desk.live());
        Plan plan = Plan.line(Blueprint.ACCOUNT, Blueprint.SECRET);
        Voices voices = new Voices(wire, plan, desk.handle(), platform::issueReplyToken);
        Crowd crowd = Wait.on(Crowd.gather(vertx, desk, line, voices, CLIENTS, Duration.ofSeconds(60)));
        double cpu = sustained(crowd);
        // A line of its own: one that fell behind in the flood before was closed, as the contract says.
        paced(crowd, desk, Wait.on(desk.live()));
        line.closeCode()
                .ifPresent(code -> sheet.add(Row.fact(
                        "close code of the desk's line during the sustained load",
                        code,
                        "",
                        "4008 asks to fetch and come back")));
        return cpu;
    }

    private double sustained(Crowd crowd) {
        crowd.start(new Pace(vertx, 0));
        warmUp(crowd);
        long before = crowd.acknowledged();
        Duration cpuBefore = cpu();
        long begin = System.nanoTime();
        Wait.pass(length.load());
        double seconds = (System.nanoTime() - begin) / 1e9;
        double coreSeconds = cpu().minus(cpuBefore).toNanos() / 1e9;
        long messages = crowd.acknowledged() - before;
        Wait.on(crowd.stop());
        sheet.add(Row.fact(
                "inbound sustained, one message a request", messages / seconds, "messages/s", CLIENTS + " clients"));
        sheet.add(Row.of(
                "inbound per core-second of server and node",
                messages / coreSeconds,
                "messages",
                Target.least(1000),
                String.format(Locale.ROOT, "%.1f cores busy", coreSeconds / seconds),
                "most of it is the node: a conversation's numbers and the duplicate check are conditional writes, which"
                        + " cost several times a plain one."));
        return coreSeconds / messages * 1e6;
    }

    /** Until the code that carries the load is compiled, however busy the machine is. */
    private void warmUp(Crowd crowd) {
        long deadline = System.nanoTime() + length.warmUp().toNanos();
        while (crowd.acknowledged() < length.warmUpMessages() && System.nanoTime() < deadline) {
            Wait.pass(Duration.ofMillis(200));
        }
    }

    private void paced(Crowd crowd, DeskSeat desk, DeskLine line) {
        crowd.start(new Pace(vertx, PACED));
        Wait.pass(Duration.ofSeconds(2));
        long since = System.nanoTime();
        long before = crowd.acknowledged();
        Wait.pass(length.load());
        double rate = (crowd.acknowledged() - before) / ((System.nanoTime() - since) / 1e9);
        Wait.on(crowd.stop());
        Crowd.Outcome outcome = Wait.on(crowd.outcome(desk, line, since));
        String detail = String.format(Locale.ROOT, "at %.0f/s of %.0f/s asked for", rate, PACED);
        heard(outcome, detail);
        sheet.add(Row.fact("post to acknowledgement, p50", outcome.toAnswer().millis(0.5), "ms", detail));
        sheet.add(Row.fact(
                "lost, doubled or out of order in all of it",
                outcome.found().lost()
                        + outcome.found().doubled()
                        + outcome.found().outOfOrder(),
                "messages",
                "of " + outcome.found().stored()));
    }

    private void heard(Crowd.Outcome outcome, String detail) {
        Quantiles toSocket = outcome.toSocket();
        int unheard = outcome.toAnswer().count() - toSocket.count();
        sheet.add(Row.fact(
                "messages that the desk's line did not tell of",
                unheard,
                "",
                "of " + outcome.toAnswer().count()));
        if (toSocket.count() == 0) {
            return;
        }
        String limit = "the durable write before the acknowledgement: the desk is told only of what is on the disk.";
        sheet.add(Row.of("post to socket, p50", toSocket.millis(0.5), "ms", Target.most(10), detail, limit));
        sheet.add(Row.of(
                "post to socket, p99",
                toSocket.millis(0.99),
                "ms",
                Target.most(50),
                detail,
                "waiting for a core: the load, the server and the node share them."));
    }

    private Duration cpu() {
        return ProcessFigures.cpu(house.pid()).plus(ProcessFigures.cpu(node));
    }
}
