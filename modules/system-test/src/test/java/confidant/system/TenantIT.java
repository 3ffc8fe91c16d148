package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import confidant.core.Guest;
import confidant.model.Purpose;
import confidant.node.SharedNode;
import confidant.system.Visitor.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks by id for another concierge's client hears what is heard about nobody, from every operation there is. */
final class TenantIT {
    private static final String CLIENT = "{clientId}";

    /** A fitting body for each operation that takes one; a new operation of the contract needs an entry here. */
    private static final Map<String, JsonObject> BODIES = Map.of(
            "reply", JsonObject.of("idempotencyKey", "reply-0001", "text", "hello"),
            "setFocus", JsonObject.of("inFront", true, "device", "device-1"),
            "addTag", JsonObject.of("kind", "likes", "value", "tea", "purpose", "personalisation"),
            "requestConsent", JsonObject.of("purpose", "greeting"),
            "noteYes", JsonObject.of("purpose", "greeting"),
            "noteNo", JsonObject.of("purpose", "greeting"),
            "offerHandover", JsonObject.of("reason", "leave"),
            "keepFile", JsonObject.of("purpose", "trip", "keep", true),
            "beginLook",
                    JsonObject.of("idempotencyKey", "look-key-0001", "dataClass", "birthday")
                            .put("purpose", "greeting")
                            .put("why", "danger")
                            .put("words", "somebody is ill"));

    /** What else an operation cannot do without. */
    private static final Map<String, String> QUERIES =
            Map.of("sendFile", "?idempotencyKey=reply-0009", "listKeptFiles", "?purpose=trip");

    @TempDir
    static Path data;

    private static WalkHouse house;
    private static Visitor mei;
    private static Visitor sophie;
    private static Guest client;
    private static String tag;

    @BeforeAll
    static void start() {
        house = WalkHouse.on(SharedNode.get(), data);
        mei = house.desk("mei");
        sophie = house.desk("sophie");
        Visitor chat = house.chat("mei", Purpose.PERSONALISATION);
        chat.post("/v1/chat/messages", JsonObject.of("clientMessageId", "message-0001", "text", "for mei alone"))
                .is(200);
        client = house.guest(chat);
        tag = mei.post("/v1/desk/clients/" + client.client() + "/tags", BODIES.get("addTag"))
                .is(201)
                .json()
                .getString("id");
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    private record Operation(String id, String method, String path, boolean body, boolean file, boolean stepUp) {
        Answer ask(Visitor desk, String of) {
            String address = "/v1"
                    + path.replace(CLIENT, of)
                            .replace("{tagId}", tag)
                            .replace("{lookId}", new UUID(7, 7).toString())
                            .replace("{attachmentId}", new UUID(7, 7).toString())
                            .replace("{proposalId}", new UUID(7, 7).toString())
                    + QUERIES.getOrDefault(id, "");
            if (file) {
                return desk.send(method, address, new byte[] {1}, Map.of("Content-Type", "application/octet-stream"));
            }
            if (body) {
                assertThat(BODIES).as("a body for every operation").containsKey(id);
                return desk.post(address, BODIES.get(id));
            }
            return switch (method) {
                case "GET" -> desk.get(address);
                case "DELETE" -> desk.delete(address);
                default -> desk.post(address);
            };
        }
    }

    private static List<Operation> operations() throws IOException {
        JsonNode paths = new YAMLMapper()
                .readTree(house.visitor().get("/openapi.yaml").is(200).text())
                .path("paths");
        List<Operation> found = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    if (path.getKey().contains(CLIENT) && operation.has("operationId")) {
                        found.add(new Operation(
                                operation.path("operationId").asText(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.has("requestBody"),
                                operation.path("x-file").asBoolean(),
                                operation.path("x-step-up").asBoolean()));
                    }
                }));
        return found;
    }

    @TestFactory
    Stream<DynamicTest> operation_answersAboutNobody_whenTheClientIsAnothers() throws IOException {
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThanOrEqualTo(10);
        return operations.stream().map(one -> DynamicTest.dynamicTest(one.id(), () -> sameAboutAll(one)));
    }

    private static void sameAboutAll(Operation operation) {
        Answer others = operation.ask(sophie, client.client().toString());
        Answer nobodys = operation.ask(sophie, UUID.randomUUID().toString());
        Answer malformed = operation.ask(sophie, "no-such_id");

        // Without a passkey that was used just now, whose client it is does not come into it.
        assertThat(others.status()).as(others.text()).isEqualTo(operation.stepUp() ? 403 : 404);
        assertThat(others.type()).isEqualTo("application/problem+json");
        for (Answer other : List.of(nobodys, malformed)) {
            assertThat(other.status()).isEqualTo(others.status());
            assertThat(other.text()).isEqualTo(others.text());
            assertThat(other.headers().map().keySet())
                    .isEqualTo(others.headers().map().keySet());
        }
        assertThat(others.text())
                .doesNotContain(client.client().toString(), client.pool().toString(), tag);
    }

    @Test
    void ownConcierge_isAnswered_afterAllThatAsking() {
        assertThat(mei.get("/v1/desk/clients/" + client.client() + "/card")
                        .is(200)
                        .text())
                .contains(tag);
        assertThat(house.said(mei, new confidant.store.ConversationStore.Ref(client.pool(), client.client())))
                .noneSatisfy(line -> assertThat(line.getString("text")).isEqualTo("hello"));
        assertThat(sophie.get("/v1/desk/inbox").is(200).json().getJsonArray("rows"))
                .isEmpty();
    }

    @Test
    void idOfNoForm_isInvalid_whoeverTheClientIs() throws IOException {
        for (Operation operation : operations()) {
            assertThat(operation.ask(sophie, "no%20id").status())
                    .as(operation.id())
                    .isBetween(400, 404);
        }
    }
}
