package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps of consent by staff, over HTTP: each, and every way in which it is refused. */
class StepTest {
    private final ServedHouse house = new ServedHouse();
    private Estate estate;
    private String client;
    private String subject;
    private Browser officer;

    @BeforeEach
    void start() {
        estate = new Estate(house, new Spec(house.conformity.contract().text()), ServedHouse.IVY, 0);
        client = "/v1/desk/clients/" + estate.ids("clientId").iterator().next();
        subject = "/v1/audit/clients/" + estate.ids("pseudonym").iterator().next();
        officer = house.officer();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void yesSaidAloud_isPending_untilTheClientConfirmsIt() {
        told("said-yes", "greeting").is(202);
        assertThat(card("greeting")).isEqualTo("pending");
        JsonObject question = lastMessage().getJsonObject("request");
        assertThat(question.getString("purpose")).isEqualTo("greeting");
        assertThat(question.getString("answered")).isNull();

        estate.chat
                .post("/v1/chat/consents", Map.of("purpose", "greeting", "given", true))
                .is(200);

        assertThat(card("greeting")).isEqualTo("given");
        assertThat(lastMessage().getJsonObject("request").getString("answered")).isEqualTo("yes");
        JsonArray events =
                officer.get(subject + "/consents?reason=audit").is(200).body().getJsonArray("events");
        assertThat(events.stream()
                        .map(JsonObject.class::cast)
                        .filter(event -> event.getString("purpose").equals("greeting"))
                        .map(event -> event.getString("status") + " by " + event.getString("by") + " "
                                + event.getString("method")))
                .containsExactly("pending by concierge aloud", "given by client webchat");
    }

    @Test
    void yesSaidAloud_isRefused_withRuleAndRemedy() {
        JsonObject given =
                told("said-yes", "personalisation").is(403).isProblem("refused").body();
        assertThat(given.getString("rule")).isEqualTo("already-given");
        assertThat(given.getJsonObject("remedyAction").getString("kind")).isEqualTo("none");
        estate.chat
                .post("/v1/chat/consents", Map.of("purpose", "greeting", "given", false))
                .is(200);
        JsonObject declined =
                told("said-yes", "greeting").is(403).isProblem("refused").body();
        assertThat(declined.getString("rule")).isEqualTo("ask-first");
        assertThat(declined.getString("ruleTitle")).isEqualTo("the client has to be asked first");
        assertThat(declined.getJsonObject("remedyAction").getString("kind")).isEqualTo("client-says");
        assertThat(declined.getString("remedy")).startsWith("let the client say so themselves");

        told("said-yes", "service").is(400).isProblem("invalid");
        told("said-yes", "nothing").is(400).isProblem("invalid");
        house.browser()
                .post(client + "/said-yes", Map.of("purpose", "greeting"))
                .is(401);
        officer.post(client + "/said-yes", Map.of("purpose", "greeting")).is(401);
    }

    @Test
    void noSaidAloud_countsAtOnce_andTheClientIsTold() {
        JsonObject state = told("said-no", "personalisation").is(200).body();
        assertThat(state.getString("status")).isEqualTo("withdrawn");
        told("said-no", "personalisation").is(200);

        assertThat(card("personalisation")).isEqualTo("withdrawn");
        JsonObject notice = lastMessage();
        assertThat(notice.getString("author")).isEqualTo("house");
        assertThat(notice.getString("text")).contains("You told us aloud", "it is done");
        told("said-no", "legal").is(400).isProblem("invalid");
        told("said-no", "nothing").is(400).isProblem("invalid");
        officer.post(client + "/said-no", Map.of("purpose", "greeting")).is(401);
    }

    @Test
    void officer_revokesAndInvalidates_withAReason() {
        step("revoke", "personalisation", "complaint").is(403).isProblem("step-up");
        house.stepUp(officer);
        step("revoke", "personalisation", "because").is(400);
        step("revoke", "service", "minor").is(400).isProblem("invalid");
        step("invalidate", "greeting", "minor").is(403).isProblem("refused");

        JsonObject step = step("revoke", "personalisation", "complaint").is(200).body();
        assertThat(step.getString("status") + " " + step.getString("by") + " " + step.getString("reason"))
                .isEqualTo("revoked officer complaint");
        JsonObject again = step("revoke", "personalisation", "complaint")
                .is(403)
                .isProblem("refused")
                .body();
        assertThat(again.getString("rule")).isEqualTo("nothing-given");
        assertThat(card("personalisation")).isEqualTo("revoked");
        told("said-yes", "greeting").is(202);
        assertThat(step("invalidate", "greeting", "no-proof").is(200).body().getString("status"))
                .isEqualTo("invalidated");
        officer.post(
                        "/v1/audit/clients/nobody-of-this-house/revoke",
                        Map.of("purpose", "personalisation", "reason", "minor"))
                .is(404)
                .isProblem("not-found");
        estate.desk
                .post(subject + "/revoke", Map.of("purpose", "personalisation", "reason", "minor"))
                .is(401);
    }

    @Test
    void officer_hasTheClientAskedAnew() {
        Map<String, String> body = Map.of("purpose", "personalisation");
        officer.post(subject + "/ask-anew", body).is(403).isProblem("step-up");
        house.stepUp(officer);

        JsonObject step = officer.post(subject + "/ask-anew", body).is(200).body();

        assertThat(step.getString("status")).isEqualTo("requested");
        assertThat(lastMessage().getString("text")).contains("has changed");
        assertThat(lastMessage().getJsonObject("request").getString("purpose")).isEqualTo("personalisation");
        officer.post(subject + "/ask-anew", Map.of("purpose", "greeting"))
                .is(403)
                .isProblem("refused");
        officer.post("/v1/audit/clients/nobody-of-this-house/ask-anew", body)
                .is(404)
                .isProblem("not-found");
        estate.desk.post(subject + "/ask-anew", body).is(401);
    }

    @Test
    void officer_placesAHold_seesIt_andLiftsIt() {
        step("holds", "personalisation", "court").is(403).isProblem("step-up");
        house.stepUp(officer);
        step("holds", "personalisation", "because").is(400);
        step("holds/lift", "personalisation", "over").is(409).isProblem("conflict");
        JsonObject hold = step("holds", "personalisation", "court").is(200).body();
        assertThat(hold.getBoolean("held")).isTrue();
        assertThat(hold.getString("reason")).isEqualTo("court");
        assertThat(holds("").getInteger("total")).isEqualTo(1);
        assertThat(holds("").getJsonArray("holds").getJsonObject(0).getString("title"))
                .isEqualTo("Advice that fits you");

        step("holds/lift", "personalisation", "because").is(400);
        assertThat(step("holds/lift", "personalisation", "over").is(200).body().getBoolean("held"))
                .isFalse();

        assertThat(holds("").getInteger("total")).isZero();
        JsonObject lifted = holds(
                        "&pseudonym=" + estate.ids("pseudonym").iterator().next())
                .getJsonArray("holds")
                .getJsonObject(0);
        assertThat(lifted.getString("reason") + " " + lifted.getString("lifted"))
                .isEqualTo("court over");
        officer.get("/v1/audit/holds?reason=curiosity").is(400).isProblem("invalid");
        officer.get("/v1/audit/holds?reason=audit&pseudonym=nobody-of-this-house")
                .is(404)
                .isProblem("not-found");
        estate.desk.get("/v1/audit/holds?reason=audit").is(401);
        estate.desk
                .post(subject + "/holds", Map.of("purpose", "personalisation", "reason", "court"))
                .is(401);
        estate.desk
                .post(subject + "/holds/lift", Map.of("purpose", "personalisation", "reason", "over"))
                .is(401);
    }

    private Answered told(String what, String purpose) {
        return estate.desk.post(client + "/" + what, Map.of("purpose", purpose));
    }

    private Answered step(String what, String purpose, String reason) {
        return officer.post(subject + "/" + what, Map.of("purpose", purpose, "reason", reason));
    }

    private JsonObject holds(String more) {
        return officer.get("/v1/audit/holds?reason=audit" + more).is(200).body();
    }

    private String card(String purpose) {
        return estate.desk.get(client + "/card").is(200).body().getJsonArray("consents").stream()
                .map(JsonObject.class::cast)
                .filter(consent -> consent.getString("purpose").equals(purpose))
                .map(consent -> consent.getString("status"))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject lastMessage() {
        JsonArray messages = estate.chat
                .get("/v1/chat/messages?after=0&limit=200")
                .is(200)
                .body()
                .getJsonArray("messages");
        return messages.getJsonObject(messages.size() - 1);
    }
}
