package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Answer;
import confidant.core.Desk;
import confidant.core.glass.Looks;
import confidant.http.Spec.Operation;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.GlassStore.Look;
import confidant.store.HouseStore.Concierge;
import confidant.testkit.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One client of a pool with everything that a client, their concierge and the officer can have ids of, and those ids, gathered
 * from whatever the house answers to each of them.
 */
final class Estate {
    private final Spec spec;
    private final Concierge concierge;
    /** A word in everything that is written here, and nowhere else. */
    final String mark = "mark" + UUID.randomUUID().toString().substring(0, 8);
    /** A word that is said to the officer only. */
    final String grief = "grief" + UUID.randomUUID().toString().substring(0, 8);

    final Browser desk;
    final Browser officer;
    final Browser manager;
    final Browser chat;
    final Browser privacy;
    private final Map<String, Set<String>> ids = new TreeMap<>();
    private int count;

    /** @param purposes what the client agrees to, beside `personalisation` */
    Estate(ServedHouse house, Spec spec, Concierge concierge, int says, String... purposes) {
        this.spec = spec;
        this.concierge = concierge;
        this.desk = house.desk(concierge);
        this.officer = house.officer();
        this.manager = house.manager();
        this.chat = house.browser();
        Set<String> before = clients();
        start(purposes);
        say("spot:" + mark);
        Set<String> now = clients();
        now.removeAll(before);
        assertThat(now).as("one new client in the inbox").hasSize(1);
        String client = now.iterator().next();
        keep("clientId", client);
        keep("memberId", concierge.id().toString());
        furnish(client, says);
        look(house, ClientId.parse(client));
        this.privacy = house.browser();
        String link = chat.post("/v1/chat/privacy-link").is(200).body().getString("url");
        privacy.post("/v1/privacy/sessions", Map.of("token", link.substring(link.indexOf("#t=") + 3)))
                .is(201);
        ask();
        ServedHouse.await(house.rooms.auditing().sequence());
        gather();
    }

    private void start(String... purposes) {
        JsonObject notice = chat.get("/v1/notice?lang=en&concierge=" + concierge.handle())
                .is(200)
                .body();
        JsonArray consents = new JsonArray();
        Stream.concat(Stream.of("personalisation"), Stream.of(purposes))
                .forEach(purpose -> consents.add(JsonObject.of("purpose", purpose, "given", true)));
        JsonObject start = JsonObject.of(
                "concierge",
                concierge.handle(),
                "lang",
                "en",
                "zone",
                "UTC",
                "noticeId",
                notice.getString("id"),
                "noticeVersion",
                notice.getInteger("version"),
                "consents",
                consents);
        chat.post("/v1/chat/sessions", start.encode()).is(201);
    }

    private void furnish(String client, int says) {
        String of = "/v1/desk/clients/" + client;
        Await.until(
                "a proposal",
                () -> !desk.get(of + "/card")
                        .is(200)
                        .body()
                        .getJsonArray("proposals")
                        .isEmpty());
        post(desk, of + "/tags", JsonObject.of("kind", "likes", "value", mark, "purpose", "personalisation"));
        post(desk, of + "/messages", JsonObject.of("idempotencyKey", key(), "text", "certainly, " + mark));
        for (int i = 0; i < says; i++) {
            say("and " + mark);
        }
        attach(client);
        complain();
        // No row that is taken over: an import is an id of its own.
        post(desk, "/v1/desk/imports", JsonObject.of("file", "channel,account,address\nline,none,x"));
        JsonObject piece = JsonObject.of(
                "title", mark, "language", "en", "type", "text", "body", mark, "expires", "2030-01-01T00:00:00Z");
        post(desk, "/v1/desk/pieces", piece.copy());
        String id = post(desk, "/v1/desk/pieces", piece).getString("id");
        post(
                desk,
                "/v1/desk/shares",
                JsonObject.of(
                        "pieceId", id, "purpose", "sharing", "conditions", new JsonArray(), "idempotencyKey", key()));
    }

    /** A file from each side, with the mark in it, in its name and in the words beside it. */
    private void attach(String client) {
        file(chat, "/v1/chat/attachments?clientMessageId=" + key());
        file(desk, "/v1/desk/clients/" + client + "/attachments?idempotencyKey=" + key());
    }

