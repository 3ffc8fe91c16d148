package confidant.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.bench.Awaited;
import confidant.bench.Until;
import confidant.bench.client.DeskSeat;
import confidant.bench.client.Wire;
import confidant.fake.line.Delivered;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static MemoryHouse house;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        house = new MemoryHouse(folder);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void ownDialogues_comeThroughWhole_overLine() throws Exception {
        Plan plan = Plan.line("flagship", MemoryHouse.SECRET);
        Replayed replayed = replay(plan, Dialogues.own());
        assertThat(replayed.found()).isEqualTo(new Comparison(replayed.sent(), 0, 0, 0));
        assertThat(replayed.clean()).isTrue();
        assertThat(replayed.redelivered()).isPositive();
        assertThat(replayed.unheard()).isZero();
    }

    @Test
    void ownDialogues_comeThroughWhole_overTheWebChat() throws Exception {
        Replayed replayed = replay(Plan.web(), Dialogues.own());
        assertThat(replayed.found()).isEqualTo(new Comparison(replayed.sent(), 0, 0, 0));
        assertThat(replayed.redelivered()).isPositive();
        assertThat(replayed.toSocket().count()).isPositive();
    }

    @Test
    void replies_reachThePlatform_overLine() throws Exception {
        List<Dialogue> one = Dialogues.own().subList(4, 5);
        replay(Plan.line("flagship", MemoryHouse.SECRET), one);
        List<String> replies = one.get(0).turns().stream()
                .filter(turn -> !turn.client())
                .map(Dialogue.Turn::text)
                .toList();
        Until.holds("the replies to reach the platform", () -> delivered().containsAll(replies));
        assertThat(delivered()).doesNotHaveDuplicates();
    }

    private static List<String> delivered() {
        return house.platform.delivered().stream().map(Delivered::text).toList();
    }

    private static Replayed replay(Plan plan, List<Dialogue> dialogues) {
        Wire wire = new Wire(house.vertx, house.address(), 16);
        DeskSeat desk = Awaited.of(DeskSeat.signIn(wire, house.code()));
        Voices voices = new Voices(wire, plan, desk.handle(), house.platform::issueReplyToken);
        return Awaited.of(new Replay(house.vertx, desk, Awaited.of(desk.live()), voices, plan).run(dialogues));
    }
}
