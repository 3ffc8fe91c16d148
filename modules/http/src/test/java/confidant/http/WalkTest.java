package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walk of a message and of a consent through the doors of the house; every answer is held against the contract. */
class WalkTest {
    private static ServedHouse house;

    @BeforeAll
    static void start() {
        house = new ServedHouse();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static Browser chat(String handle, Map<String, Boolean> consents) {
        return enter(house.browser(), handle, consents);
    }

    private static Browser enter(Browser browser, String handle, Map<String, Boolean> consents) {
        JsonObject notice =
                browser.get("/v1/notice?lang=en&concierge=" + handle).is(200).body();
        List<JsonObject> choices = consents.entrySet().stream()
                .map(c -> new JsonObject().put("purpose", c.getKey()).put("given", c.getValue()))
                .toList();
        JsonObject start = new JsonObject()
                .put("concierge", handle)
                .put("lang", "en")
                .put("zone", noon())
                .put("noticeId", notice.getString("id"))
                .put("noticeVersion", notice.getInteger("version"))
                .put("consents", choices);
        browser.post("/v1/chat/sessions", start.encode()).is(201);
        return browser;
    }

    /** A zone in which it is about noon, so that no quiet hours hold anything back. */
    private static String noon() {
        int behind = house.clock.instant().atZone(ZoneOffset.UTC).getHour() - 12;
        return behind == 0 ? "Etc/UTC" : "Etc/GMT" + (behind > 0 ? "+" + behind : behind);
    }

    private static Answered say(Browser chat, String id, String text) {
        return chat.post("/v1/chat/messages", Map.of("clientMessageId", id, "text", text));
    }

    /** The only client of the desk who wrote this. */
    private static String clientOf(Browser desk, String text) {
        for (Object row : desk.get("/v1/desk/inbox").is(200).body().getJsonArray("rows")) {
            String client = ((JsonObject) row).getString("clientId");
            String messages =
                    desk.get("/v1/desk/clients/" + client + "/messages").is(200).text();
            if (messages.contains(text)) {
                return "/v1/desk/clients/" + client;
            }
        }
        throw new AssertionError("nobody in the inbox wrote it");
    }

    @Test
    void concierges_areListed_forAnybody() {
        JsonObject listed = house.browser().get("/v1/concierges").is(200).body();

        assertThat(listed.getString("house")).isEqualTo("Lindenhof");
        assertThat(listed.getJsonArray("concierges").encode()).contains("\"ivy\"", "\"jun\"", "zh-Hant");
    }

    @Test
    void chat_isStoredOnce_whenAMessageIsRepeated() {
        Browser chat = chat("ivy", Map.of());

        JsonObject first = say(chat, "message-0001", "is there a ferry").is(200).body();
        JsonObject again = say(chat, "message-0001", "is there a ferry").is(200).body();

        assertThat(again.getInteger("seq")).isEqualTo(first.getInteger("seq"));
        assertThat(again.getBoolean("duplicate")).isTrue();
        String all = chat.get("/v1/chat/messages?after=0").is(200).text();
        assertThat(all.split("is there a ferry", -1)).hasSize(2);
        assertThat(all).contains("\"clientMessageId\":\"message-0001\"");
    }

    @Test
    void signal_ofTheBrowser_isANoToMarketing_toldOnce_andABoxThatIsTickedStands() {
        Browser chat = house.browser().with("Sec-GPC", "1");
        enter(chat, "ivy", Map.of("sharing", true, "greeting", false, "trip", true));
        String state = chat.get("/v1/chat").is(200).text();
        chat.get("/v1/chat").is(200);

        assertThat(status(state, "greeting")).isEqualTo("refused");
        assertThat(status(state, "sharing")).as("the user ticked it").isEqualTo("given");
        assertThat(status(state, "trip")).isEqualTo("given");
        String all = chat.get("/v1/chat/messages?after=0").is(200).text();
        assertThat(all.split("Global Privacy Control", -1)).hasSize(2);
    }

    @Test
    void signal_thatComesLater_endsWhatWasGiven_andALaterYesStands() {
        Browser chat = chat("ivy", Map.of("sharing", true));
        chat.with("Sec-GPC", "1");

        assertThat(status(chat.get("/v1/chat").is(200).text(), "sharing")).isEqualTo("withdrawn");
        chat.post("/v1/chat/consents", Map.of("purpose", "sharing", "given", true))
                .is(200);
        assertThat(status(chat.get("/v1/chat").is(200).text(), "sharing")).isEqualTo("given");
    }

    private static String status(String state, String purpose) {
        return new JsonObject(state)
                .getJsonArray("consents").stream()
                        .map(JsonObject.class::cast)
                        .filter(one -> one.getString("purpose").equals(purpose))
                        .findFirst()
                        .orElseThrow()
                        .getString("status");
    }

    @Test
    void chat_isResumed_whenTheCookieIsOfTheSameConcierge() {
        Browser chat = chat("ivy", Map.of());
        say(chat, "message-0001", "do you remember me").is(200);

        JsonObject notice = chat.get("/v1/notice?lang=en&concierge=ivy").body();
        JsonObject start = new JsonObject()
                .put("concierge", "ivy")
                .put("lang", "en")
                .put("zone", "UTC")
                .put("noticeId", notice.getString("id"))
                .put("noticeVersion", notice.getInteger("version"))
                .put("consents", List.of());
        JsonObject resumed =
                chat.post("/v1/chat/sessions", start.encode()).is(201).body();

        assertThat(resumed.getLong("lastSeq")).isPositive();
        assertThat(chat.get("/v1/chat").is(200).body().getLong("lastSeq")).isPositive();
        start.put("noticeVersion", 99);
        house.browser().post("/v1/chat/sessions", start.encode()).is(409).isProblem("conflict");
    }

    @Test
    void reply_reachesTheChat_andBothSeeIt() {
        Browser chat = chat("ivy", Map.of());
        say(chat, "message-0001", "a window table please").is(200);
        Browser desk = house.desk(ServedHouse.IVY);
        String client = clientOf(desk, "a window table please");

        Map<String, String> reply = Map.of("idempotencyKey", "reply-0001", "text", "it is yours");
        JsonObject accepted = desk.post(client + "/messages", reply).is(202).body();
        JsonObject again = desk.post(client + "/messages", reply).is(202).body();

        assertThat(again.getLong("seq")).isEqualTo(accepted.getLong("seq"));
        assertThat(chat.get("/v1/chat/messages").text()).contains("it is yours");
        assertThat(desk.get(client + "/messages?after=0&limit=1").body().getJsonArray("messages"))
                .hasSize(1);
        desk.get(client + "/brief").is(200);
        desk.get(client + "/card").is(200);
        desk.post(client + "/focus", Map.of("inFront", true, "device", "phone")).is(204);
    }

    @Test
    void tag_isRefusedWithARemedy_untilTheClientAgrees() {
        Browser chat = chat("ivy", Map.of("personalisation", false));
        say(chat, "message-0001", "I love oolong").is(200);
        Browser desk = house.desk(ServedHouse.IVY);
        String client = clientOf(desk, "I love oolong");
        Map<String, String> tag = Map.of("kind", "likes", "value", "tea", "purpose", "personalisation");

        JsonObject refused =
                desk.post(client + "/tags", tag).is(403).isProblem("refused").body();
        assertThat(refused.getString("rule")).isNotEmpty();
        assertThat(refused.getString("ruleTitle")).isNotEmpty();
        assertThat(refused.getJsonObject("remedyAction"))
                .isEqualTo(new JsonObject().put("kind", "ask-consent").put("purpose", "personalisation"));

        desk.post(client + "/consent-requests", Map.of("purpose", "personalisation"))
                .is(202);
        desk.post(client + "/consent-requests", Map.of("purpose", "personalisation"))
                .is(409)
                .isProblem("conflict");
        assertThat(chat.get("/v1/chat/messages").text()).contains("\"request\":{\"purpose\":\"personalisation\"");
        chat.post("/v1/chat/consents", Map.of("purpose", "personalisation", "given", true))
                .is(200);

        JsonObject noted = desk.post(client + "/tags", tag).is(201).body();
        assertThat(noted.getString("kind")).isEqualTo("likes");
        desk.delete(client + "/tags/" + noted.getString("id")).is(204);
        desk.delete(client + "/tags/" + noted.getString("id")).is(404).isProblem("not-found");
    }

    @Test
    void piece_isShared_withThoseWhoAgreedOnly() {
        Browser agreed = chat("jun", Map.of("sharing", true));
        Browser refused = chat("jun", Map.of("sharing", false));
        say(agreed, "message-0001", "tell me of teas").is(200);
        say(refused, "message-0001", "do not").is(200);
        Browser desk = house.desk(ServedHouse.JUN);
        JsonObject piece = new JsonObject()
                .put("title", "Spring teas")
                .put("language", "en")
                .put("type", "link")
                .put("body", "Five to try")
                .put("expires", "2099-01-01T00:00:00Z");
        desk.post("/v1/desk/pieces", piece.encode()).is(400).isProblem("invalid");
        JsonObject made = desk.post(
                        "/v1/desk/pieces",
                        piece.put("url", "https://tea.example/spring").encode())
                .is(201)
                .body();
        assertThat(desk.get("/v1/desk/pieces").is(200).text()).contains(made.getString("id"));
        JsonObject share = new JsonObject()
                .put("pieceId", made.getString("id"))
                .put("purpose", "sharing")
                .put("conditions", List.of());

        Browser.Heard heard = agreed.live("/v1/chat/live", "https://house.example");
        JsonObject preview =
                desk.post("/v1/desk/shares/preview", share.encode()).is(200).body();
        share.put("idempotencyKey", "share-0001");
        String id = desk.post("/v1/desk/shares", share.encode()).is(202).body().getString("shareId");

        assertThat(desk.post("/v1/desk/shares", share.encode()).is(202).body().getString("shareId"))
                .isEqualTo(id);
        assertThat(preview.getJsonArray("dropped")).isNotEmpty();
        desk.get("/v1/desk/shares/" + id).is(200);
        desk.get("/v1/desk/shares/9b2a4ab0-1111-4111-8111-111111111111").is(404).isProblem("not-found");
        house.desk(ServedHouse.IVY).get("/v1/desk/shares/" + id).is(404).isProblem("not-found");
        while (!agreed.get("/v1/chat/messages").text().contains("Spring teas")) {
            assertThat(heard.next()).contains("\"type\":\"message\"");
        }
        assertThat(agreed.get("/v1/chat/messages").text()).contains("\"link\":\"https://tea.example/spring\"");
        assertThat(refused.get("/v1/chat/messages").text()).doesNotContain("tea.example");
    }

    @Test
    void greetings_areListed_byDay() {
        Browser desk = house.desk(ServedHouse.IVY);

        assertThat(desk.get("/v1/desk/greetings?day=2026-11-22").is(200).body().getJsonArray("greetings"))
                .isEmpty();
        desk.get("/v1/desk/greetings?day=2026-02-30").is(400).isProblem("invalid");
    }

    @Test
    void privacyLink_opensTheLetter_andASwitchWithdraws() {
        Browser chat = chat("ivy", Map.of("greeting", true));
        String url = chat.post("/v1/chat/privacy-link").is(200).body().getString("url");
        String token = url.substring(url.indexOf("#t=") + 3);
        Browser page = house.browser();
        page.get("/v1/privacy").is(401).isProblem("signed-out");

        page.post("/v1/privacy/sessions", Map.of("token", token)).is(201);
        JsonObject letter = page.get("/v1/privacy").is(200).body();
        assertThat(letter.encode()).contains("\"purpose\":\"greeting\"");
        JsonObject receipt = page.post("/v1/privacy/consents", Map.of("purpose", "greeting", "given", false))
                .is(200)
                .body();

        assertThat(receipt.getString("status")).isEqualTo("withdrawn");
        assertThat(page.get("/v1/privacy/receipts/" + receipt.getString("id"))
                        .is(200)
                        .body())
                .isEqualTo(receipt);
        page.post("/v1/privacy/consents", Map.of("purpose", "service", "given", false))
                .is(400)
                .isProblem("invalid");
        page.get("/v1/chat").is(401).isProblem("signed-out");
        page.post("/v1/privacy/tags/9b2a4ab0-1111-4111-8111-111111111111/remove")
                .is(404)
                .isProblem("not-found");
    }

    @Test
    void officer_seesEntriesWithoutContent_andTakesTheBundle() {
        Browser chat = chat("ivy", Map.of());
        say(chat, "message-0001", "words that no officer reads").is(200);
        ServedHouse.await(house.rooms.auditing().sequence());
        Browser officer = house.officer();

        Answered entries = officer.get("/v1/audit/entries?reason=audit").is(200);
        assertThat(entries.body().getJsonArray("entries")).isNotEmpty();
        assertThat(entries.text()).doesNotContain("words that no officer reads");
        JsonObject clients =
                officer.get("/v1/audit/clients?reason=complaint").is(200).body();
        String pseudonym = clients.getJsonArray("clients").getJsonObject(0).getString("pseudonym");
        officer.get("/v1/audit/clients/" + pseudonym + "/consents?reason=audit").is(200);
        officer.get("/v1/audit/clients/nobody/consents?reason=audit").is(404).isProblem("not-found");
        assertThat(officer.get("/v1/audit/checkpoint?reason=audit")
                        .is(200)
                        .body()
                        .getString("rootHash"))
                .isNotEmpty();
        house.stepUp(officer);
        Answered bundle = officer.get("/v1/audit/bundle?reason=audit").is(200);
        assertThat(bundle.header("Content-Type")).isEqualTo("application/zip");
        assertThat(bundle.response().body()).startsWith('P', 'K');
        officer.get("/v1/audit/entries?reason=curiosity").is(400).isProblem("invalid");
        officer.get("/v1/desk/inbox").is(401).isProblem("signed-out");
    }

    @Test
    void complaint_isReadByTheOfficer_notByTheConcierge_untilItIsSeenTo() {
        Browser chat = chat("ivy", Map.of());
        say(chat, "message-0001", "a harmless hello").is(200);
        say(chat, "message-0002", "complaint: they wrote to my brother").is(200);
        Browser desk = house.desk(ServedHouse.IVY);
        String client = clientOf(desk, "a harmless hello");
        Browser officer = house.officer();

        assertThat(desk.get(client + "/messages").is(200).text()).doesNotContain("my brother");
        assertThat(desk.get(client + "/brief").is(200).text()).doesNotContain("my brother");
        desk.get("/v1/audit/complaints?reason=complaint").is(401);
        officer.get("/v1/audit/complaints?reason=curiosity").is(400).isProblem("invalid");
        JsonObject open =
                officer.get("/v1/audit/complaints?reason=complaint").is(200).body();
        assertThat(open.getInteger("total")).isEqualTo(1);
        JsonObject complaint = open.getJsonArray("complaints").getJsonObject(0);
        assertThat(complaint.getString("text")).isEqualTo("they wrote to my brother");

        officer.post("/v1/audit/complaints/" + complaint.getString("id") + "/close")
                .is(403)
                .isProblem("step-up");
        house.stepUp(officer);
        officer.post("/v1/audit/complaints/" + complaint.getString("id") + "/close")
                .is(204);
        officer.post("/v1/audit/complaints/" + complaint.getString("id") + "/close")
                .is(404)
                .isProblem("not-found");
        assertThat(officer.get("/v1/audit/complaints?reason=complaint")
                        .is(200)
                        .body()
                        .getInteger("total"))
                .isZero();
    }

    @Test
    void notice_canBeReadAgainByItsHash_onceAChatWasBegunUnderIt() {
        String hash = house.browser()
                .get("/v1/notice?lang=en&concierge=ivy")
                .is(200)
                .body()
                .getString("sha256");

        chat("ivy", Map.of("personalisation", true));

        assertThat(ServedHouse.await(house.rooms.privacy().noticeText(hash))).contains("Advice that fits you");
    }

    @Test
    void hook_isDurable_whenItIsAnswered() {
        String batch = "U-one:e1:from the app\nU-two:e2:from another\nU-one:e3:and again";
        Map<String, String> signed = Map.of("X-Signature", FakeDoor.sign(batch));
        for (int i = 0; i < 2; i++) {
            house.browser()
                    .send("POST", "/hooks/line/main", BodyPublishers.ofString(batch), signed)
                    .is(200);
        }

        Browser desk = house.desk(ServedHouse.IVY);
        String one = clientOf(desk, "from the app");
        String messages = desk.get(one + "/messages").text();
        assertThat(messages.split("from the app", -1)).hasSize(2);
        assertThat(messages.indexOf("from the app")).isLessThan(messages.indexOf("and again"));
        assertThat(clientOf(desk, "from another")).isNotEqualTo(one);
    }

    @Test
    void everything_answers503_whileTheStoreIsAway() {
        Browser chat = chat("ivy", Map.of());
        Browser desk = house.desk(ServedHouse.IVY);
        String batch = "U-three:e9:while away";
        Map<String, String> signed = Map.of("X-Signature", FakeDoor.sign(batch));
        house.stores.available(false);
        try {
            assertThat(say(chat, "message-0002", "anybody there")
                            .is(503)
                            .isProblem("away")
                            .header("Retry-After"))
                    .isNotEmpty();
            desk.get("/v1/desk/inbox").is(503).isProblem("away");
            house.browser()
                    .send("POST", "/hooks/line/main", BodyPublishers.ofString(batch), signed)
                    .is(503)
                    .isProblem("away");
            house.browser().get("/health/ready").is(503).isProblem("away");
            house.browser().get("/health/live").is(200);
        } finally {
            house.stores.available(true);
        }
        say(chat, "message-0002", "anybody there").is(200);
        house.browser().get("/health/ready").is(200);
    }

    @Test
    void signOut_endsTheSession_andACodeWorksOnce() {
        Browser desk = house.desk(ServedHouse.JUN);
        assertThat(desk.get("/v1/session").is(200).body().getString("handle")).isEqualTo("jun");

        desk.delete("/v1/session").is(204);

        desk.get("/v1/session").is(401).isProblem("signed-out");
        house.browser()
                .post("/v1/sessions", Map.of("code", "0123456789abcdef0123"))
                .is(401)
                .isProblem("signed-out");
    }
}
