package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.audit.EntryText;
import confidant.model.Actor;
import confidant.model.LedgerEvent;
import confidant.model.Precision;
import confidant.store.LedgerStore.Waiting;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Withdrawn but sent, over HTTP: nothing in a house in order; a line that was planted is shown with its entry. */
class SendCheckTest {
    private final ServedHouse house = new ServedHouse();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void officer_seesThatThereIsNone_andTheOneThatIsPlanted() {
        Estate estate = new Estate(house, new Spec(house.conformity.contract().text()), ServedHouse.IVY, 1, "sharing");
        Browser officer = house.officer();
        JsonObject clean = officer.get("/v1/audit/sends?reason=audit").is(200).body();
        assertThat(clean.getJsonArray("rows")).isEmpty();
        assertThat(clean.getInteger("entries")).isGreaterThan(5);
        assertThat(clean.getInteger("unjudged")).isZero();
        assertThat(clean.getInstant("from")).isEqualTo(clean.getInstant("to").minusSeconds(30 * 86_400));

        plant(estate.ids("pseudonym").iterator().next(), "greeting");
        plant("nobody-of-this-house", "greeting");
        ServedHouse.await(house.rooms.auditing().sequence());
        JsonObject found =
                officer.get("/v1/audit/sends?reason=incident").is(200).body();
        assertThat(found.getInteger("unjudged")).isEqualTo(1);
        assertThat(found.getJsonArray("rows")).hasSize(1);
        JsonObject row = found.getJsonArray("rows").getJsonObject(0);
        assertThat(row.getString("purpose")).isEqualTo("greeting");
        assertThat(row.getString("status")).isEqualTo("none");
        assertThat(row.getBoolean("stopped")).isFalse();
        assertThat(row.getString("title")).isEqualTo("Greetings on your days");
        JsonObject entry = officer.get(
                        "/v1/audit/entries?reason=audit&event=send&pseudonym=" + row.getString("pseudonym"))
                .is(200)
                .body()
                .getJsonArray("entries")
                .getJsonObject(0);
        assertThat(entry.getLong("index")).isEqualTo(row.getLong("index"));
    }

    @Test
    void question_needsAReasonASpanAndAnOfficer() {
        Browser officer = house.officer();
        officer.get("/v1/audit/sends?reason=curiosity").is(400);
        officer.get("/v1/audit/sends?reason=audit&cursor=x").is(400);
        officer.get("/v1/audit/sends?reason=audit&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                .is(400)
                .isProblem("invalid");
        house.desk(ServedHouse.IVY).get("/v1/audit/sends?reason=audit").is(401);
    }

    private void plant(String pseudonym, String purpose) {
        Instant now = Instant.ofEpochMilli(house.clock.millis());
        byte[] line = EntryText.write(new LedgerEvent(
                now,
                "send",
                Actor.scheduler(),
                pseudonym,
                purpose,
                "scheduler-sends-greeting",
                "",
                List.of("message"),
                Precision.EXACT,
                1,
                ""));
        long bucket = Math.floorDiv(now.getEpochSecond(), 10);
        ServedHouse.await(house.stores.ledger().append(new Waiting(bucket, "planted-" + pseudonym, line)));
    }
}
