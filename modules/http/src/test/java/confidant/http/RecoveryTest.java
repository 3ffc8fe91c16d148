package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.OfficerId;
import confidant.store.HouseStore.Concierge;
import confidant.store.HouseStore.Officer;
import confidant.testkit.FixedClock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lost passkeys: two officers let their holder in again, and nobody else does. */
class RecoveryTest {
    private static final String LOST = path(ServedHouse.OFFICER);

    private final FixedClock clock = FixedClock.noon();
    private final Authenticator lost = new Authenticator();
    private final Authenticator bosKey = new Authenticator();
    private final Authenticator cleosKey = new Authenticator();
    private final Officer bo = new Officer(OfficerId.random(), "Bo");
    private final Officer cleo = new Officer(OfficerId.random(), "Cleo");
    private ServedHouse house;
    private Browser atBos;
    private Browser atCleos;

    @BeforeEach
    void start() {
        house = new ServedHouse(Settings.Limits.USUAL, clock);
        lost.register(house.officer(), "lost phone").is(201);
        atBos = ready(bo, bosKey);
        atCleos = ready(cleo, cleosKey);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    /** An officer who has just used a passkey. */
    private Browser ready(Officer officer, Authenticator key) {
        ServedHouse.await(house.stores.house().putOfficer(officer));
        Browser browser = house.officer(officer);
        key.register(browser, "key").is(201);
        key.prove(browser).is(200);
        return browser;
    }

    private static String path(Officer officer) {
        return "/v1/staff/officer/" + officer.id() + "/vouch";
    }

    private static JsonObject vouched(Browser officer, String path) {
        return officer.post(path).is(200).body();
    }

    private static Answered follow(Browser browser, String link) {
        return browser.post("/v1/sessions", Map.of("code", link.substring(link.indexOf("#code=") + 6)));
    }

    @Test
    void holder_isLetIn_byTheWordsOfTwoOfficers_andTheLostPasskeyIsDead() {
        JsonObject first = vouched(atBos, LOST);
        assertThat(first.getInteger("vouched")).isEqualTo(1);
        assertThat(first.getString("link")).isNull();
        lost.enter(house.browser()).is(201);

        JsonObject second = vouched(atCleos, LOST);
        assertThat(second.getInteger("vouched")).isEqualTo(2);
        String link = second.getString("link");
        assertThat(link).startsWith("https://house.example/signin#code=");
        assertThat(lost.enter(house.browser()).is(403).isProblem("passkey").text())
                .contains("not known");

        Browser back = house.browser();
        follow(back, link).is(201);
        follow(house.browser(), link).is(401);
        Authenticator fresh = new Authenticator();
        fresh.register(back, "new phone").is(201);
        fresh.enter(house.browser()).is(201);
        assertThat(back.get("/v1/passkeys").is(200).body().getJsonArray("passkeys"))
                .hasSize(1);
    }

    @Test
    void ledger_saysWhoVouchedForWhom() {
        vouched(atBos, LOST);
        vouched(atCleos, LOST);
        ServedHouse.await(house.rooms.auditing().sequence());

        String entries = atBos.get("/v1/audit/entries?reason=audit&event=recovery")
                .is(200)
                .text();

        assertThat(entries)
                .contains("vouched/officer/" + ServedHouse.OFFICER.id())
                .contains(bo.id().toString(), cleo.id().toString())
                .contains("passkeys-removed");
    }

    @Test
    void word_ofOneOfficer_countsOnce_howeverOftenItIsGiven() {
        vouched(atBos, LOST);
        assertThat(vouched(atBos, LOST).getInteger("vouched")).isEqualTo(1);
        lost.enter(house.browser()).is(201);
    }

    @Test
    void word_isGoodForADay() {
        vouched(atBos, LOST);
        clock.advance(Duration.ofHours(24));
        bosKey.enter(atBos).is(201);
        cleosKey.enter(atCleos).is(201);

        assertThat(vouched(atCleos, LOST).getInteger("vouched")).isEqualTo(1);
        lost.enter(house.browser()).is(201);
        assertThat(vouched(atBos, LOST).getString("link")).isNotNull();
    }

    @Test
    void words_areSpent_byLettingIn() {
        vouched(atBos, LOST);
        String link = vouched(atCleos, LOST).getString("link");
        Browser back = house.browser();
        follow(back, link).is(201);
        new Authenticator().register(back, "new phone").is(201);

        assertThat(vouched(atBos, LOST).getInteger("vouched")).isEqualTo(1);
    }

    @Test
    void officer_vouchesNotForThemselves_norForWhoHasNoPasskeyOrIsUnknown() {
        assertThat(atBos.post(path(bo)).is(400).text()).contains("nobody vouches for themselves");
        Officer new1 = new Officer(OfficerId.random(), "New");
        ServedHouse.await(house.stores.house().putOfficer(new1));
        assertThat(atBos.post(path(new1)).is(400).text()).contains("there is no passkey");
        atBos.post(path(new Officer(OfficerId.random(), "Nobody"))).is(404);
        atBos.post("/v1/staff/officer/of-no-form/vouch").is(404);
    }

    @Test
    void concierge_isLetInToo_andMayNotVouch() {
        Concierge jun = ServedHouse.JUN;
        Browser desk = house.desk(jun);
        Authenticator phone = new Authenticator();
        phone.register(desk, "phone").is(201);
        desk.post(LOST).is(401);
        desk.get("/v1/staff").is(401);

        String path = "/v1/staff/concierge/" + jun.id() + "/vouch";
        vouched(atBos, path);
        String link = vouched(atCleos, path).getString("link");

        phone.enter(house.browser()).is(403).isProblem("passkey");
        assertThat(follow(house.browser(), link).is(201).body().getString("handle"))
                .isEqualTo("jun");
    }

    @Test
    void staff_isListed_withWhatIsKnownOfTheirPasskeys() {
        vouched(atBos, LOST);

        JsonObject listed = atBos.get("/v1/staff").is(200).body();

        assertThat(listed.getInteger("needed")).isEqualTo(2);
        assertThat(listed.getJsonArray("staff").stream()
                        .map(JsonObject.class::cast)
                        .map(one -> one.getString("name") + " " + one.getInteger("passkeys") + " "
                                + one.getInteger("vouched") + " " + one.getBoolean("self")))
                .containsExactly(
                        "Bo 1 0 true",
                        "Cleo 1 0 false",
                        "Manager 0 0 false",
                        "Ms ivy 0 0 false",
                        "Ms jun 0 0 false",
                        "Officer 1 1 false");
    }
}
