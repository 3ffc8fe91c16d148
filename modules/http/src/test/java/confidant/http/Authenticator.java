package confidant.http;

import confidant.testkit.SoftKey;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** A {@link SoftKey} that speaks the contract of the house. */
final class Authenticator {
    final SoftKey key = new SoftKey("https://house.example", "house.example");

    String id() {
        return key.id();
    }

    /** Makes a credential for whoever is signed in, and sends it. */
    Answered register(Browser browser, String name) {
        JsonObject options = browser.post("/v1/passkeys/options").is(200).body();
        Map<String, String> answer = key.make(
                options.getString("challenge"), options.getJsonObject("user").getString("id"));
        return browser.post("/v1/passkeys", Map.of("name", name, "answer", answer));
    }

    /** Signs in, as whoever made this credential. */
    Answered enter(Browser browser) {
        return browser.post("/v1/sessions/passkey", answer(browser.post("/v1/sessions/passkey/options")));
    }

    Answered prove(Browser browser) {
        return browser.post("/v1/session/proof", answer(browser.post("/v1/session/proof/options")));
    }

    /** What this credential says to a question. */
    Map<String, String> answer(Answered options) {
        return key.use(options.is(200).body().getString("challenge"));
    }

    /** Whether the question names this credential. */
    boolean asked(JsonObject options) {
        return options.getJsonArray("known").contains(id());
    }
}
