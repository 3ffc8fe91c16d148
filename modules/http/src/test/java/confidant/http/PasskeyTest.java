package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.testkit.FixedClock;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passkeys through the doors of the house, with an authenticator written by the standard. */
class PasskeyTest {
    private final FixedClock clock = FixedClock.noon();
    private ServedHouse house;
    private Browser officer;
    private Authenticator key;

    @BeforeEach
    void start() {
        house = new ServedHouse(Settings.Limits.USUAL, clock);
        officer = house.officer();
        key = new Authenticator();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private Browser entered() {
        Browser browser = house.browser();
        key.enter(browser).is(201);
        return browser;
    }

    private static String reason(Answered answered) {
        return answered.is(403).isProblem("passkey").body().getString("detail");
    }

    @Test
    void passkey_signsIn_whoMadeIt() {
        key.register(officer, "desk key").is(201);

        JsonObject session = key.enter(house.browser()).is(201).body();

        assertThat(session.getString("role")).isEqualTo("officer");
        assertThat(session.getString("freshUntil"))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)).toString());
    }

    @Test
    void passkey_signsIn_aConciergeToTheirOwnPool() {
        Browser desk = house.desk(ServedHouse.JUN);
        key.register(desk, "phone").is(201);

        JsonObject session = key.enter(house.browser()).is(201).body();

        assertThat(session.getString("handle")).isEqualTo("jun");
    }

    @Test
    void passkey_isRefused_whenItsUserIsNotVerified() {
        key.key.verifiesUser(false);
        assertThat(reason(key.register(officer, "desk key"))).contains("did not verify its user");

        key.key.verifiesUser(true);
        key.register(officer, "desk key").is(201);
        key.key.verifiesUser(false);
        assertThat(reason(key.enter(house.browser()))).contains("did not verify its user");
        assertThat(reason(key.prove(officer))).contains("did not verify its user");

        key.key.verifiesUser(true);
        key.enter(house.browser()).is(201);
    }

    @Test
    void passkey_isRefused_fromAnotherOrigin() {
        key.key.origin("https://house.example.evil");
        assertThat(reason(key.register(officer, "desk key"))).contains("does not verify");
        key.key.origin("https://house.example");
        key.register(officer, "desk key").is(201);
        key.key.origin("http://house.example");
        assertThat(reason(key.enter(house.browser()))).contains("does not verify");
    }

    @Test
    void passkey_isRefused_forAnotherRelyingParty() {
        key.key.rpId("evil.example");
        assertThat(reason(key.register(officer, "desk key"))).contains("does not verify");
        key.key.rpId("house.example");
        key.register(officer, "desk key").is(201);
        key.key.rpId("evil.example");
        assertThat(reason(key.enter(house.browser()))).contains("does not verify");
    }

    @Test
    void passkey_isRefused_whenItsSignatureIsOfAnotherKey() {
        key.register(officer, "desk key").is(201);
        Authenticator thief = new Authenticator();
        thief.key.userHandle(key.key.userHandle());
        Browser browser = house.browser();
        Answered options = browser.post("/v1/sessions/passkey/options");

        Map<String, String> answer = new HashMap<>(thief.answer(options));
        answer.put("id", key.id());

        assertThat(reason(browser.post("/v1/sessions/passkey", answer))).contains("does not verify");
        assertThat(reason(thief.enter(browser))).contains("not known");
    }

    @Test
    void passkey_isNotTaken_forAnotherHolders() {
        key.register(officer, "desk key").is(201);
        Authenticator jun = new Authenticator();
        jun.register(house.desk(ServedHouse.JUN), "phone").is(201);
        jun.key.userHandle(key.key.userHandle());

        assertThat(reason(jun.enter(house.browser()))).contains("not known");
        assertThat(reason(jun.prove(officer))).contains("not known");
    }

    @Test
    void question_isAnsweredOnce() {
        key.register(officer, "desk key").is(201);
        Browser browser = house.browser();
        Answered options = browser.post("/v1/sessions/passkey/options");
        Map<String, String> answer = key.answer(options);

        browser.post("/v1/sessions/passkey", answer).is(201);

        assertThat(reason(house.browser().post("/v1/sessions/passkey", answer))).contains("answered before");
    }

    @Test
    void question_isTooOld_afterFiveMinutes() {
        key.register(officer, "desk key").is(201);
        Browser browser = house.browser();
        Answered options = browser.post("/v1/sessions/passkey/options");

        clock.advance(Duration.ofMinutes(5));

        assertThat(reason(browser.post("/v1/sessions/passkey", key.answer(options))))
                .contains("too old");
    }

    @Test
    void question_isAnswered_onlyInTheSessionAndForThePurposeItWasAskedFor() {
        key.register(officer, "desk key").is(201);
        Answered proof = officer.post("/v1/session/proof/options");
        Answered entrance = house.browser().post("/v1/sessions/passkey/options");
        Browser other = entered();

        assertThat(reason(other.post("/v1/session/proof", key.answer(proof)))).contains("was not asked");
        assertThat(reason(officer.post("/v1/session/proof", key.answer(entrance))))
                .contains("was not asked");
    }

    @Test
    void passkey_isRefused_whenItsCounterGoesBack_andTheLedgerSaysSo() {
        key.key.counter(7);
        key.register(officer, "desk key").is(201);
        key.enter(house.browser()).is(201);

        key.key.counter(6);

        assertThat(reason(key.enter(house.browser()))).contains("counter went back");
        ServedHouse.await(house.rooms.auditing().sequence());
        String entries = officer.get("/v1/audit/entries?reason=audit").is(200).text();
        assertThat(entries).contains("\"note\":\"counter\"").contains("\"event\":\"signin\"");
        key.key.counter(40);
        key.enter(house.browser()).is(201);
    }

    @Test
    void passkey_isMade_onlySoonAfterALinkOrWithAnother() {
        clock.advance(Duration.ofMinutes(14));
        officer.get("/v1/session").is(200);
        clock.advance(Duration.ofMinutes(1));
        officer.post("/v1/passkeys/options").is(403).isProblem("step-up");

        officer = house.officer();
        key.register(officer, "desk key").is(201);
        new Authenticator()
                .register(officer, "second, in the same hour of arrival")
                .is(201);
        clock.advance(Duration.ofMillis(1));
        house.officer().post("/v1/passkeys/options").is(403).isProblem("step-up");
        Browser entered = entered();
        new Authenticator().register(entered, "spare").is(201);
        clock.advance(Duration.ofMinutes(5));
        entered.post("/v1/passkeys/options").is(403).isProblem("step-up");
    }

    @Test
    void passkey_isKeptOnce() {
        key.register(officer, "desk key").is(201);
        assertThat(reason(key.register(officer, "again"))).contains("registered already");
        JsonObject listed = officer.get("/v1/passkeys").is(200).body();
        assertThat(listed.getJsonArray("passkeys")).hasSize(1);
        assertThat(listed.getInteger("keep")).isEqualTo(2);
    }

    @Test
    void passkey_isRenamed_byItsHolderOnly() {
        key.register(officer, "desk key").is(201);
        officer.put("/v1/passkeys/" + key.id(), Map.of("name", "blue key")).is(204);
        house.desk(ServedHouse.IVY)
                .put("/v1/passkeys/" + key.id(), Map.of("name", "mine"))
                .is(404);
        assertThat(officer.get("/v1/passkeys").is(200).text()).contains("blue key");
    }

    @Test
    void passkeys_ofAnOfficer_stayTwo() {
        Authenticator second = new Authenticator();
        Authenticator third = new Authenticator();
        key.register(officer, "one").is(201);
        second.register(officer, "two").is(201);
        third.register(officer, "three").is(201);
        officer.delete("/v1/passkeys/" + third.id()).is(403).isProblem("step-up");

        key.prove(officer).is(200);

        officer.delete("/v1/passkeys/" + third.id()).is(204);
        officer.delete("/v1/passkeys/" + second.id()).is(400);
        officer.delete("/v1/passkeys/" + third.id()).is(404);
        third.enter(house.browser()).is(403).isProblem("passkey");
    }

    @Test
    void proof_isAskedOfTheHoldersOwnPasskeys_andLastsFiveMinutes() {
        key.register(officer, "one").is(201);
        JsonObject options = officer.post("/v1/session/proof/options").is(200).body();
        assertThat(key.asked(options)).isTrue();

        key.prove(officer).is(200);

        String path = "/v1/passkeys/" + key.id();
        officer.delete(path).is(400);
        clock.advance(Duration.ofMinutes(5));
        officer.delete(path).is(403).isProblem("step-up");
    }

    @Test
    void bundle_leaves_onlyAfterAPasskeyWasUsed() {
        key.register(officer, "one").is(201);
        ServedHouse.await(house.rooms.auditing().sequence());
        String bundle = "/v1/audit/bundle?reason=audit";
        officer.get(bundle).is(403).isProblem("step-up");

        key.prove(officer).is(200);

        officer.get(bundle).is(200);
        clock.advance(Duration.ofMinutes(5));
        officer.get(bundle).is(403).isProblem("step-up");
        key.enter(officer).is(201);
        officer.get(bundle).is(200);
    }

    @Test
    void whatTheContractMarks_isRefused_untilAPasskeyWasUsed() {
        Contract contract = ServedHouse.await(Contract.load(house.vertx));
        List<Operation> marked =
                contract.operations().stream().filter(contract::stepUp).toList();
        assertThat(marked)
                .extracting(Operation::getOperationId)
                .contains("auditBundle", "beginLook", "closeComplaint", "removePasskey");
        for (Operation operation : marked) {
            assertThat(operation.getResponse(403))
                    .as(operation.getOperationId())
                    .isNotNull();
            String path = "/v1" + operation.getOpenAPIPath().replaceAll("\\{[^}]+}", "unknown");
            marked(operation, path).is(403).isProblem("step-up");
        }
    }

    private Answered marked(Operation operation, String path) {
        // What is asked of must be in order, or that is told first.
        Spec spec = new Spec(house.conformity.contract().text());
        Optional<String> body = spec.operations().stream()
                .filter(one -> one.id().equals(operation.getOperationId()))
                .findFirst()
                .flatMap(one -> new Filler(spec, Map.of())
                        .request(one, id -> Optional.of("unknown0.a"))
                        .body());
        boolean desk = spec.operations().stream()
                .anyMatch(one -> one.id().equals(operation.getOperationId())
                        && one.role().equals("concierge"));
        Browser asking = desk ? house.desk(ServedHouse.IVY) : officer;
        if (body.isPresent()) {
            return asking.post(path, body.get());
        }
        return "GET".equals(operation.getHttpMethod().name())
                ? asking.get(path)
                : asking.changing(operation.getHttpMethod().name(), path);
    }

    @Test
    void answer_thatIsNoAnswer_isInvalid() {
        Browser browser = house.browser();
        browser.post("/v1/sessions/passkey", "{\"id\": \"AAAA\", \"clientDataJSON\": \"AAAA\"}")
                .is(400);
        browser.post("/v1/sessions/passkey", "{\"id\": \"AAAA\", \"clientDataJSON\": \"e30\"}")
                .is(403);
        browser.post("/v1/sessions/passkey", "{\"id\": \"AAAA\"}").is(400);
    }
}
