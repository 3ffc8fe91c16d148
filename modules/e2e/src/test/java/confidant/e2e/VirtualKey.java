package confidant.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** An authenticator that Chromium itself plays, with a user who is verified until the test says otherwise. */
final class VirtualKey {
    private static final int FURTHER = 1000;

    private final CDPSession devtools;
    private final String id;

    /** @param transport {@code internal} for the device's own, of which there is one, or {@code usb} for one on a ring */
    VirtualKey(Visit visit, String transport) {
        this.devtools = visit.devtools();
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", transport);
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        this.id = devtools.send("WebAuthn.addVirtualAuthenticator", asked)
                .get("authenticatorId")
                .getAsString();
    }

    void verifiesItsUser(boolean verified) {
        JsonObject asked = named();
        asked.addProperty("isUserVerified", verified);
        devtools.send("WebAuthn.setUserVerified", asked);
    }

    int credentials() {
        return held().size();
    }

    private JsonArray held() {
        return devtools.send("WebAuthn.getCredentials", named()).getAsJsonArray("credentials");
    }

    /** The one credential that it holds, for an authenticator of a later visit. */
    JsonObject credential() {
        return held().get(0).getAsJsonObject();
    }

    /** Takes over a credential of an earlier visit; it counts on from further than that can have come. */
    void take(JsonObject credential) {
        JsonObject further = credential.deepCopy();
        further.addProperty("signCount", credential.get("signCount").getAsInt() + FURTHER);
        JsonObject asked = named();
        asked.add("credential", further);
        devtools.send("WebAuthn.addCredential", asked);
    }

    /** Pulls it out; what it holds is gone with it. */
    void remove() {
        devtools.send("WebAuthn.removeVirtualAuthenticator", named());
    }

    private JsonObject named() {
        JsonObject asked = new JsonObject();
        asked.addProperty("authenticatorId", id);
        return asked;
    }
}
