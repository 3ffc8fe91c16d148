package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Desk;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.testkit.FixedClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A concierge sees a year of birth for a quarter of an hour, and an officer reviews it. */
class GlassTest {
    private final FixedClock clock = FixedClock.noon();
    private final ServedHouse house = new ServedHouse(Settings.Limits.USUAL, clock);
    private final Authenticator key = new Authenticator();
    private Browser desk;
    private String glass;
    private int asked;

    @BeforeEach
    void open() {
        Desk ivy = new Desk(ServedHouse.IVY.id(), ServedHouse.IVY.pool());
        var guest = ServedHouse.await(house.rooms
                .reception()
                .openChat(
                        ServedHouse.IVY,
                        Lang.EN,
                        ZoneId.of("Asia/Taipei"),
                        Map.of(Purpose.PERSONALISATION, true),
                        "h"));
        ServedHouse.await(house.rooms
                .tagging()
                .tag(ivy, guest.client(), "birthday", Personal.of("1990-03-14"), Purpose.PERSONALISATION));
        glass = "/v1/desk/clients/" + guest.client() + "/glass";
        desk = house.desk(ServedHouse.IVY);
        key.register(desk, "desk key").is(201);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String wanted(String what, String why) {
        return JsonObject.of(
                        "idempotencyKey",
                        "glass-key-" + ++asked,
                        "dataClass",
                        what,
                        "purpose",
                        "personalisation",
                        "why",
                        why,
                        "words",
                        "the hotel needs the year")
                .encode();
    }

    private JsonObject begun() {
        key.prove(desk).is(200);
        return desk.post(glass, wanted("birthday", "booking")).is(201).body();
    }

    @Test
    void look_asksForThePasskey_showsTheYear_andEnds() {
        desk.post(glass, wanted("birthday", "booking")).is(403).isProblem("step-up");
        JsonObject look = begun();
        assertThat(look.getString("classTitle")).isEqualTo("Birthday");
        assertThat(look.getString("ends"))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)).toString());
        String path = glass + "/" + look.getString("id");

        JsonObject seen = desk.get(path).is(200).body();
        assertThat(seen.getJsonArray("tags").getJsonObject(0).getString("value"))
                .contains("1990");
        assertThat(desk.get(glass).is(200).body().getJsonArray("looks")).hasSize(1);

        clock.advance(Duration.ofMinutes(14));
        desk.get(path).is(200);
        clock.advance(Duration.ofMinutes(1));
        desk = house.desk(ServedHouse.IVY);
        desk.get(path).is(403).isProblem("glass");
        desk.delete(path).is(204);
        assertThat(desk.get(glass).is(200).body().getJsonArray("looks")).isEmpty();
    }

    @Test
    void look_isHiddenByWhoLooked() {
        String path = glass + "/" + begun().getString("id");
        house.desk(ServedHouse.JUN).delete(path).is(404);
        house.desk(ServedHouse.JUN).get(path).is(404);
        desk.delete(path).is(204);
        desk.get(path).is(403).isProblem("glass");
    }

    @Test
    void look_isRefused_byTheRules() {
        key.prove(desk).is(200);
        assertThat(desk.post(glass, wanted("special", "danger")).is(403).body().getString("rule"))
                .isEqualTo("special-never");
        desk.post(glass, wanted("birthday", "curious")).is(400);
        JsonObject given = desk.get(glass).is(200).body();
        assertThat(given.getInteger("left")).isEqualTo(10);
        assertThat(given.getInteger("minutes")).isEqualTo(15);
        assertThat(given.getJsonArray("whys").stream().map(one -> ((JsonObject) one).getString("id")))
                .containsExactly("danger", "booking", "demand");
        for (int i = 0; i < 10; i++) {
            desk.post(glass, wanted("birthday", "demand")).is(201);
        }
        JsonObject last = desk.post(glass, wanted("birthday", "demand"))
                .is(403)
                .isProblem("refused")
                .body();
        assertThat(last.getString("rule")).isEqualTo("glass-limit");
        assertThat(last.getJsonObject("remedyAction").getString("kind")).isEqualTo("wait");
    }

    @Test
    void officer_reviews_andReadsWhatWasStated() {
        JsonObject look = begun();
        desk.get(glass + "/" + look.getString("id")).is(200);
        Browser officer = house.officer();
        JsonObject all = officer.get("/v1/audit/glass?reason=audit").is(200).body();
        assertThat(all.getInteger("open")).isEqualTo(1);
        JsonObject row = all.getJsonArray("reviews").getJsonObject(0);
        assertThat(row.getString("whyTitle")).contains("booking");
        assertThat(row.getInteger("readings")).isEqualTo(1);
        assertThat(row.containsKey("verdict")).isFalse();
        assertThat(row.encode()).doesNotContain("1990").doesNotContain("hotel");
        String path = "/v1/audit/glass/" + row.getString("id");

        assertThat(officer.get(path + "/statement").is(200).body().getString("text"))
                .isEqualTo("the hotel needs the year");
        JsonObject reviewed =
                officer.post(path, "{\"verdict\": \"not-justified\"}").is(200).body();

        assertThat(reviewed.getString("verdict")).isEqualTo("not-justified");
        officer.post(path, "{\"verdict\": \"justified\"}").is(409);
        officer.post(path, "{\"verdict\": \"perhaps\"}").is(400);
        officer.post(path.replaceFirst("[0-9a-f]{4}$", "0000"), "{\"verdict\": \"justified\"}")
                .is(404);
        assertThat(officer.get("/v1/audit/glass?reason=audit").is(200).body().getInteger("open"))
                .isZero();
        ServedHouse.await(house.rooms.auditing().sequence());
        JsonArray entries = officer.get("/v1/audit/entries?reason=audit&event=glass")
                .is(200)
                .body()
                .getJsonArray("entries");
        assertThat(entries.stream().map(one -> ((JsonObject) one).getString("event")))
                .containsExactlyInAnyOrderElementsOf(
                        List.of("glass.begun", "glass.read", "glass.stated", "glass.reviewed"));
    }
}
