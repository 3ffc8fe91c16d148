package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dry run over HTTP: what, why and when, without content; and only for officers. */
class RetentionTest {
    private final ServedHouse house = new ServedHouse();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void officer_seesWhatWillEnd_andNotWhatItSays() {
        Browser chat = house.browser();
        JsonObject notice = chat.get("/v1/notice?lang=en&concierge=ivy").is(200).body();
        JsonObject start = new JsonObject()
                .put("concierge", "ivy")
                .put("lang", "en")
                .put("zone", "Etc/UTC")
                .put("noticeId", notice.getString("id"))
                .put("noticeVersion", notice.getInteger("version"))
                .put("consents", List.of());
        chat.post("/v1/chat/sessions", start.encode()).is(201);
        chat.post("/v1/chat/messages", Map.of("clientMessageId", "message-0001", "text", "hello"))
                .is(200);
        Browser desk = house.desk(ServedHouse.IVY);
        String client = desk.get("/v1/desk/inbox")
                .is(200)
                .body()
                .getJsonArray("rows")
                .getJsonObject(0)
                .getString("clientId");
        desk.post(
                        "/v1/desk/clients/" + client + "/tags",
                        Map.of("kind", "dietary", "value", "oysters", "purpose", "service"))
                .is(201);
        Browser officer = house.officer();

        assertThat(officer.get("/v1/audit/retention?reason=audit")
                        .is(200)
                        .body()
                        .getJsonArray("rows"))
                .isEmpty();
        Answered answer =
                officer.get("/v1/audit/retention?reason=audit&days=731").is(200);

        JsonObject row = answer.body().getJsonArray("rows").getJsonObject(0);
        assertThat(row.getString("dataClass")).isEqualTo("dietary");
        assertThat(row.getString("cause")).isEqualTo("class");
        assertThat(row.getLong("keptDays")).isEqualTo(730);
        assertThat(row.getString("rule")).isEqualTo("scheduler-ends-tags");
        assertThat(row.getString("state")).isEqualTo("due");
        assertThat(answer.text()).doesNotContain("oysters", client);
        Answered talks = officer.get("/v1/audit/retention/messages?reason=audit&days=731")
                .is(200);
        JsonObject talk = talks.body().getJsonArray("rows").getJsonObject(0);
        assertThat(talk.getString("rule")).isEqualTo("scheduler-ends-messages");
        assertThat(talk.getString("state")).isEqualTo("due");
        assertThat(talk.getInteger("count")).isPositive();
        assertThat(talks.body().getInteger("looked")).isEqualTo(1);
        assertThat(talks.body().getString("next")).isNull();
        assertThat(talks.text()).doesNotContain("hello", client);
        assertThat(officer.get("/v1/audit/retention/messages?reason=audit")
                        .is(200)
                        .body()
                        .getJsonArray("rows"))
                .isEmpty();
        officer.get("/v1/audit/retention/messages?reason=audit&cursor=x").is(400);
        desk.get("/v1/audit/retention/messages?reason=audit").is(401);
        officer.get("/v1/audit/retention?reason=curiosity").is(400);
        officer.get("/v1/audit/retention?reason=audit&cursor=x").is(400);
        desk.get("/v1/audit/retention?reason=audit").is(401);
    }
}
