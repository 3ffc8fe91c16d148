package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signals of conduct over HTTP: for officers, with a reason, and of a span. */
class ConductTest {
    private final ServedHouse house = new ServedHouse();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void officer_asksWithAReason_andIsToldTheSpan() {
        Browser officer = house.officer();

        JsonObject usual = officer.get("/v1/audit/conduct?reason=audit").is(200).body();
        assertThat(usual.getJsonArray("rows")).isEmpty();
        assertThat(usual.getString("next")).isNull();
        JsonObject named = officer.get(
                        "/v1/audit/conduct?reason=audit&from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z")
                .is(200)
                .body();
        assertThat(named.getString("from")).startsWith("2026-11-01T00:00:00");
        assertThat(named.getString("to")).startsWith("2026-11-02T00:00:00");

        officer.get("/v1/audit/conduct?reason=curiosity").is(400);
        officer.get("/v1/audit/conduct?reason=audit&cursor=x").is(400);
        officer.get("/v1/audit/conduct?reason=audit&from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z")
                .is(400);
        house.desk(ServedHouse.IVY).get("/v1/audit/conduct?reason=audit").is(401);
    }
}
