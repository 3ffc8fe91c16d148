package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hand-over over HTTP: offered at the desk, chosen on the page, and the chat goes on with the next concierge. */
class HandoverTest {
    private final ServedHouse house = new ServedHouse();
    private final Browser chat = house.browser();
    private final Browser page = house.browser();
    private final Browser ivy = house.desk(ServedHouse.IVY);
    private final Browser jun = house.desk(ServedHouse.JUN);

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void chat_goesOnWithTheNext_withWhatWasTicked() {
        String client = begin();
        String of = "/v1/desk/clients/" + client;
        ivy.post(of + "/tags", Map.of("kind", "likes", "value", "tea", "purpose", "personalisation"))
                .is(201);
        page.get("/v1/privacy/handover").is(204);
        assertThat(ivy.get(of + "/handover").is(200).body().getString("state")).isEqualTo("none");
        assertThat(offer(client).getString("state")).isEqualTo("open");

        JsonObject offered = page.get("/v1/privacy/handover").is(200).body();
        assertThat(offered.getJsonArray("others").getJsonObject(0).getString("handle"))
                .isEqualTo("jun");
        assertThat(offered.getJsonArray("purposes")).hasSize(1);
        assertThat(offered.containsKey("choice")).isFalse();
        JsonObject chosen = choose("go", false).is(200).body();
        assertThat(chosen.getJsonObject("choice").getString("concierge")).isEqualTo("jun");
        assertThat(ivy.get(of + "/handover").is(200).text()).doesNotContain("jun");
        choose("go", true);

        // The same cookies: the chat and the page are those of the next concierge by now.
        JsonObject state = chat.get("/v1/chat").is(200).body();
        assertThat(state.getJsonObject("concierge").getString("handle")).isEqualTo("jun");
        assertThat(state.getString("before")).isEqualTo("ivy");
        assertThat(chat.get("/v1/chat/messages?after=0").is(200).body().getString("concierge"))
                .isEqualTo("jun");
        page.get("/v1/privacy/handover").is(204);
        assertThat(page.get("/v1/privacy").is(200).text()).contains("tea");
        assertThat(ivy.get(of + "/handover").is(200).body().getString("to")).contains("Ms jun");
        String next = jun.get("/v1/desk/inbox")
                .is(200)
                .body()
                .getJsonArray("rows")
                .getJsonObject(0)
                .getString("clientId");
        assertThat(next).isNotEqualTo(client);
        assertThat(jun.get("/v1/desk/clients/" + next + "/handover")
                        .is(200)
                        .body()
                        .getString("from"))
                .contains("Ms ivy");
        assertThat(jun.get("/v1/desk/clients/" + next + "/card").is(200).text()).contains("tea");
        say("good morning");
        assertThat(jun.get("/v1/desk/clients/" + next + "/messages").is(200).text())
                .contains("good morning");
    }

    @Test
    void offer_isNobodyElses_andAChoiceNeedsOne() {
        String client = begin();
        String of = "/v1/desk/clients/" + client + "/handover";
        jun.post(of, Map.of("reason", "leave")).is(404).isProblem("not-found");
        jun.get(of).is(404).isProblem("not-found");
        choose("stay", false).is(409).isProblem("conflict");
        offer(client);
        page.post("/v1/privacy/handover", Map.of("choice", "go")).is(400);
        page.post("/v1/privacy/handover", Map.of("choice", "go", "concierge", "ivy"))
                .is(404);
        page.post("/v1/privacy/handover", Map.of("choice", "go", "concierge", "jun", "purposes", List.of("greeting")))
                .is(400);
        assertThat(choose("stay", false).is(200).body().getJsonObject("choice").getBoolean("stay"))
                .isTrue();
        assertThat(ivy.get(of).is(200).body().getString("state")).isEqualTo("open");
        assertThat(Unpacked.of(page.get("/v1/privacy/archive?lang=en").is(200)).everything())
                .contains("A new concierge", "you chose to stay", "own:Handover");
    }

    private JsonObject offer(String client) {
        return ivy.post("/v1/desk/clients/" + client + "/handover", Map.of("reason", "leaving"))
                .is(202)
                .body();
    }

    private Answered choose(String choice, boolean now) {
        return page.post(
                "/v1/privacy/handover",
                choice.equals("stay")
                        ? Map.of("choice", "stay")
                        : Map.of(
                                "choice",
                                "go",
                                "concierge",
                                "jun",
                                "purposes",
                                List.of("personalisation"),
                                "words",
                                false,
                                "now",
                                now));
    }

    /** A client of Ivy's who has agreed to one purpose and opened their page. */
    private String begin() {
        JsonObject notice = chat.get("/v1/notice?lang=en&concierge=ivy").is(200).body();
        JsonObject start = JsonObject.of(
                "concierge",
                "ivy",
                "lang",
                "en",
                "zone",
                "UTC",
                "noticeId",
                notice.getString("id"),
                "noticeVersion",
                notice.getInteger("version"),
                "consents",
                JsonArray.of(JsonObject.of("purpose", "personalisation", "given", true)));
        chat.post("/v1/chat/sessions", start.encode()).is(201);
        say("hello");
        String url = chat.post("/v1/chat/privacy-link").is(200).body().getString("url");
        page.post("/v1/privacy/sessions", Map.of("token", url.substring(url.indexOf("#t=") + 3)))
                .is(201);
        return ivy.get("/v1/desk/inbox")
                .is(200)
                .body()
                .getJsonArray("rows")
                .getJsonObject(0)
                .getString("clientId");
    }

    private void say(String text) {
        chat.post("/v1/chat/messages", Map.of("clientMessageId", "message-" + text.hashCode(), "text", text))
                .is(200);
    }
}