    private void file(Browser who, String path) {
        Map<String, String> headers = Map.of(
                "X-Confidant-Csrf",
                who.csrf(),
                "Content-Type",
                "application/octet-stream",
                "X-File-Name",
                mark + ".txt",
                "X-File-Words",
                "see%20" + mark);
        Answered answered = who.send("POST", path, BodyPublishers.ofString("a file of " + mark), headers);
        assertThat(answered.status()).as(answered.text()).isBetween(200, 299);
    }

    private void say(String text) {
        post(chat, "/v1/chat/messages", JsonObject.of("clientMessageId", key(), "text", text));
    }

    private void complain() {
        say("complaint: " + grief);
        officer.get("/v1/audit/complaints?reason=audit&limit=200")
                .is(200)
                .body()
                .getJsonArray("complaints")
                .forEach(one -> {
                    JsonObject complaint = (JsonObject) one;
                    if (complaint.getString("text").contains(grief)) {
                        keep("complaintId", complaint.getString("id"));
                        keep("pseudonym", complaint.getString("pseudonym"));
                    }
                });
    }

    private void ask() {
        JsonObject own = post(
                privacy,
                "/v1/privacy/requests",
                JsonObject.of("idempotencyKey", key(), "right", "access", "text", "what of " + grief));
        keep("ownRequestId", own.getString("id"));
        officer.get("/v1/audit/requests?reason=request&limit=200")
                .is(200)
                .body()
                .getJsonArray("requests")
                .forEach(one -> {
                    JsonObject request = (JsonObject) one;
                    if (request.getString("text").contains(grief)) {
                        keep("requestId", request.getString("id"));
                    }
                });
    }

    /** Asked for at the room itself: the desk of an estate has no passkey. */
    private void look(ServedHouse house, ClientId client) {
        Desk own = new Desk(concierge.id(), concierge.pool());
        Personal<String> born = Personal.of("1990-03-14");
        ServedHouse.await(house.rooms.tagging().tag(own, client, "birthday", born, Purpose.PERSONALISATION));
        Looks.Wanted wanted = new Looks.Wanted(
                UUID.randomUUID(),
                new DataClass("birthday"),
                Purpose.PERSONALISATION,
                "booking",
                Personal.of("because of " + grief));
        if (!(ServedHouse.await(house.rooms.looks().begin(own, client, wanted)) instanceof Answer.Done)) {
            // A concierge has so many a day, and there are more estates than that.
            ServedHouse.await(house.stores.glass().put(kept(own, client, wanted)));
        }
        keep("lookId", wanted.id().toString());
        officer.get("/v1/audit/glass?reason=audit&limit=200")
                .is(200)
                .body()
                .getJsonArray("reviews")
                .forEach(one -> {
                    String id = ((JsonObject) one).getString("id");
                    if (id.endsWith("." + wanted.id())) {
                        keep("reviewId", id);
                    }
                });
    }

    private static Look kept(Desk own, ClientId client, Looks.Wanted wanted) {
        return new Look(
                wanted.id(),
                own.pool(),
                client,
                own.concierge(),
                wanted.what(),
                wanted.purpose(),
                1,
                wanted.reason(),
                Optional.empty(),
                Instant.now(),
                Instant.now().plusSeconds(900),
                0,
                Optional.empty(),
                "",
                Optional.empty());
    }

    private String key() {
        return mark + "-key" + ++count;
    }

    private JsonObject post(Browser who, String path, JsonObject body) {
        Answered answered = who.post(path, body.encode());
        assertThat(answered.status()).as(answered.text()).isBetween(200, 299);
        read("", body);
        read("", answered.body());
        return answered.body();
    }

    private Set<String> clients() {
        Set<String> found = new TreeSet<>();
        desk.get("/v1/desk/inbox?limit=200")
                .is(200)
                .body()
                .getJsonArray("rows")
                .forEach(row -> found.add(((JsonObject) row).getString("clientId")));
        return found;
    }

