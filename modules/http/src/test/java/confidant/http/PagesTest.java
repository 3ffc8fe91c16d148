package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.http.page.StaticAssets;
import confidant.http.problem.Kind;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Static pages, problem pages, and the headers on everything. */
class PagesTest {
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
    @CsvSource({
        "/, text/html, Welcome, no-cache",
        "/chat/ivy, text/html, Chat, no-cache",
        "/desk, text/html, Desk, no-cache",
        "/desk/, text/html, Desk, no-cache",
        "/sw.js, text/javascript, install, no-cache",
        "/desk.webmanifest, application/manifest+json, Desk, no-cache",
        "/assets/desk-ABC.js, text/javascript, console, 'public, max-age=31536000, immutable'",
        "/openapi.yaml, application/yaml, operationId, no-store",
        "/v1/concierges, application/json, ivy, no-store",
        "/metrics, text/plain, '', no-store"
    })
    void page_isServed_withItsTypeAndCaching(String path, String type, String content, String caching) {
        Answered answered = house.browser().get(path).is(200);

        assertThat(answered.header("Content-Type")).startsWith(type);
        assertThat(answered.text()).contains(content);
        assertThat(answered.header("Cache-Control")).isEqualTo(caching);
    }

    @Test
    void asset_isPackedOrSpared_whenTheBrowserSaysSo() {
        Answered packed = house.browser().get("/assets/desk-ABC.js", Map.of("Accept-Encoding", "gzip"));
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.response().body()).startsWith(0x1f, 0x8b);

        String tag = packed.header("ETag");
        Answered spared = house.browser().get("/assets/desk-ABC.js", Map.of("If-None-Match", tag));
        assertThat(spared.is(304).response().body()).isEmpty();
    }

    @Test
    void problem_hasAPage_ofEveryKind() {
        for (Kind kind : Kind.values()) {
            assertThat(house.browser().get("/problems/" + kind.page()).is(200).text())
                    .contains("# " + kind.title(confidant.model.Lang.EN), "## What is safe", "## What to do");
        }
    }

    @Test
    void problem_speaksTheLanguage_thatTheRequestNames() {
        Map<String, String> chinese = Map.of("Accept-Language", "zh-TW, en;q=0.5");

        assertThat(house.browser().get("/v1/session", chinese).is(401).body().getString("title"))
                .isEqualTo("尚未登入");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/v1/session", "/v1/concierges", "/health/live", "/problems/away"})
    void answer_carriesTheSecurityHeaders_whateverItIs(String path) {
        Answered answered = house.browser().get(path);

        assertThat(answered.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(answered.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answered.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answered.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answered.header("Cache-Control")).isNotEmpty();
    }

    @Test
    void address_isAPageOrAProblem_asTheCallerAsks() {
        Answered page = house.browser().get("/nothing", Map.of("Accept", "text/html,*/*;q=0.8"));
        assertThat(page.is(404).header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("There is no such thing").doesNotContain("nothing lives");

        house.browser().get("/nothing", Map.of("Accept", "*/*")).is(404).isProblem("not-found");
        house.browser()
                .get("/v1/session", Map.of("Accept", "text/html"))
                .is(401)
                .isProblem("signed-out");
    }

    @Test
    void assets_areRead_fromAJarToo() throws java.io.IOException {
        StaticAssets inJar = StaticAssets.fromClassPath("io/vertx/openapi/contract");

        assertThat(inJar.at("/Operation.class")).isPresent();
        assertThat(inJar.at("/../Operation.class")).isEmpty();
    }

    @Test
    void metrics_areHidden_behindAProxy() {
        house.browser()
                .get("/metrics", Map.of("X-Forwarded-For", "203.0.113.9"))
                .is(404)
                .isProblem("not-found");
    }
}
