package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.greeting.Greetings.Run;
import confidant.fake.line.Delivered;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.system.Visitor.Answer;
import confidant.testkit.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One day of a house in which everything happens once. */
final class Day {
    private final WalkHouse house;
    final Visitor desk;
    final Visitor chat;
    final Visitor officer;
    final Guest guest;
    final LocalDate birthday;
    private final ZoneId zone;
    private Visitor page;

    Day(WalkHouse house) {
        this.house = house;
        this.desk = house.desk("mei");
        this.officer = house.officer();
        this.chat = house.chat("mei", Purpose.GREETING, Purpose.PERSONALISATION, Purpose.SHARING, Purpose.TRIP);
        this.guest = house.guest(chat);
        this.zone = WalkHouse.noon();
        this.birthday = LocalDate.now(zone).plusDays(2);
    }

    /** What is looked for: the marks and the client's birthday. */
    Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>(Marks.personal());
        marks.put("birthday", born());
        return marks;
    }

    private String born() {
        return birthday.withYear(1988).toString();
    }

    private String at(String rest) {
        return "/v1/desk/clients/" + guest.client() + "/" + rest;
    }

    void morning() {
        say("m-morning-1", "I am " + Marks.NAME + ", " + Marks.NAME_ZH + ", call me at " + Marks.PHONE);
        say("m-morning-2", Marks.WORDS + " " + Marks.WORDS_ZH + " " + Marks.URL);
        say("m-morning-3", "my birthday is 14 September and I love " + Marks.LIKES);
        WalkHouse.checked(house.hook(
                house.events.follow(Marks.USER, false),
                house.events.text(Marks.USER, Marks.NAME_ZH + " " + Marks.WORDS + " " + Marks.STREET),
                house.events.sticker(Marks.USER),
                house.events.image(Marks.USER),
                house.events.groupText(Marks.SECOND_USER, Marks.WORDS),
                house.events.other(Marks.LIKES.replace(' ', '-'), Marks.SECOND_USER)));
        WalkHouse.checked(house.hook(house.events.text(Marks.SECOND_USER, Marks.MAIL)));
        SentFiles files = new SentFiles(house, Marks.USER, Marks.NAME + ".txt");
        files.send(Marks.STREET, Marks.WORDS_ZH + " " + Marks.WORDS);
        files.arrive(house.lineClient(Marks.USER), Marks.WORDS_ZH + " " + Marks.WORDS);
        page = house.privacy(Marks.USER);
        for (String purpose : List.of("greeting", "personalisation", "sharing")) {
            WalkHouse.checked(page.post("/v1/privacy/consents", JsonObject.of("purpose", purpose, "given", true)));
        }
        for (Ref client : List.of(house.lineClient(Marks.USER), guest.ref())) {
            JsonObject reply = JsonObject.of("idempotencyKey", "reply-morning", "text", Marks.REPLY);
            WalkHouse.checked(desk.post("/v1/desk/clients/" + client.client() + "/messages", reply));
        }
        Await.until("the reply arrives", () -> heard(Marks.USER).contains(Marks.REPLY));
    }

    private void say(String id, String text) {
        WalkHouse.checked(chat.post("/v1/chat/messages", JsonObject.of("clientMessageId", id, "text", text)));
    }

    private List<String> heard(String user) {
        return house.line.delivered(user).stream().map(Delivered::text).toList();
    }

    void noon() {
        Await.until("the assistant proposes", () -> !proposals().isEmpty());
        String proposal = proposals().getJsonObject(0).getString("id");
        WalkHouse.checked(desk.post(at("proposals/" + proposal + "/accept")));
        tag("likes", Marks.LIKES, "personalisation");
        tag("likes", Marks.LIKES, "sharing");
        tag("birthday", born(), "greeting");
        tag("preferred-name", Marks.NAME, "service");
        tag("travel-plan", Marks.PLAN, "trip");
        WalkHouse.checked(desk.post(at("focus"), JsonObject.of("inFront", true, "device", "device-1")));
        assertThat(desk.get(at("card")).is(200).text()).contains(Marks.LIKES);
        assertThat(desk.get(at("brief")).is(200).text()).isNotEmpty();
        share();
        greet();
    }

    private void tag(String kind, String value, String purpose) {
        WalkHouse.checked(desk.post(at("tags"), JsonObject.of("kind", kind, "value", value, "purpose", purpose)));
    }

    private JsonArray proposals() {
        return desk.get(at("card")).is(200).json().getJsonArray("proposals");
    }

    private void share() {
        JsonObject piece = JsonObject.of("title", Marks.OPEN, "language", "en", "type", "text")
                .put("body", "with shadows")
                .put("expires", Instant.now().plus(Duration.ofDays(3)).toString());
        String id = desk.post("/v1/desk/pieces", piece).is(201).json().getString("id");
        JsonObject likes = JsonObject.of("kind", "tag", "tag", "likes", "value", Marks.LIKES);
        JsonObject segment = JsonObject.of("purpose", "sharing", "conditions", JsonArray.of(likes));
        assertThat(desk.post("/v1/desk/segments/count", segment).is(200).json().getInteger("after"))
                .isOne();
        WalkHouse.checked(desk.post("/v1/desk/segments/page", segment));
        segment.put("pieceId", id);
        WalkHouse.checked(desk.post("/v1/desk/shares/preview", segment));
        WalkHouse.checked(desk.post("/v1/desk/shares", segment.put("idempotencyKey", "share-noon")));
        Await.until(
                "the share arrives",
                () -> chat.get("/v1/chat/messages?after=0").is(200).text().contains(Marks.OPEN));
    }

    /** The house two days later, as its clock will be then. */
    private void greet() {
        House now = house.running.house();
        Instant due = birthday.atTime(LocalTime.of(10, 0)).atZone(zone).toInstant();
        Fellow later = new Fellow(
                new House(
                        now.id(),
                        "later",
                        now.stores(),
                        now.policy(),
                        now.vault(),
                        Clock.fixed(due, zone),
                        now.worker()),
                List.of());
        // The reminder is written beside the answer to the concierge, so it may come a moment later.
        Await.until("the greeting is sent", () -> {
            Run run = Await.result(later.rooms().greetings().run());
            return run.sent() == 1;
        });
    }

    void afternoon() {
        WalkHouse.checked(
                chat.post("/v1/chat/messages", JsonObject.of("clientMessageId", "m-word-01", "text", "privacy")));
        WalkHouse.checked(page.get("/v1/privacy"));
        WalkHouse.checked(page.post("/v1/privacy/consents", JsonObject.of("purpose", "greeting", "given", false)));
        WalkHouse.checked(desk.post(
                "/v1/desk/clients/" + house.lineClient(Marks.USER).client() + "/consent-requests",
                JsonObject.of("purpose", "trip")));
        ObjectNode stop = house.events.text(Marks.USER, "STOP");
        WalkHouse.checked(house.hook(stop));
        WalkHouse.checked(house.hook(house.events.redelivery(stop)));
        WalkHouse.checked(house.hook(house.events.unfollow(Marks.USER)));
        WalkHouse.checked(chat.post("/v1/chat/consents", JsonObject.of("purpose", "personalisation", "given", false)));
    }

    /** What the officer is answered; nothing in it may say who or what. */
    List<Answer> evening() {
        Await.result(house.running.rooms().auditing().sequence());
        List<Answer> answers = new ArrayList<>();
        Answer clients = officer.get("/v1/audit/clients?reason=audit").is(200);
        answers.add(clients);
        clients.json().getJsonArray("clients").stream()
                .map(JsonObject.class::cast)
                .forEach(client -> {
                    String pseudonym = client.getString("pseudonym");
                    answers.add(officer.get("/v1/audit/clients/" + pseudonym + "/consents?reason=complaint")
                            .is(200));
                    answers.add(officer.get("/v1/audit/entries?reason=audit&limit=200&pseudonym=" + pseudonym)
                            .is(200));
                });
        answers.add(officer.get("/v1/audit/entries?reason=audit&limit=200").is(200));
        answers.add(officer.get("/v1/audit/checkpoint?reason=audit").is(200));
        return answers;
    }
}
