package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client asks by law on their page; the officer answers in the console, and the concierge sees nothing. */
class RequestTest {
    private static final String WORDS = "what do you keep of my orchids";

    private final ServedHouse house = new ServedHouse();
    private final Spec spec = new Spec(house.conformity.contract().text());
    private Estate estate;
    private Browser officer;

    @BeforeEach
    void start() {
        estate = new Estate(house, spec, ServedHouse.IVY, 0);
        officer = house.officer();
        Authenticator key = new Authenticator();
        key.register(officer, "key").is(201);
        key.prove(officer).is(200);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void client_isAnswered_andTheConciergeSeesNothing() {
        ask("request-0001").is(201);
        ask("request-0001").is(201);
        JsonObject row = only(WORDS);
        assertThat(row.getString("law")).isEqualTo("taiwan");
        assertThat(row.getString("article")).isEqualTo("PDPA 13(1)");
        assertThat(row.getBoolean("named")).isFalse();
        assertThat(row.getString("due")).isGreaterThan(row.getString("received"));

        JsonObject named =
                step(row, Map.of("move", "law", "detail", "eu")).is(200).body();
        assertThat(named.getBoolean("named")).isTrue();
        step(row, Map.of("move", "extended", "detail", "many")).is(409).isProblem("conflict");
        step(named, Map.of("move", "answered", "detail", "done")).is(400).isProblem("invalid");
        step(named, Map.of("move", "received", "detail", "page")).is(400);
        JsonObject done = step(named, Map.of("move", "answered", "detail", "partly", "words", "see your archive"))
                .is(200)
                .body();

        assertThat(done.getBoolean("open")).isFalse();
        assertThat(rows()).noneMatch(one -> text(one).equals(WORDS));
        step(done, Map.of("move", "law", "detail", "eu")).is(404);
        JsonObject own = own().getJsonObject(0);
        assertThat(own.getJsonArray("steps").size()).isEqualTo(3);
        assertThat(own.getJsonArray("steps").getJsonObject(2).getString("words"))
                .isEqualTo("see your archive");
        String client = estate.ids("clientId").iterator().next();
        String seen = estate.desk
                        .get("/v1/desk/clients/" + client + "/messages?limit=200")
                        .is(200)
                        .text()
                + estate.desk
                        .get("/v1/desk/clients/" + client + "/card")
                        .is(200)
                        .text();
        assertThat(seen).doesNotContain("orchids", "see your archive").contains("something new on your privacy page");
        estate.desk.get("/v1/audit/requests?reason=request").is(401);
        officer.get("/v1/audit/requests?reason=curiosity").is(400).isProblem("invalid");
    }

    @Test
    void officerAsksBack_andTheClientReplies() {
        ask("request-0002").is(201);
        JsonObject waits = step(only(WORDS), Map.of("move", "asked", "detail", "meaning", "words", "the white ones?"))
                .is(200)
                .body();
        assertThat(waits.containsKey("due")).isFalse();
        JsonObject seen = own().getJsonObject(0);
        assertThat(seen.getBoolean("waiting")).isTrue();
        String path = "/v1/privacy/requests/" + seen.getString("id") + "/reply";

        JsonObject goes = estate.privacy
                .post(path, Map.of("words", "all of them"))
                .is(200)
                .body();

        assertThat(goes.getBoolean("waiting")).isFalse();
        assertThat(only(WORDS).getJsonArray("steps").getJsonObject(2).getString("words"))
                .isEqualTo("all of them");
        estate.privacy.post(path, Map.of("words", "again")).is(409).isProblem("conflict");
    }

    @Test
    void letter_isWrittenDown_andSeenByItsClient() {
        String pseudonym = estate.ids("pseudonym").iterator().next();
        Map<String, Object> letter = Map.of(
                "idempotencyKey",
                "letter-0001",
                "pseudonym",
                pseudonym,
                "right",
                "erasure",
                "text",
                "by post",
                "way",
                "letter",
                "at",
                "2026-01-02T00:00:00Z");
        JsonObject kept = officer.post("/v1/audit/requests", letter).is(201).body();

        assertThat(kept.getBoolean("late")).isTrue();
        assertThat(text(own().getJsonObject(1))).isEqualTo("by post");
        assertThat(rows().get(0).getString("id")).as("due first").isEqualTo(kept.getString("id"));
        JsonObject nobody = new JsonObject(new HashMap<>(letter)).put("pseudonym", "nobody0000");
        officer.post("/v1/audit/requests", nobody.encode()).is(404);
        officer.post(
                        "/v1/audit/requests",
                        new JsonObject(new HashMap<>(letter)).put("way", "page").encode())
                .is(400);
    }

    private Answered ask(String key) {
        return estate.privacy.post(
                "/v1/privacy/requests", Map.of("idempotencyKey", key, "right", "access", "text", WORDS));
    }

    private Answered step(JsonObject row, Map<String, Object> step) {
        return officer.post(
                "/v1/audit/requests/" + row.getString("id") + "/steps",
                new JsonObject(new HashMap<>(step))
                        .put("version", row.getLong("version"))
                        .encode());
    }

    private JsonArray own() {
        return estate.privacy.get("/v1/privacy/requests").is(200).body().getJsonArray("requests");
    }

    private List<JsonObject> rows() {
        return officer.get("/v1/audit/requests?reason=request").is(200).body().getJsonArray("requests").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private JsonObject only(String words) {
        List<JsonObject> found =
                rows().stream().filter(one -> text(one).equals(words)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String text(JsonObject one) {
        return one.getString("text");
    }
}
