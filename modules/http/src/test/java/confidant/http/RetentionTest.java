package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.testkit.Await;
import confidant.testkit.FixedClock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dry run over HTTP: what, why and when, without content; and only for officers. */
class RetentionTest {
    private final FixedClock clock = FixedClock.noon();
    private final ServedHouse house = new ServedHouse(Settings.Limits.USUAL, clock);

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void officer_seesWhatWillEnd_andNotWhatItSays() {
        String client = client();
        Browser desk = house.desk(ServedHouse.IVY);
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

    @Test
    void silentClient_isForeseenAtConsoleAndDesk_andLetGoWithACertificate() {
        String client = client();
        Duration kept = Duration.ofDays(730);
        assertThat(house.desk(ServedHouse.IVY)
                        .get("/v1/desk/clients/" + client + "/card")
                        .is(200)
                        .body()
                        .getJsonObject("letGo"))
                .isNull();
        clock.advance(kept.minus(Duration.ofDays(10)));
        Browser officer = house.officer();
        Browser desk = house.desk(ServedHouse.IVY);

        Answered answer =
                officer.get("/v1/audit/retention/clients?reason=audit&days=30").is(200);
        JsonObject row = answer.body().getJsonArray("rows").getJsonObject(0);
        assertThat(row.getJsonArray("classes").getJsonObject(0).getString("id")).isEqualTo("name");
        assertThat(row.getString("rule")).isEqualTo("scheduler-ends-clients");
        assertThat(row.getString("ruleTitle")).startsWith("The scheduler lets a client go");
        assertThat(row.getLong("keptDays")).isEqualTo(730);
        assertThat(row.getString("sign")).isEqualTo("joined");
        assertThat(row.getString("due")).isEqualTo(row.getString("over"));
        assertThat(row.getJsonArray("keptBy")).isEmpty();
        assertThat(answer.body().getInteger("looked")).isEqualTo(1);
        assertThat(answer.text()).doesNotContain("hello", client);
        assertThat(officer.get("/v1/audit/retention/clients?reason=audit&days=5")
                        .is(200)
                        .body()
                        .getJsonArray("rows"))
                .isEmpty();
        officer.get("/v1/audit/retention/clients?reason=audit&cursor=x").is(400);
        officer.get("/v1/audit/retention/clients?reason=curiosity").is(400);
        desk.get("/v1/audit/retention/clients?reason=audit").is(401);
        assertThat(desk.get("/v1/desk/clients/" + client + "/card")
                        .is(200)
                        .body()
                        .getJsonObject("letGo"))
                .isEqualTo(new JsonObject()
                        .put("silentSince", row.getString("since"))
                        .put("at", row.getString("due")));

        clock.advance(Duration.ofDays(10));
        Await.result(house.rooms.silentClients().run());
        house.desk(ServedHouse.IVY).get("/v1/desk/clients/" + client + "/card").is(404);
        JsonObject erasure = house.officer()
                .get("/v1/audit/erasures?reason=audit")
                .is(200)
                .body()
                .getJsonArray("erasures")
                .getJsonObject(0);
        assertThat(erasure.getString("pseudonym")).isEqualTo(row.getString("pseudonym"));
        assertThat(erasure.getString("cause")).isEqualTo("retention");
    }

    /** Somebody who said hello to Ivy and agreed to nothing. */
    private String client() {
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
        return desk.get("/v1/desk/inbox")
                .is(200)
                .body()
                .getJsonArray("rows")
                .getJsonObject(0)
                .getString("clientId");
    }
}
