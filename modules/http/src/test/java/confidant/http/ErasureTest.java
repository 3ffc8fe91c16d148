package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client erases everything over the page; the chat is over, the certificate stays, the officer sees the dates. */
class ErasureTest {
    private final ServedHouse house = new ServedHouse();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void client_erasesEverything_andIsAStrangerAfterwards() {
        Browser chat = house.browser();
        start(chat);
        say(chat, "message-0001", "words to be forgotten");
        Browser other = house.browser();
        start(other);
        say(other, "message-0001", "words of another");
        String url = chat.post("/v1/chat/privacy-link").is(200).body().getString("url");
        String token = url.substring(url.indexOf("#t=") + 3);
        Browser page = house.browser();
        page.post("/v1/privacy/sessions", Map.of("token", token)).is(201);
        page.get("/v1/privacy/erasure").is(204);
        page.get("/v1/privacy").is(200);

        JsonObject certificate = page.post("/v1/privacy/erasure").is(200).body();

        assertThat(certificate.getString("stage")).isIn("stopped", "sealed");
        assertThat(certificate.getString("stoppedAt")).isNotEmpty();
        assertThat(certificate.getString("promised")).isGreaterThan(certificate.getString("askedAt"));
        assertThat(certificate.getBoolean("provable")).isFalse();
        page.get("/v1/privacy").is(404).isProblem("not-found");
        for (String path : List.of("/v1/chat", "/v1/chat/messages")) {
            chat.get(path).is(401).isProblem("signed-out");
        }
        chat.post("/v1/chat/messages", Map.of("clientMessageId", "message-0002", "text", "still there?"))
                .is(401)
                .isProblem("signed-out");
        chat.post("/v1/chat/consents", Map.of("purpose", "greeting", "given", true))
                .is(401);
        assertThat(page.post("/v1/privacy/erasure").is(200).body().getString("askedAt"))
                .isEqualTo(certificate.getString("askedAt"));
        house.browser().post("/v1/privacy/sessions", Map.of("token", token)).is(201);

        assertThat(start(chat).getLong("lastSeq")).as("a stranger").isZero();
        Browser desk = house.desk(ServedHouse.IVY);
        JsonArray rows = desk.get("/v1/desk/inbox").is(200).body().getJsonArray("rows");
        assertThat(rows).hasSize(1);
        String left = rows.getJsonObject(0).getString("clientId");
        assertThat(desk.get("/v1/desk/clients/" + left + "/messages").is(200).text())
                .contains("words of another");
    }

    @Test
    void officer_seesTheDates_andNobodysName() {
        Browser chat = house.browser();
        start(chat);
        String url = chat.post("/v1/chat/privacy-link").is(200).body().getString("url");
        Browser page = house.browser();
        page.post("/v1/privacy/sessions", Map.of("token", url.substring(url.indexOf("#t=") + 3)))
                .is(201);
        page.get("/v1/privacy").is(200);
        page.post("/v1/privacy/erasure").is(200);
        ServedHouse.await(house.rooms.erasures().finish());
        Browser officer = house.officer();

        JsonObject all = officer.get("/v1/audit/erasures?reason=audit").is(200).body();
        JsonObject erasure = all.getJsonArray("erasures").getJsonObject(0).getJsonObject("erasure");

        assertThat(all.getInteger("total")).isEqualTo(1);
        assertThat(erasure.getString("stage")).isEqualTo("final");
        assertThat(erasure.getString("endedAt")).isNotEmpty();
        assertThat(page.get("/v1/privacy/erasure").is(200).body()).isEqualTo(erasure);
        officer.get("/v1/audit/erasures?reason=curiosity").is(400).isProblem("invalid");
        house.desk(ServedHouse.IVY).get("/v1/audit/erasures?reason=audit").is(401);
        assertThat(officer.get("/v1/audit/erasures?reason=audit&limit=1")
                        .is(200)
                        .body()
                        .getJsonArray("erasures"))
                .hasSize(1);
    }

    private static JsonObject start(Browser browser) {
        JsonObject notice =
                browser.get("/v1/notice?lang=en&concierge=ivy").is(200).body();
        JsonObject start = new JsonObject()
                .put("concierge", "ivy")
                .put("lang", "en")
                .put("zone", "Etc/UTC")
                .put("noticeId", notice.getString("id"))
                .put("noticeVersion", notice.getInteger("version"))
                .put("consents", List.of());
        return browser.post("/v1/chat/sessions", start.encode()).is(201).body();
    }

    private static void say(Browser chat, String id, String text) {
        chat.post("/v1/chat/messages", Map.of("clientMessageId", id, "text", text))
                .is(200);
    }
}
