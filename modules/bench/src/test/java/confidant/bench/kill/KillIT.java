package confidant.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.bench.Awaited;
import confidant.bench.Until;
import confidant.bench.client.Answered;
import confidant.bench.client.DeskSeat;
import confidant.bench.client.LineVoice;
import confidant.bench.client.OfficerSeat;
import confidant.bench.client.Wire;
import confidant.bench.house.Blueprint;
import confidant.bench.house.HouseProcess;
import confidant.bench.load.Crowd;
import confidant.bench.replay.Comparison;
import confidant.bench.replay.Pace;
import confidant.bench.replay.Plan;
import confidant.bench.replay.Voices;
import confidant.fake.line.FakeLine;
import confidant.fake.line.LineEvents;
import confidant.ledger.BundleVerifier;
import confidant.ledger.NoteVerifier;
import confidant.node.LocalNode;
import confidant.node.NodeLib;
import confidant.node.Settings;
import confidant.testkit.SoftKey;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Server and node are killed with SIGKILL while clients write; what was acknowledged is there once. */
class KillIT {
    private static final int KILLS = 5;
    private static final int CLIENTS = 12;
    /** Acknowledged between two kills, so that every kill hits a working house. */
    private static final int PROGRESS = 60;

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private FakeLine platform;
    private Settings settings;
    private LocalNode node;
    private Blueprint blueprint;
    private HouseProcess house;
    private Wire wire;
    private Crowd crowd;

    @BeforeEach
    void open() {
        platform = Awaited.of(FakeLine.start(vertx, Blueprint.TOKEN));
        settings = Settings.of(folder.resolve("node"), NodeLib.find().folder());
        node = LocalNode.start(settings);
        settings = settings.withNativePort(node.contactPoint().port());
        Blueprint anyPort = new Blueprint(
                folder.resolve("data"),
                0,
                node.contactPoint().host(),
                node.contactPoint().port(),
                "kill",
                platform.baseUrl());
        house = HouseProcess.openBriefly(anyPort, log());
        blueprint = anyPort.at(house.port());
        wire = new Wire(vertx, house.server(), 2 * CLIENTS);
    }

    @AfterEach
    void close() {
        house.close();
        node.stop();
        Awaited.of(vertx.close());
    }

    @Test
    void acknowledgedMessages_areThereOnce_whenServerAndNodeAreKilled() throws IOException {
        DeskSeat desk = Awaited.of(DeskSeat.signIn(wire, house.deskLink()));
        var line = Awaited.of(desk.live());
        Voices voices = new Voices(
                wire, Plan.line(Blueprint.ACCOUNT, Blueprint.SECRET), desk.handle(), platform::issueReplyToken);
        crowd = Awaited.of(Crowd.gather(vertx, desk, line, voices, CLIENTS, Duration.ofMinutes(3)));
        crowd.start(new Pace(vertx, 0));

        for (int i = 0; i < KILLS; i++) {
            progress();
            house.kill();
            house = HouseProcess.openBriefly(blueprint, log());
        }
        for (int i = 0; i < KILLS; i++) {
            progress();
            killNode();
            Until.holds("the server to say that it cannot keep anything", () -> probe() == 503);
            node.stop();
            node = LocalNode.start(settings);
        }
        progress();

        Awaited.of(crowd.stop());
        Crowd.Outcome outcome = Awaited.of(crowd.outcome(desk, line, 0));
        System.out.println("killed " + KILLS + " + " + KILLS + " times: " + crowd.acknowledged() + " acknowledged, "
                + crowd.retried() + " posted again, " + outcome.found() + ", " + outcome.gaps() + " gaps");
        assertThat(crowd.retried()).as("posts that a kill hit").isPositive();
        assertThat(outcome.found()).isEqualTo(new Comparison((int) crowd.acknowledged(), 0, 0, 0));
        assertThat(outcome.gaps()).isZero();
        theLedgerHoldsEveryMessage();
    }

    private void progress() {
        long before = crowd.acknowledged();
        Until.holds("messages to be acknowledged", () -> {
            assertThat(crowd.writing()).as("nobody was refused or gave up").isTrue();
            return crowd.acknowledged() >= before + PROGRESS;
        });
    }

    private void killNode() {
        ProcessHandle process = ProcessHandle.of(node.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Posts as a client who is new; 0 without an answer. */
    private int probe() {
        LineEvents events = new LineEvents(Blueprint.SECRET, platform::issueReplyToken, Clock.systemUTC());
        var words = new LineVoice(wire, events, Blueprint.ACCOUNT, LineEvents.userId(1)).utter("is anybody there");
        return Awaited.of(words.post(false).map(Answered::status).otherwise(0));
    }

    private void theLedgerHoldsEveryMessage() throws IOException {
        OfficerSeat officer = Awaited.of(OfficerSeat.signIn(wire, house.officerLink()));
        Until.holds(
                "the ledger to take in what waits", () -> Awaited.of(officer.count("receive")) >= crowd.acknowledged());
        Path bundle = folder.resolve("ledger.zip");
        prove(officer);
        Files.write(bundle, Awaited.of(officer.bundle()));
        NoteVerifier key = NoteVerifier.parse(Awaited.of(officer.verifierKey()));
        var report = BundleVerifier.verify(bundle, List.of(key));
        assertThat(report.findings()).isEmpty();
        assertThat(report.ok()).isTrue();
        assertThat(report.keyExpected()).isTrue();
    }

    /** What leaves the house asks for a passkey that was used just now. */
    private void prove(OfficerSeat officer) {
        URI base = URI.create(house.officerLink());
        SoftKey key = new SoftKey("http://" + base.getAuthority(), base.getHost());
        JsonNode make = Awaited.of(officer.post("/v1/passkeys/options", Wire.object()));
        ObjectNode made = Wire.object().put("name", "key of a test");
        ObjectNode answer = made.putObject("answer");
        key.make(make.path("challenge").asText(), make.path("user").path("id").asText())
                .forEach(answer::put);
        Awaited.of(officer.post("/v1/passkeys", made));
        JsonNode use = Awaited.of(officer.post("/v1/session/proof/options", Wire.object()));
        ObjectNode used = Wire.object();
        key.use(use.path("challenge").asText()).forEach(used::put);
        Awaited.of(officer.post("/v1/session/proof", used));
    }

    private Path log() {
        return folder.resolve("house.log");
    }
}