    /** Reads everything there is to read, twice: the second time with the ids that the first brought to light. */
    private void gather() {
        Filler filler = new Filler(spec, Map.of("concierge", concierge.handle(), "day", "2026-11-25"));
        for (int round = 0; round < 2; round++) {
            for (Operation operation : spec.operations()) {
                Set<String> slots = filler.slots(operation);
                slots.removeAll(Set.of("cursor", "pseudonym"));
                if (operation.reads() && operation.tells() && ids.keySet().containsAll(slots)) {
                    gather(operation, filler);
                }
            }
        }
    }

    private void gather(Operation operation, Filler filler) {
        String path = filler.request(
                        operation,
                        name -> ids.getOrDefault(name, Set.of()).stream()
                                .filter(id -> !name.equals("cursor"))
                                .findFirst())
                .path();
        gather(operation, path);
        if (operation.parameters().stream().anyMatch(one -> one.name().equals("limit"))) {
            // So short a page that there is a cursor to the next.
            gather(operation, path + (path.contains("?") ? "&" : "?") + "limit=1");
        }
    }

    private void gather(Operation operation, String path) {
        Answered answered = seat(operation).get(path);
        if (answered.status() == 200 && answered.header("Content-Type").equals("application/json")) {
            read("", answered.body());
        }
    }

    /** The session of this estate that may ask for an operation. */
    Browser seat(Operation operation) {
        return switch (operation.role()) {
            case "client" -> operation.privacy() ? privacy : chat;
            case "officer" -> officer;
            case "manager" -> manager;
            case "public", "concierge", "signed-in" -> desk;
            default -> throw new AssertionError("the estate has no seat for the role `" + operation.role() + "`");
        };
    }

    private void read(String name, Object node) {
        if (node instanceof JsonObject object) {
            object.forEach(field -> {
                if (field.getValue() instanceof String text) {
                    note(name, field.getKey(), text);
                } else {
                    read(field.getKey(), field.getValue());
                }
            });
        } else if (node instanceof JsonArray array) {
            array.forEach(element -> read(name.replaceFirst("s$", ""), element));
        }
    }

    // `tags[].id` is a `tagId`, `draft.id` a `draftId`, and `next` is what goes back as `cursor`.
    private void note(String holder, String field, String text) {
        if (field.equals("clientId")
                || holder.equals("complaint")
                || holder.equals("request")
                || holder.equals("review")
                || holder.equals("staff")) {
            // That of this estate is known; lists of the pool, or of the house, tell of others: so they do by
            // pseudonym.
            return;
        }
        if (field.equals("id") && holder.equals("file")) {
            keep("attachmentId", text);
        } else if (field.equals("id") && !holder.isEmpty()) {
            keep(holder + "Id", text);
        } else if (field.equals("next")) {
            keep("cursor", text);
        } else if (field.endsWith("Id") || field.endsWith("Key")) {
            keep(field, text);
        }
    }

    private void keep(String name, String id) {
        if (!id.isEmpty()) {
            ids.computeIfAbsent(name, absent -> new TreeSet<>()).add(id);
        }
    }

    /** The ids by this name, if there are any. */
    Set<String> ids(String name) {
        return ids.getOrDefault(name, Set.of());
    }

    /** What nobody else but the officer may ever be shown: what was said to the officer, and who it is in the ledger. */
    Set<String> confided() {
        Set<String> confided = new TreeSet<>(Set.of(grief));
        confided.addAll(ids("complaintId"));
        confided.addAll(ids("requestId"));
        confided.addAll(ids("reviewId"));
        confided.addAll(ids("lookId"));
        confided.addAll(ids("ownRequestId"));
        confided.addAll(ids("pseudonym"));
        return confided;
    }

    /** What nobody else may ever be shown: ids that are in no other place, and the mark. */
    Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(Set.of(mark));
        ids.forEach((name, values) -> values.stream()
                .filter(value -> !Set.of("conciergeId", "memberId", "pseudonym", "ownRequestId", "lookId")
                        .contains(name))
                .filter(value -> name.equals("passkeyId") || unique(value))
                .forEach(secrets::add));
        return secrets;
    }

    /** An id of the same form that nothing has. */
    static String absent(String id) {
        if (unique(id)) {
            return UUID.randomUUID().toString();
        }
        return id.matches(".*\\d") ? id.replaceFirst("\\d+$", "987654") : id + "987654";
    }

    static boolean unique(String id) {
        try {
            return UUID.fromString(id).version() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
