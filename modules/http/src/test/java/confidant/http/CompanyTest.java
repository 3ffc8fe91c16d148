package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.fake.oidc.FakeOidc;
import confidant.fake.oidc.Signing;
import confidant.http.company.OidcCompany;
import confidant.http.company.OidcSettings;
import confidant.model.StaffId;
import confidant.testkit.FixedClock;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in by a company: who is let in, and every answer that lets nobody in. */
class CompanyTest {
    private static final String CLIENT = "confidant";
    private static final String SECRET = "a secret of the tests & more";
    private static final String IVY = "Ivy";
    private static final String OFFICERS = "confidant-officers";
    private static final String CONCIERGES = "confidant-concierges";
    private static final URI SIGN_IN = URI.create("https://house.example/signin");
    private static final Pattern BACK = Pattern.compile("code=([^&]+)&state=([^&]+)");

    private final FixedClock clock = FixedClock.noon();
    private final FakeOidc provider = FakeOidc.start(CLIENT, SECRET);
    private ServedHouse house;

    @BeforeEach
    void open() {
        house = new ServedHouse(clock, vertx -> new OidcCompany(vertx, settings(provider.issuer()), clock));
        provider.register(SIGN_IN);
        provider.person(IVY, "subject-ivy", "everybody", CONCIERGES);
    }

