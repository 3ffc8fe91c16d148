package confidant.system;

import confidant.fake.line.Hook;
import confidant.system.Visitor.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Requests that are wrong in many ways and carry marks wherever a request can carry something. */
final class BadInput {
    private final WalkHouse house;
    private final Visitor desk;
    private final Visitor chat;
    private final String client;
    final List<Answer> answers = new ArrayList<>();

    BadInput(WalkHouse house, Visitor desk, Visitor chat, String client) {
        this.house = house;
        this.desk = desk;
        this.chat = chat;
        this.client = client;
    }

    void send() {
        for (String mark : Marks.personal().values()) {
            addresses(url(mark));
            bodies(mark);
            headers(mark);
            hooks(mark);
        }
    }

    private static String url(String mark) {
        return URLEncoder.encode(mark, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void addresses(String mark) {
        Visitor officer = house.visitor();
        for (String path : List.of(
                "/" + mark,
                "/v1/" + mark,
                "/assets/" + mark,
                "/problems/" + mark,
                "/chat/" + mark,
                "/v1/desk/clients/" + mark + "/card",
                "/v1/desk/shares/" + mark,
                "/v1/desk/clients/" + client + "/messages?purpose=" + mark,
                "/v1/desk/clients/" + client + "/messages?after=" + mark,
                "/v1/desk/inbox?cursor=" + mark,
                "/v1/desk/inbox?limit=" + mark,
                "/v1/desk/greetings?day=" + mark,
                "/v1/notice?lang=en&concierge=" + mark,
                "/v1/notice?concierge=mei&lang=" + mark)) {
            answers.add(desk.get(path));
            answers.add(officer.get(path));
        }
        answers.add(chat.get("/v1/chat/messages?after=" + mark));
    }

    private void bodies(String mark) {
        String at = "/v1/desk/clients/" + client;
        answers.add(desk.post(at + "/tags", tag("birthday", mark, "greeting")));
        answers.add(desk.post(at + "/tags", tag("region", mark, "personalisation")));
        answers.add(desk.post(at + "/tags", tag("purchases", mark, "personalisation")));
        answers.add(desk.post(at + "/tags", tag("religion", mark, "personalisation")));
        answers.add(desk.post(at + "/tags", tag(mark, "tea", "personalisation")));
        answers.add(desk.post(at + "/tags", tag("likes", "tea", mark)));
        answers.add(desk.post(at + "/messages", JsonObject.of("idempotencyKey", mark + " ", "text", mark)));
        answers.add(desk.post(at + "/messages", JsonObject.of("idempotencyKey", "reply-0001", mark, mark)));
        answers.add(desk.post(at + "/consent-requests", JsonObject.of("purpose", mark)));
        answers.add(desk.post(at + "/focus", JsonObject.of("inFront", mark, "device", mark)));
        answers.add(desk.post("/v1/desk/segments/count", segment(mark)));
        answers.add(
                desk.post("/v1/desk/shares", segment(mark).put("pieceId", mark).put("idempotencyKey", "share-0009")));
        answers.add(chat.post("/v1/chat/messages", JsonObject.of("clientMessageId", mark + " ", "text", mark)));
        answers.add(chat.post("/v1/chat/consents", JsonObject.of("purpose", mark, "given", true)));
        answers.add(house.visitor().post("/v1/sessions", JsonObject.of("code", "0123456789abcdef" + mark)));
        answers.add(house.visitor().post("/v1/privacy/sessions", JsonObject.of("token", "0123456789abcdef" + mark)));
        for (String body : List.of("{\"text\": \"" + mark, "\"" + mark + "\"", "[\"" + mark + "\"]", mark)) {
            answers.add(chat.send("POST", "/v1/chat/messages", bytes(body), json()));
        }
        answers.add(chat.send("POST", "/v1/chat/messages", bytes(mark), Map.of("Content-Type", "text/plain")));
        answers.add(chat.send("POST", "/v1/chat/messages", bytes(mark.repeat(4_000)), json()));
    }

    private static JsonObject tag(String kind, String value, String purpose) {
        return JsonObject.of("kind", kind, "value", value, "purpose", purpose);
    }

    private static JsonObject segment(String mark) {
        JsonObject condition = JsonObject.of("kind", "tag", "tag", "likes", "value", mark, "colour", mark);
        return JsonObject.of("purpose", "sharing", "conditions", JsonArray.of(condition));
    }

    private void headers(String mark) {
        String plain = url(mark);
        String packed = Base64.getEncoder().encodeToString(bytes(mark));
        for (String path : List.of("/v1/desk/inbox", "/v1/session", "/nothing", "/v1/notice?lang=en&concierge=none")) {
            answers.add(house.visitor()
                    .send(
                            "GET",
                            path,
                            new byte[0],
                            Map.of(
                                    "Cookie", "cf_session=" + plain + "; " + plain + "=1",
                                    "Accept-Language", plain,
                                    "User-Agent", plain,
                                    "Referer", "https://example.org/" + plain,
                                    "Authorization", "Bearer " + packed,
                                    "X-Forwarded-For", plain,
                                    "X-Confidant-Csrf", plain,
                                    "X-Request-Id", plain)));
        }
    }

    private void hooks(String mark) {
        byte[] genuine = bytes("{\"destination\":\"x\",\"events\":[{\"type\":\"" + mark + "\"}]," + mark);
        answers.add(house.hook(new Hook(genuine, url(mark))));
        answers.add(house.hook(house.events.signed(genuine)));
        answers.add(house.hook(house.events.signed(bytes(mark))));
        answers.add(house.visitor().send("POST", "/hooks/line/" + url(mark), genuine, json()));
        answers.add(house.visitor().send("POST", "/hooks/" + url(mark) + "/main", genuine, json()));
    }

    private static Map<String, String> json() {
        return Map.of("Content-Type", "application/json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
