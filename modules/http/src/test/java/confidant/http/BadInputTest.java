package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is a problem that names no part of it, and never a failure of ours. */
class BadInputTest {
    private static ServedHouse house;

    @BeforeAll
    static void start() {
        house = new ServedHouse();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "17",
                "\"code\"",
                "{}",
                "{\"code\": 1}",
                "{\"code\": null}",
                "{\"code\": \"short\"}",
                "{\"code\": \"0123456789abcdef0123\", \"sesame\": \"open\"}",
                "{\"code\": \"0123456789abcdef0123\"} trailing",
                "{\"code\": \"0123456789abcdef\\ud800\"}",
                "{\"code\": \"0123456789abcdef0123\", \"code\": \"0123456789abcdef0124\"}",
                "{\"code\": 1e999999999}",
                "{'code': '0123456789abcdef0123'}"
            })
    void body_isInvalid_whenItIsNotOfTheContract(String body) {
        Answered answered = house.browser().post("/v1/sessions", body).is(400).isProblem("invalid");

        assertThat(answered.text()).doesNotContain("sesame", "0123456789");
    }

    @Test
    void body_isInvalid_whenItNestsForEver() {
        house.browser()
                .post("/v1/sessions", "{\"code\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}")
                .is(400)
                .isProblem("invalid");
    }

    @Test
    void body_isInvalid_whenItIsNotUtf8() {
        byte[] body = "{\"code\": \"0123456789abcdef0123??\"}".getBytes(StandardCharsets.UTF_8);
        body[body.length - 4] = (byte) 0xc3;
        body[body.length - 3] = (byte) 0x28;

        post(body, Map.of("Content-Type", "application/json")).is(400).isProblem("invalid");
    }

    @Test
    void body_isPointedAt_whenAPropertyDoesNotFit() {
        Answered answered =
                house.browser().post("/v1/sessions", "{\"code\": \"short\"}").is(400);

        assertThat(answered.body().getJsonArray("errors").encode()).contains("\"pointer\":\"/code\"", "is too short");
    }

    @Test
    void body_isTooLarge_whenItPassesTheLimitOfItsRoute() {
        String code = "x".repeat(Settings.Limits.USUAL.body());

        house.browser().post("/v1/sessions", Map.of("code", code)).is(413).isProblem("too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json; charset=big5", "multipart/form-data"})
    void body_isNotTaken_whenItIsOfAnotherType(String type) {
        post("{}".getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", type))
                .is(415)
                .isProblem("media-type");
    }

    @Test
    void body_isNotUnpacked_whenItIsABomb() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[20 << 20]);
        }
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Content-Encoding", "gzip");

        post(bomb.toByteArray(), headers).is(415).isProblem("media-type");
        house.browser()
                .send("POST", "/hooks/line/main", BodyPublishers.ofByteArray(bomb.toByteArray()), headers)
                .is(415)
                .isProblem("media-type");
    }

    private static Answered post(byte[] body, Map<String, String> headers) {
        return house.browser().send("POST", "/v1/sessions", BodyPublishers.ofByteArray(body), headers);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404, not-found",
        "GET, /v1/desk//inbox, 404, not-found",
        "GET, /v1, 404, not-found",
        "GET, /v1/%zz, 400, invalid",
        "GET, /nothing, 404, not-found",
        "GET, /../../etc/passwd, 404, not-found",
        "GET, /assets/%2e%2e/%2e%2e/secret, 404, not-found",
        "GET, /problems/nothing, 404, not-found",
        "PUT, /v1/sessions, 405, method",
        "TRACE, /v1/sessions, 405, method",
        "GET, /v1/sessions, 405, method",
        "PUT, /, 404, not-found",
        "POST, /openapi.yaml, 404, not-found",
        "GET, /hooks/line/main, 404, not-found",
        "POST, /hooks/line/other, 404, not-found",
        "POST, /hooks/pigeon/main, 404, not-found",
        "POST, /hooks/line/main, 401, forged",
        "GET, /v1/notice, 400, invalid",
        "GET, /v1/notice?concierge=ivy&lang=xx, 400, invalid",
        "GET, /v1/notice?concierge=%zz&lang=en, 400, invalid",
        "GET, /v1/notice?concierge=%25zz&lang=en, 400, invalid",
        "GET, /v1/notice?concierge=%ff%fe&lang=en, 400, invalid",
        "GET, /v1/notice?concierge=nobody&lang=en, 404, not-found",
        "GET, /v1/desk/inbox, 401, signed-out",
        "GET, /v1/desk/inbox?limit=abc, 401, signed-out",
        "GET, /v1/chat, 401, signed-out",
        "GET, /v1/privacy, 401, signed-out",
        "GET, /v1/audit/clients, 401, signed-out",
        "GET, /v1/session, 401, signed-out"
    })
    void address_isAProblem_whenItLeadsNowhere(String method, String path, int status, String problem) {
        Raw.send(house.api.port(), method, path).isProblem(status, problem);
    }

    @Test
    void signature_isForged_whenItIsMissingOrDoesNotFit() {
        String body = "U1:e1:hello";
        for (String signature : new String[] {"", "length", FakeDoor.sign(body) + "0", FakeDoor.sign(body + "!")}) {
            hook(body, signature).is(401).isProblem("forged");
        }
    }

    @Test
    void hook_isInvalid_whenItIsGenuineButUnreadable() {
        hook("no parts", FakeDoor.sign("no parts")).is(400).isProblem("invalid");
    }

    @Test
    void hook_isTooLarge_whenItPassesAMegabyte() {
        String body = "x".repeat((1 << 20) + 1);

        hook(body, FakeDoor.sign(body)).is(413).isProblem("too-large");
    }

    @Test
    void head_isRefused_whenItIsTooLarge() {
        Raw answered = Raw.send(
                house.api.port(),
                "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: " + "y".repeat(20_000) + "\r\n\r\n");

        assertThat(answered.status()).isBetween(400, 499);
    }

    @Test
    void body_isGivenUp_whenItDoesNotArrive() {
        Settings.Limits usual = Settings.Limits.USUAL;
        try (ServedHouse hasty = new ServedHouse(new Settings.Limits(
                usual.body(), usual.piece(), usual.file(), usual.hook(), 1, usual.signIns(), usual.chats()))) {
            Raw.send(
                            hasty.api.port(),
                            "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100\r\n\r\n{\"code\":")
                    .isProblem(408, "slow");
        }
    }

    private static Answered hook(String body, String signature) {
        return house.browser()
                .send("POST", "/hooks/line/main", BodyPublishers.ofString(body), Map.of("X-Signature", signature));
    }
}
