package confidant.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.bench.Awaited;
import confidant.bench.Shared;
import confidant.bench.Until;
import confidant.bench.client.DeskSeat;
import confidant.bench.client.Wire;
import confidant.bench.house.Blueprint;
import confidant.bench.house.HouseProcess;
import confidant.fake.line.Delivered;
import confidant.fake.line.FakeLine;
import confidant.node.SharedNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real dialogues through the real server on a real node; only the LINE platform is a stand-in. */
class ReplayIT {
    private static final int DIALOGUES = 40;
    private static final Vertx VERTX = Vertx.vertx();
    private static FakeLine platform;
    private static HouseProcess house;
    private static DeskSeat desk;
    private static Wire wire;

    @BeforeAll
    static void open(@TempDir Path folder) {
        platform = Awaited.of(FakeLine.start(VERTX, Blueprint.TOKEN));
        var node = SharedNode.get();
        Blueprint blueprint =
                new Blueprint(folder.resolve("data"), 0, node.host(), node.port(), "replay", platform.baseUrl());
        house = HouseProcess.openBriefly(blueprint, folder.resolve("house.log"));
        wire = new Wire(VERTX, house.server(), 32);
        desk = Awaited.of(DeskSeat.signIn(wire, house.deskLink()));
    }

    @AfterAll
    static void close() {
        house.close();
        Awaited.of(VERTX.close());
    }

    @ParameterizedTest
    @CsvSource({
        "crosswoz-travel-zh.jsonl, LINE",
        "crosswoz-travel-zh.jsonl, WEB",
        "sgd-concierge-en.jsonl, LINE",
        "sgd-concierge-en.jsonl, WEB"
    })
    void dialogues_comeThroughWhole(String file, Plan.Channel channel) throws IOException {
        List<Dialogue> dialogues = Dialogues.read(Shared.data(file), DIALOGUES);
        Plan plan = channel == Plan.Channel.LINE ? Plan.line(Blueprint.ACCOUNT, Blueprint.SECRET) : Plan.web();
        Voices voices = new Voices(wire, plan, desk.handle(), platform::issueReplyToken);
        Replayed replayed = Awaited.of(new Replay(VERTX, desk, Awaited.of(desk.live()), voices, plan).run(dialogues));
        System.out.println(file + " " + channel + "\n" + replayed.report());
        assertThat(replayed.dialogues()).isEqualTo(DIALOGUES);
        assertThat(replayed.acknowledged()).isEqualTo(replayed.sent());
        assertThat(replayed.found()).isEqualTo(new Comparison(replayed.sent(), 0, 0, 0));
        assertThat(replayed.redelivered()).isPositive();
        assertThat(replayed.unheard()).isZero();
        if (channel == Plan.Channel.LINE) {
            everyReplyReachesThePlatformOnce(dialogues);
        }
    }

    private static void everyReplyReachesThePlatformOnce(List<Dialogue> dialogues) {
        Map<String, Long> wanted = dialogues.stream()
                .flatMap(dialogue -> dialogue.turns().stream())
                .filter(turn -> !turn.client())
                .collect(Collectors.groupingBy(Dialogue.Turn::text, Collectors.counting()));
        Until.holds("the replies to reach the platform", () -> delivered(wanted).equals(wanted));
    }

    private static Map<String, Long> delivered(Map<String, Long> wanted) {
        return platform.delivered().stream()
                .map(Delivered::text)
                .filter(wanted::containsKey)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
