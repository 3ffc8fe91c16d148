package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody else's client, a client who never was, and no id at all are answered alike. */
class TenantTest {
    private static ServedHouse house;
    private static Browser ivy;
    private static Browser jun;
    private static String client;

    @BeforeAll
    static void start() {
        house = new ServedHouse();
        ivy = house.desk(ServedHouse.IVY);
        jun = house.desk(ServedHouse.JUN);
        Browser chat = house.browser();
        JsonObject notice = chat.get("/v1/notice?lang=en&concierge=ivy").body();
        JsonObject start = new JsonObject()
                .put("concierge", "ivy")
                .put("lang", "en")
                .put("zone", "UTC")
                .put("noticeId", notice.getString("id"))
                .put("noticeVersion", notice.getInteger("version"))
                .put("consents", new io.vertx.core.json.JsonArray());
        chat.post("/v1/chat/sessions", start.encode()).is(201);
        chat.post("/v1/chat/messages", Map.of("clientMessageId", "message-0001", "text", "for ivy only"))
                .is(200);
        client = ivy.get("/v1/desk/inbox")
                .body()
                .getJsonArray("rows")
                .getJsonObject(0)
                .getString("clientId");
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | messages |",
                "GET | messages?after=0 |",
                "POST | messages | {\"idempotencyKey\": \"reply-0001\", \"text\": \"hello\"}",
                "GET | card |",
                "GET | brief |",
                "POST | tags | {\"kind\": \"likes\", \"value\": \"tea\", \"purpose\": \"personalisation\"}",
                "DELETE | tags/9b2a4ab0-1111-4111-8111-111111111111 |",
                "POST | focus | {\"inFront\": true, \"device\": \"device-1\"}",
                "POST | consent-requests | {\"purpose\": \"greeting\"}",
                "POST | said-yes | {\"purpose\": \"greeting\"}",
                "POST | said-no | {\"purpose\": \"greeting\"}",
                "POST | proposals/9b2a4ab0-1111-4111-8111-111111111111/accept |",
                "POST | proposals/9b2a4ab0-1111-4111-8111-111111111111/drop |",
            })
    void client_isNotFound_whenItBelongsToAnotherConcierge(String method, String rest, String body) {
        Answered others = ask(client, method, rest, body);
        Answered nobodys = ask(UUID.randomUUID().toString(), method, rest, body);
        Answered nothing = ask("no-such-id", method, rest, body);

        others.is(404).isProblem("not-found");
        assertThat(others.text()).isEqualTo(nobodys.text()).isEqualTo(nothing.text());
        assertThat(others.response().headers().map().keySet())
                .isEqualTo(nobodys.response().headers().map().keySet());
    }

    private static Answered ask(String id, String method, String rest, String body) {
        String path = "/v1/desk/clients/" + id + "/" + rest;
        return switch (method) {
            case "GET" -> jun.get(path);
            case "DELETE" -> jun.delete(path);
            default -> body == null ? jun.post(path) : jun.post(path, body);
        };
    }

    @Test
    void inbox_isEmpty_forAnotherConcierge() {
        assertThat(jun.get("/v1/desk/inbox").is(200).body().getJsonArray("rows"))
                .isEmpty();
        assertThat(ivy.get("/v1/desk/inbox").is(200).body().getJsonArray("rows"))
                .hasSize(1);
    }

    @Test
    void change_isRefused_withoutTheTokenOrFromAnotherSite() {
        Browser desk = house.desk(ServedHouse.JUN);
        desk.forgetToken();
        desk.delete("/v1/session").is(403).isProblem("token");
        Map<String, String> crossSite = Map.of("Sec-Fetch-Site", "cross-site", "Content-Type", "application/json");
        house.browser()
                .send(
                        "POST",
                        "/v1/sessions",
                        java.net.http.HttpRequest.BodyPublishers.ofString("{\"code\":\"0123456789abcdef\"}"),
                        crossSite)
                .is(403)
                .isProblem("token");
        desk.get("/v1/session").is(200);
    }
}
