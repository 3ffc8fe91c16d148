package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.fake.line.LineEvents;
import confidant.model.Purpose;
import confidant.node.LocalNode;
import confidant.node.NodeLib;
import confidant.node.Settings;
import confidant.store.ConversationStore.Ref;
import confidant.system.Visitor.Answer;
import confidant.testkit.Await;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database is killed under a running server and comes back on its port. */
final class OutageIT {
    private static final String USER = LineEvents.userId(42);

    @TempDir
    Path data;

    @Test
    @Timeout(900)
    void house_recoversByItself_andLosesNothingItAcknowledged() {
        Settings settings = Settings.of(data.resolve("node"), NodeLib.find().folder());
        LocalNode first = LocalNode.start(settings);
        try (first;
                WalkHouse house = WalkHouse.on(first.contactPoint(), data.resolve("house"))) {
            Visitor desk = house.desk("mei");
            Visitor chat = house.chat("mei", Purpose.SHARING);
            List<String> acknowledged = new ArrayList<>();
            List<ObjectNode> open = new ArrayList<>();
            write(house, 0, 20, acknowledged, open);
            assertThat(acknowledged).hasSize(20);
            Ref client = house.lineClient(USER);

            kill(first);
            write(house, 20, 23, acknowledged, open);
            assertThat(acknowledged).hasSize(20);
            away(house, desk, chat, client);
            first.stop();

            try (LocalNode second =
                    LocalNode.start(settings.withNativePort(first.contactPoint().port()))) {
                assertThat(second.contactPoint()).isEqualTo(first.contactPoint());
                Await.until("the house is ready", Duration.ofMinutes(4), () -> ready(house) == 200);
                redeliver(house, open, acknowledged);

                assertThat(acknowledged).hasSize(23);
                assertThat(house.written(desk, client)).containsExactlyInAnyOrderElementsOf(acknowledged);
                chat.post("/v1/chat/messages", JsonObject.of("clientMessageId", "message-0001", "text", "back again"))
                        .is(200);
                reachesLine(house, desk, client);
                house.running.close();
            }
        }
    }

    private static void kill(LocalNode node) {
        ProcessHandle process = ProcessHandle.of(node.pid()).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        Await.until("the node is gone", () -> !process.isAlive());
    }

    private static int ready(WalkHouse house) {
        return house.visitor().get("/health/ready").status();
    }

    /** Delivers events as the platform does, and keeps apart what was acknowledged and what was not. */
    private static void write(
            WalkHouse house, int from, int to, List<String> acknowledged, List<ObjectNode> unacknowledged) {
        for (int i = from; i < to; i++) {
            String text = "words number " + i;
            ObjectNode event = house.events.text(USER, text);
            Answer answer = house.hook(event);
            if (answer.status() == 200) {
                acknowledged.add(text);
            } else {
                assertThat(answer.is(503).headers().firstValue("Retry-After")).isPresent();
                unacknowledged.add(event);
            }
        }
    }

    private static void away(WalkHouse house, Visitor desk, Visitor chat, Ref client) {
        assertThat(house.visitor().get("/health/ready").status()).isEqualTo(503);
        assertThat(house.visitor().get("/health/live").status()).isEqualTo(200);
        String at = "/v1/desk/clients/" + client.client();
        List<Answer> answers = List.of(
                desk.get("/v1/desk/inbox"),
                desk.get(at + "/messages"),
                desk.post(at + "/messages", JsonObject.of("idempotencyKey", "reply-0001", "text", "hello")),
                chat.post("/v1/chat/messages", JsonObject.of("clientMessageId", "message-0000", "text", "hello")));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.type()).isEqualTo("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
    }

    /** As the platform does with what was not acknowledged; twice, because it may not have heard the first time. */
    private static void redeliver(WalkHouse house, List<ObjectNode> open, List<String> acknowledged) {
        for (ObjectNode event : open) {
            ObjectNode again = house.events.redelivery(event);
            house.hook(again).is(200);
            house.hook(again).is(200);
            acknowledged.add(event.path("message").path("text").asText());
        }
    }

    private static void reachesLine(WalkHouse house, Visitor desk, Ref client) {
        String at = "/v1/desk/clients/" + client.client() + "/messages";
        JsonObject reply = JsonObject.of("idempotencyKey", "reply-0002", "text", "we are back");
        WalkHouse.checked(desk.post(at, reply));
        WalkHouse.checked(desk.post(at, reply));
        Await.until(
                "the reply arrives",
                () -> house.line.delivered(USER).stream()
                        .anyMatch(sent -> sent.text().equals("we are back")));
        assertThat(house.line.delivered(USER))
                .filteredOn(sent -> sent.text().equals("we are back"))
                .hasSize(1);
    }
}