    private static OidcSettings settings(URI issuer) {
        return new OidcSettings(
                "Linden Group",
                issuer,
                CLIENT,
                Optional.of(SECRET),
                "groups",
                List.of(),
                SIGN_IN,
                Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        house.close();
        provider.close();
    }

    /** What a page sends after it was come back to. */
    private static Map<String, String> answer(URI back) {
        Matcher parts = BACK.matcher(back.getQuery());
        assertThat(parts.find()).isTrue();
        return Map.of("code", parts.group(1), "state", parts.group(2));
    }

    private URI address(Answered asked) {
        return URI.create(asked.is(200).body().getString("address"));
    }

    private Map<String, String> gone(Browser browser, String name) {
        return answer(provider.signsInAs(name, address(browser.post("/v1/sessions/company/options"))));
    }

    private Answered enter(Browser browser, String name) {
        return browser.post("/v1/sessions/company", gone(browser, name));
    }

    private Answered connect(Browser browser, String name) {
        URI address = address(browser.post("/v1/company/options"));
        return browser.post("/v1/company", answer(provider.signsInAs(name, address)));
    }

    private Browser atDesk() {
        Browser desk = house.desk(ServedHouse.IVY);
        Authenticator key = new Authenticator();
        key.register(desk, "key of Ivy").is(201);
        key.prove(desk).is(200);
        return desk;
    }

    private Browser connected() {
        Browser desk = atDesk();
        connect(desk, IVY).is(204);
        return desk;
    }

    private static void nobodyIsIn(Browser browser) {
        assertThat(browser.cookie()).doesNotContain("confidant_session");
        browser.get("/v1/session").is(401);
    }

    private void refused(Browser browser, Answered answered, String why) {
        answered.is(403).isProblem("company");
        assertThat(answered.body().getString("detail")).contains(why);
        nobodyIsIn(browser);
    }

    private String counters() {
        return house.browser().get("/metrics").is(200).text();
    }

    private List<JsonObject> noted() {
        ServedHouse.await(house.rooms.auditing().sequence());
        return house
                .officer()
                .get("/v1/audit/entries?reason=audit&limit=100")
                .is(200)
                .body()
                .getJsonArray("entries")
                .stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private boolean stands(String event, String why) {
        return noted().stream()
                .anyMatch(entry -> event.equals(entry.getString("event")) && why.equals(entry.getString("note")));
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256"})
    void connectedAccount_letsItsHolderIn_butStepUpAsksForThePasskey(Signing signing) {
        provider.signing(signing);
        connected();
        Browser browser = house.browser();

        JsonObject session = enter(browser, IVY).is(201).body();

        assertThat(session.getString("role")).isEqualTo("concierge");
        assertThat(session.getString("handle")).isEqualTo("ivy");
        assertThat(session.containsKey("freshUntil")).isFalse();
        assertThat(browser.cookie()).doesNotContain("confidant_company");
        browser.post("/v1/company/options").is(403).isProblem("step-up");
        browser.post("/v1/passkeys/options").is(403).isProblem("step-up");
        assertThat(stands("signin", "oidc")).isTrue();
        assertThat(stands("oidc", "connected")).isTrue();
    }

    @Test
    void request_asksForACodeWithPkceAndNothingElse() {
        Browser browser = house.browser();
        String first = address(browser.post("/v1/sessions/company/options")).getQuery();
        String second = address(browser.post("/v1/sessions/company/options")).getQuery();

        assertThat(first)
                .contains("response_type=code", "code_challenge_method=S256", "scope=openid", "state=", "nonce=")
                .doesNotContain("code_verifier")
                .isNotEqualTo(second);
    }

    @Test
    void house_withoutACompany_namesNoneAndKnowsNoWay() {
        try (ServedHouse plain = new ServedHouse()) {
            Browser browser = plain.browser();
            assertThat(browser.get("/v1/sessions/company").is(200).body().isEmpty())
                    .isTrue();
            browser.post("/v1/sessions/company/options").is(404);
            browser.post("/v1/sessions/company", Map.of("state", "company-enter.unknown", "code", "x"))
                    .is(404);
        }
        assertThat(house.browser().get("/v1/sessions/company").is(200).body().getString("name"))
                .isEqualTo("Linden Group");
    }

    @Test
    void account_isNotLetIn_beforeItsHolderConnectedIt() {
        Browser browser = house.browser();
        refused(browser, enter(browser, IVY), "nobody here is connected");
        assertThat(counters()).contains("confidant_company_refused_total{kind=\"unknown\"} 1");
    }

    /** The same account, the same groups, the same browser; one claim differs. */
    private void refusedToken(Consumer<ObjectNode> change) {
        connected();
        Browser browser = house.browser();
        Map<String, String> answer = gone(browser, IVY);
        provider.twist(change);
        refused(browser, browser.post("/v1/sessions/company", answer), "does not verify");
        assertThat(counters()).contains("confidant_company_refused_total{kind=\"token\"} 1");
        enter(browser, IVY).is(201);
    }

    @Test
    void token_ofAnotherIssuer_isRefused() {
        refusedToken(claims -> claims.put("iss", "https://evil.example"));
    }

    @Test
    void token_forAnotherHouse_isRefused() {
        refusedToken(claims -> claims.put("aud", "another-client"));
    }

    @Test
    void token_forSeveralHouses_isRefused_whenAnotherAskedForIt() {
        refusedToken(claims -> {
            claims.putArray("aud").add(CLIENT).add("another-client");
            claims.put("azp", "another-client");
        });
    }

    @Test
    void token_forSeveralHouses_isRefused_whenNobodySaysWhoAskedForIt() {
        refusedToken(claims -> claims.putArray("aud").add(CLIENT).add("another-client"));
    }

    @Test
    void token_forSeveralHouses_isTaken_whenThisOneAskedForIt() {
        connected();
        Browser browser = house.browser();
        Map<String, String> answer = gone(browser, IVY);
        provider.twist(claims -> {
            claims.putArray("aud").add("another-client").add(CLIENT);
            claims.put("azp", CLIENT);
        });
        browser.post("/v1/sessions/company", answer).is(201);
    }

    @Test
    void answer_withoutAToken_isRefused() {
        refusedToken(ObjectNode::removeAll);
    }

    @Test
    void blankCode_isRefused() {
        Browser browser = house.browser();
        String state = gone(browser, IVY).get("state");
        refused(
                browser,
                browser.post("/v1/sessions/company", Map.of("code", " ", "state", state)),
                "did not take back");
    }

    @Test
    void token_withAnotherNonce_isRefused() {
        refusedToken(claims -> claims.put("nonce", "of an earlier sign-in"));
    }

    @Test
    void token_withoutANonce_isRefused() {
        refusedToken(claims -> claims.remove("nonce"));
    }

    @Test
    void token_thatIsOver_isRefused() {
        refusedToken(claims -> claims.put("exp", Instant.now().minusSeconds(120).getEpochSecond())
                .put("iat", Instant.now().minusSeconds(600).getEpochSecond()));
    }

    @Test
    void token_ofTheFuture_isRefused() {
        refusedToken(claims -> claims.put("iat", Instant.now().plusSeconds(600).getEpochSecond())
                .put("exp", Instant.now().plusSeconds(900).getEpochSecond()));
    }

    @Test
    void token_withoutASubject_isRefused() {
        refusedToken(claims -> claims.remove("sub"));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "STOLEN_NAME", "SHARED"})
    void token_thatTheProvidersKeysDidNotSign_isRefused(Signing signing) {
        connected();
        Browser browser = house.browser();
        provider.signing(signing);
        refused(browser, enter(browser, IVY), "does not verify");
        provider.signing(Signing.RS256);
        enter(browser, IVY).is(201);
    }

    @Test
    void answer_isTakenOnce() {
        connected();
        Browser browser = house.browser();
        Map<String, String> answer = gone(browser, IVY);
        String before = browser.cookie();
        browser.post("/v1/sessions/company", answer).is(201);
        Browser again = house.browser().with("Cookie", before);
        refused(again, again.post("/v1/sessions/company", answer), "answered before");
        assertThat(counters()).contains("confidant_company_refused_total{kind=\"state\"} 1");
    }

    @Test
    void code_isGoodOnce_andOnlyWithTheVerifierOfItsBrowser() {
        connected();
        Browser mine = house.browser();
        Browser theirs = house.browser();
        String stolen = gone(mine, IVY).get("code");
        String state = gone(theirs, IVY).get("state");

        refused(
                theirs,
                theirs.post("/v1/sessions/company", Map.of("code", stolen, "state", state)),
                "did not take back");

        Map<String, String> fresh = gone(mine, IVY);
        mine.post("/v1/sessions/company", fresh).is(201);
        Browser later = house.browser();
        String next = gone(later, IVY).get("state");
        refused(
                later,
                later.post("/v1/sessions/company", Map.of("code", fresh.get("code"), "state", next)),
                "did not take back");
    }

    @Test
    void answer_isRefused_inABrowserThatDidNotBegin() {
        connected();
        Map<String, String> answer = gone(house.browser(), IVY);
        Browser victim = house.browser();
        refused(victim, victim.post("/v1/sessions/company", answer), "not begun in this browser");
        Browser other = house.browser();
        Map<String, String> theirs = gone(house.browser(), IVY);
        gone(other, IVY);
        refused(other, other.post("/v1/sessions/company", theirs), "not begun in this browser");
    }

    @Test
    void answer_isRefused_afterTenMinutes() {
        connected();
        Browser browser = house.browser();
        Map<String, String> answer = gone(browser, IVY);
        clock.advance(Duration.ofMinutes(10));
        refused(browser, browser.post("/v1/sessions/company", answer), "too old");
    }

    @Test
    void role_comesFromTheGroupsAlone_andMustBeTheHoldersOwn() {
        connected();
        for (String[] groups : new String[][] {{}, {"everybody", "admins"}, {OFFICERS}, {"Confidant-Concierges"}}) {
            provider.person(IVY, "subject-ivy", groups);
            Browser browser = house.browser();
            refused(browser, enter(browser, IVY), "no group of this account");
        }
        assertThat(stands("oidc", "role")).isTrue();
        provider.person(IVY, "subject-ivy", OFFICERS, CONCIERGES);
        enter(house.browser(), IVY).is(201);
    }

    @Test
    void groups_thatAreNoList_giveNoRole() {
        connected();
        Browser browser = house.browser();
        Map<String, String> answer = gone(browser, IVY);
        provider.twist(claims -> claims.putObject("groups").put(CONCIERGES, true));
        refused(browser, browser.post("/v1/sessions/company", answer), "no group of this account");
    }

    @Test
    void officer_comesIn_withAGroupThatMakesOfficers() {
        Browser officer = house.officer();
        house.stepUp(officer);
        provider.person("Olga", "subject-olga", OFFICERS);
        connect(officer, "Olga").is(204);
        assertThat(enter(house.browser(), "Olga").is(201).body().getString("role"))
                .isEqualTo("officer");
    }

    @Test
    void connecting_asksForThePasskey_andTheGroup() {
        Browser linked = house.desk(ServedHouse.JUN);
        linked.post("/v1/company/options").is(403).isProblem("step-up");
        provider.person("Olga", "subject-olga", OFFICERS);
        Answered wrong = connect(atDesk(), "Olga");
        wrong.is(403).isProblem("company");
        assertThat(ServedHouse.await(house.stores.company().accounts(StaffId.of(ServedHouse.IVY.id()))))
                .isEmpty();
    }

    @Test
    void connecting_endsInTheSessionThatBeganIt() {
        Browser desk = atDesk();
        Map<String, String> begun = answer(provider.signsInAs(IVY, address(desk.post("/v1/company/options"))));
        house.desk(ServedHouse.JUN).post("/v1/company", begun).is(403).isProblem("company");
        // An answer to one question is none to the other.
        Browser other = house.browser();
        Map<String, String> entering = gone(other, IVY);
        desk.post("/v1/company", entering).is(403).isProblem("company");
    }

    @Test
    void account_belongsToOne_untilItIsDisconnected() {
        Browser desk = connected();
        assertThat(desk.get("/v1/company").is(200).body().getBoolean("connected"))
                .isTrue();
        Answered again = connect(desk, IVY);
        again.is(403).isProblem("company");
        provider.person("Ivy too", "subject-other", CONCIERGES);
        connect(desk, "Ivy too").is(403).isProblem("company");

        desk.delete("/v1/company").is(204);

        desk.delete("/v1/company").is(204);
        assertThat(desk.get("/v1/company").is(200).body().getBoolean("connected"))
                .isFalse();
        Browser browser = house.browser();
        refused(browser, enter(browser, IVY), "nobody here is connected");
        assertThat(stands("oidc", "disconnected")).isTrue();
    }

    @Test
    void account_isKeptAsAKeyedHash() {
        connected();
        List<String> kept = ServedHouse.await(house.stores.company().accounts(StaffId.of(ServedHouse.IVY.id())));
        assertThat(kept).singleElement().asString().hasSize(22).doesNotContain("ivy");
    }

    @Test
    void company_thatIsAway_isToldApart_andTheOtherWaysStayOpen() {
        provider.away(true);
        Browser browser = house.browser();
        browser.post("/v1/sessions/company/options").is(503).isProblem("company-away");
        house.desk(ServedHouse.IVY).get("/v1/session").is(200);
        browser.post("/v1/sessions/passkey/options").is(200);

        provider.away(false);
        connected();
        Map<String, String> answer = gone(browser, IVY);
        provider.away(true);
        browser.post("/v1/sessions/company", answer).is(503).isProblem("company-away");
        nobodyIsIn(browser);
        provider.away(false);
        enter(browser, IVY).is(201);
    }

    @Test
    void provider_thatDescribesAnother_isNotUsed() {
        URI misnamed = URI.create(provider.issuer() + "/");
        try (ServedHouse other = new ServedHouse(clock, vertx -> new OidcCompany(vertx, settings(misnamed), clock))) {
            other.browser().post("/v1/sessions/company/options").is(503).isProblem("company-away");
        }
    }
}
