package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.core.Answer.Done;
import confidant.core.gate.Pass;
import confidant.fake.line.LineEvents;
import confidant.fake.line.Trouble;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Delivery;
import confidant.model.Purpose;
import confidant.model.Slot;
import confidant.node.SharedNode;
import confidant.policy.Act;
import confidant.store.ConversationStore.OutboxRow;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.TagStore.Card;
import confidant.system.Visitor.Answer;
import confidant.testkit.Await;
import confidant.vault.DataKey;
import confidant.vault.VaultRefused;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the tags of one purpose after the client took the yes back at the privacy page, and of another's. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WithdrawalIT {
    private static final String USER = LineEvents.userId(4711);
    private static final String GONE = "midnight calligraphy";
    private static final DataClass LIKES = new DataClass("likes");
    private static final String KEPT = "harbour jazz";

    @TempDir
    static Path data;

    private static WalkHouse house;
    private static Visitor desk;
    private static Visitor page;
    private static Ref client;
    private static Card sealed;
    private static int grant;

    @BeforeAll
    static void walk() {
        house = WalkHouse.on(SharedNode.get(), data);
        desk = house.desk("mei");
        page = house.privacy(USER);
        client = house.lineClient(USER);
        consent(Purpose.SHARING, true);
        consent(Purpose.PERSONALISATION, true);
        tag("likes", GONE, Purpose.SHARING);
        tag("likes", KEPT, Purpose.PERSONALISATION);
        sealed = card(Purpose.SHARING);
        grant = sealed.tags().keyNo();
        assertThat(desk.get(at("card")).is(200).text()).contains(GONE, KEPT);
        queueShare();
        consent(Purpose.SHARING, false);
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    private static String at(String rest) {
        return "/v1/desk/clients/" + client.client() + "/" + rest;
    }

    private static void consent(Purpose purpose, boolean given) {
        WalkHouse.checked(page.post("/v1/privacy/consents", JsonObject.of("purpose", purpose.id(), "given", given)));
    }

    private static void tag(String kind, String value, Purpose purpose) {
        WalkHouse.checked(desk.post(at("tags"), JsonObject.of("kind", kind, "value", value, "purpose", purpose.id())));
    }

    private static Card card(Purpose purpose) {
        return Await.result(house.running.stores().tags().card(client.pool(), client.client(), purpose))
                .orElseThrow();
    }

    /** A share that cannot leave yet, because the platform is in trouble. */
    private static void queueShare() {
        house.line.failNext(200, Trouble.SERVER_ERROR);
        JsonObject piece = JsonObject.of("title", "Ink night", "language", "en", "type", "text")
                .put("body", "an evening with ink")
                .put("expires", Instant.now().plus(Duration.ofDays(3)).toString());
        String id = desk.post("/v1/desk/pieces", piece).is(201).json().getString("id");
        JsonObject share = JsonObject.of("pieceId", id, "purpose", "sharing", "idempotencyKey", "share-0001")
                .put("conditions", JsonArray.of(likes(GONE)));
        WalkHouse.checked(desk.post("/v1/desk/shares", share));
        Await.until("the share is queued", () -> !pending().isEmpty());
    }

    private static JsonObject likes(String value) {
        return JsonObject.of("kind", "tag", "tag", "likes", "value", value);
    }

    private static List<OutboxRow> pending() {
        return Await.result(house.running.stores().conversations().pending(client)).stream()
                .filter(row -> row.purpose().equals(Purpose.SHARING))
                .toList();
    }

    private static int fitting(Purpose purpose, String value) {
        return desk.post(
                        "/v1/desk/segments/count",
                        JsonObject.of("purpose", purpose.id(), "conditions", JsonArray.of(likes(value))))
                .is(200)
                .json()
                .getInteger("after");
    }

    private static Pass forged(Purpose purpose, int step) {
        Fellow fresh = new Fellow(house.running.house(), List.of());
        return fresh.gate
                .decide(
                        house.desk().actor(),
                        Act.READ,
                        LIKES,
                        purpose,
                        client,
                        ConsentStatus.GIVEN,
                        step,
                        house.running.house().now())
                .match(pass -> pass, refused -> Assertions.fail("refused by " + refused.rule()));
    }

    private static Optional<byte[]> opened(Pass pass, Card card) {
        // A process of its own, so that no key in memory helps.
        Fellow fresh = new Fellow(house.running.house(), List.of());
        return Await.result(
                fresh.gate.open(pass, "tags", "card", client.client().toString(), card.version(), card.tags()));
    }

    @Test
    @Order(1)
    void wrappedKey_isGone_ofThatPurposeOnly() {
        try (Rows rows = new Rows(SharedNode.get())) {
            List<Row> keys = keys(rows);
            assertThat(keys)
                    .filteredOn(row -> "sharing".equals(row.getString("purpose")))
                    .isNotEmpty()
                    .allSatisfy(row -> {
                        assertThat(row.getByteBuffer("wrapped")).isNull();
                        assertThat(row.getBoolean("destroyed")).isTrue();
                    });
            assertThat(keys)
                    .filteredOn(row -> "personalisation".equals(row.getString("purpose")))
                    .hasSize(1)
                    .allSatisfy(row ->
                            assertThat(row.getByteBuffer("wrapped").remaining()).isPositive());
        }
    }

    private static List<Row> keys(Rows rows) {
        String house = WithdrawalIT.house.running.house().id().value();
        Row head = rows.of(
                        "SELECT version, ring FROM confidant_keys.pool_key WHERE house = ? AND pool = ?",
                        house,
                        client.pool().value())
                .get(0);
        assertThat(head.getUuid("ring"))
                .as("no ring is sealed yet, so all keys are in the journal")
                .isNull();
        int bucket =
                head.getInt("version") * 16 + (int) (client.client().value().getLeastSignificantBits() & 15);
        return rows.of(
                "SELECT purpose, key_no, wrapped, destroyed FROM confidant_keys.data_key"
                        + " WHERE house = ? AND pool = ? AND bucket = ? AND client = ?",
                house,
                client.pool().value(),
                bucket,
                client.client().value());
    }

    @Test
    @Order(2)
    void everyDoor_isShut_ofThatPurposeOnly() {
        assertThat(desk.get(at("card")).is(200).text()).contains(KEPT).doesNotContain(GONE);
        assertThat(desk.get(at("brief")).is(200).text()).contains(KEPT).doesNotContain(GONE);
        assertThat(fitting(Purpose.SHARING, GONE)).isZero();
        assertThat(fitting(Purpose.PERSONALISATION, KEPT)).isOne();
        Answer letter = page.get("/v1/privacy").is(200);
        assertThat(letter.text()).contains(KEPT).doesNotContain(GONE);
        assertThat(letter.json().getJsonArray("purposes").stream().map(JsonObject.class::cast))
                .filteredOn(part -> "sharing".equals(part.getString("purpose")))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.getString("status")).isEqualTo("withdrawn");
                    assertThat(part.getJsonArray("tags")).isEmpty();
                });
        Answer again = desk.post(at("tags"), JsonObject.of("kind", "likes", "value", GONE, "purpose", "sharing"));
        assertThat(again.is(403).json().getString("rule")).isNotEmpty();
    }

    @Test
    @Order(3)
    void keptBytes_stayShut_whoeverTries() {
        Fellow fresh = new Fellow(house.running.house(), List.of());
        assertThat(Await.result(fresh.gate.ask(house.desk().actor(), Act.READ, LIKES, Purpose.SHARING, client)))
                .isNotInstanceOf(Done.class);

        // Even with a permit made out as if the yes still stood.
        assertThat(opened(forged(Purpose.SHARING, grant), sealed)).isEmpty();
        assertThat(Await.result(fresh.keys.forOpening(forged(Purpose.SHARING, grant), grant)))
                .isEmpty();
        assertThat(Await.result(fresh.keys.forSealing(forged(Purpose.SHARING, grant))))
                .isEmpty();

        // The same steps do open what is still agreed to, so the ones above failed for the key alone.
        Card kept = card(Purpose.PERSONALISATION);
        assertThat(opened(forged(Purpose.PERSONALISATION, kept.tags().keyNo()), kept))
                .hasValueSatisfying(plain ->
                        assertThat(new String(plain, StandardCharsets.UTF_8)).contains(KEPT));
    }

    @Test
    @Order(4)
    void keptBytes_stayShut_underTheKeyOfAnotherPurpose() {
        Pass pass = forged(
                Purpose.PERSONALISATION, card(Purpose.PERSONALISATION).tags().keyNo());
        DataKey other = Await.result(new Fellow(house.running.house(), List.of()).keys.forOpening(pass, pass.grant()))
                .orElseThrow();
        for (Purpose purpose : List.of(Purpose.SHARING, Purpose.PERSONALISATION)) {
            Slot slot = new Slot(
                    house.running.house().id(),
                    client.pool(),
                    client.client(),
                    purpose,
                    "tags",
                    "card",
                    client.client().toString(),
                    sealed.version());
            Assertions.assertThatExceptionOfType(VaultRefused.class)
                    .isThrownBy(() -> house.running
                            .house()
                            .vault()
                            .open(
                                    pass.opening(),
                                    other,
                                    slot,
                                    sealed.tags(),
                                    house.running.house().now()))
                    .withMessageNotContaining(GONE);
        }
    }

    @Test
    @Order(5)
    void queuedSend_isCancelled_andNeverLeaves() {
        assertThat(pending()).isEmpty();
        List<StoredMessage> shares = Await.result(
                        house.running.stores().conversations().after(client, 0, 100))
                .stream()
                .filter(message -> message.purpose().equals(Purpose.SHARING))
                .toList();
        assertThat(shares)
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.state()).isEqualTo(Delivery.CANCELLED));
        assertThat(house.line.delivered(USER))
                .noneSatisfy(sent -> assertThat(sent.text()).contains("Ink night"));
    }

    @Test
    @Order(6)
    void newYes_bringsNothingBack() {
        consent(Purpose.SHARING, true);

        assertThat(desk.get(at("card")).is(200).text()).contains(KEPT).doesNotContain(GONE);
        assertThat(page.get("/v1/privacy").is(200).text()).doesNotContain(GONE);
        assertThat(fitting(Purpose.SHARING, GONE)).isZero();
        Fellow fresh = new Fellow(house.running.house(), List.of());
        Pass renewed = Await.result(fresh.gate.ask(house.desk().actor(), Act.READ, LIKES, Purpose.SHARING, client))
                .match(pass -> pass, refused -> Assertions.fail("refused by " + refused.rule()));
        assertThat(renewed.grant()).isGreaterThan(grant);
        assertThat(opened(renewed, sealed)).isEmpty();

        tag("likes", "paper lanterns", Purpose.SHARING);
        assertThat(desk.get(at("card")).is(200).text())
                .contains("paper lanterns", KEPT)
                .doesNotContain(GONE);
        try (Rows rows = new Rows(SharedNode.get())) {
            assertThat(keys(rows))
                    .filteredOn(row -> "sharing".equals(row.getString("purpose")) && row.getInt("key_no") <= grant)
                    .allSatisfy(row -> assertThat(row.getByteBuffer("wrapped")).isNull());
        }
    }
}
