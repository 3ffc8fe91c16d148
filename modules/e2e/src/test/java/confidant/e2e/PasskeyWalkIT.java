package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import confidant.store.HouseStore.Officer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Passkeys with the authenticator that Chromium plays: made, used, renamed, removed and refused. */
class PasskeyWalkIT {
    /** Asks the browser for an assertion as a careless page would: without user verification. */
    private static final String CARELESS = """
            async known => {
              const decoded = t => Uint8Array.from(atob(t.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
              const encoded = b => btoa(String.fromCharCode(...new Uint8Array(b))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
              const post = (path, body) => fetch('/v1' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
              const options = await (await fetch('/v1/sessions/passkey/options', { method: 'POST' })).json();
              const got = await navigator.credentials.get({ publicKey: { challenge: decoded(options.challenge), rpId: options.rpId,
                allowCredentials: [{ type: 'public-key', id: decoded(known) }], userVerification: 'discouraged', timeout: 10000 } });
              const flags = new Uint8Array(got.response.authenticatorData)[32];
              const answer = await post('/sessions/passkey', { id: encoded(got.rawId), clientDataJSON: encoded(got.response.clientDataJSON),
                authenticatorData: encoded(got.response.authenticatorData), signature: encoded(got.response.signature), userHandle: encoded(got.response.userHandle) });
              return { flags, status: answer.status, detail: (await answer.json()).detail };
            }""";

    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    /** Where passkeys are made, after coming by a link. */
    private Visit atPasskeys(Screen screen, String locale) {
        Visit visit = new Visit(house, screen, locale, "Asia/Taipei");
        people.come(visit, people.newcomer());
        visit.page.navigate(house.address("/passkeys"));
        return visit;
    }

    private static void make(Visit visit, String name) {
        int before = visit.at("passkey").count();
        visit.at("passkey-make").click();
        assertThat(visit.at("passkey")).hasCount(before + 1);
        Locator made = visit.at("passkey").last();
        made.getByTestId("passkey-name").fill(name);
        made.getByTestId("passkey-save").click();
        assertThat(visit.page.locator("[data-name='" + name + "']")).hasCount(1);
    }

    private static void signOut(Visit visit) {
        visit.page.navigate(visit.page.url().replaceAll("/passkeys.*", "/desk"));
        assertThat(visit.page.locator(".desk[data-line=open]")).hasCount(1);
        visit.at("section-me").click();
        visit.at("sign-out").click();
        assertThat(visit.page).hasURL(Pattern.compile("/signin$"));
    }

    @ParameterizedTest
    @EnumSource
    void passkey_letsItsHolderIn_withoutANameOrALink(Screen screen) {
        String name = "key of " + screen;
        try (Visit visit = atPasskeys(screen, "en-GB")) {
            new VirtualKey(visit, "internal");
            make(visit, name);
            visit.accessible();
            visit.picture("passkeys");
            signOut(visit);
            visit.page.navigate(house.address("/signin"));
            visit.accessible();
            visit.picture("signin");

            visit.at("enter").click();

            assertThat(visit.page.locator(".desk[data-line=open]")).hasCount(1);
            visit.page.navigate(house.address("/passkeys"));
            assertThat(visit.page.locator("[data-name='" + name + "']")).containsText("last used");
            visit.expected("401");
        }
    }

    @ParameterizedTest
    @EnumSource
    void passkey_isRefused_whenTheAuthenticatorDoesNotVerifyItsUser(Screen screen) {
        try (Visit visit = atPasskeys(screen, "en-GB")) {
            VirtualKey key = new VirtualKey(visit, "internal");
            make(visit, "unverified " + screen);
            key.verifiesItsUser(false);
            signOut(visit);
            visit.page.navigate(house.address("/signin"));

            visit.at("enter").click();
            assertThat(visit.at("signin-fault")).containsText("did not confirm");

            // The house does not take the browser's word: the same key asked carelessly signs without the flag.
            Map<?, ?> careless = (Map<?, ?>) visit.page.evaluate(
                    CARELESS, key.credential().get("credentialId").getAsString());
            org.assertj.core.api.Assertions.assertThat(((Number) careless.get("flags")).intValue() & 0x04)
                    .isZero();
            org.assertj.core.api.Assertions.assertThat(careless.get("status")).isEqualTo(403);
            org.assertj.core.api.Assertions.assertThat((String) careless.get("detail"))
                    .contains("did not verify its user");
            visit.expected("401");
            visit.expected("403");

            key.verifiesItsUser(true);
            visit.at("enter").click();
            assertThat(visit.page.locator(".desk[data-line=open]")).hasCount(1);
        }
    }

    @Test
    void passkey_isRemoved_afterAnotherOneWasUsed_andThenLetsNobodyIn() {
        try (Visit visit = atPasskeys(Screen.DESKTOP, "en-GB")) {
            VirtualKey first = new VirtualKey(visit, "internal");
            make(visit, "lost phone");
            VirtualKey second = new VirtualKey(visit, "usb");
            make(visit, "ring");
            org.assertj.core.api.Assertions.assertThat(first.credentials() + second.credentials())
                    .isEqualTo(2);

            visit.page
                    .locator("[data-name='lost phone']")
                    .getByTestId("passkey-remove")
                    .click();
            assertThat(visit.at("step-up")).isVisible();
            visit.accessible();
            visit.picture("step-up");
            visit.at("step-up-use").click();

            assertThat(visit.page.locator("[data-name='lost phone']")).hasCount(0);
            assertThat(visit.at("passkey-word")).containsText("lets nobody in");
            // The browser asks whichever is plugged in; without the ring only the removed one can answer.
            second.remove();
            signOut(visit);
            visit.page.navigate(house.address("/signin"));
            visit.at("enter").click();
            assertThat(visit.at("signin-fault")).containsText("not known");
            visit.expected("401");
            visit.expected("403");
        }
    }

    @Test
    void pages_speakThreeLanguages() {
        try (Visit visit = atPasskeys(Screen.PHONE, "zh-TW")) {
            assertThat(visit.page.getByRole(
                            AriaRole.HEADING, new com.microsoft.playwright.Page.GetByRoleOptions().setLevel(1)))
                    .hasText("通行金鑰");
            visit.at("language").selectOption("zh-Hans");
            assertThat(visit.at("passkey-make")).containsText("创建通行密钥");
            visit.accessible();
            visit.at("language").selectOption("en");
            assertThat(visit.at("passkey-make")).containsText("Make a passkey");
        }
    }

    @ParameterizedTest
    @EnumSource
    void lostPasskeys_areReplaced_whenTwoOfficersVouch(Screen screen) {
        Officer lost = people.newOfficer("Cho " + screen);
        people.officer(screen, lost).close();
        try (Visit first = people.officer(screen, people.newOfficer("Ada " + screen));
                Visit second = people.officer(screen, people.newOfficer("Ben " + screen))) {
            vouch(first, lost);
            first.accessible();
            first.picture("vouch");
            first.at("vouch-yes").click();
            first.at("step-up-use").click();
            assertThat(first.at("vouch-word")).containsText("1 more officer");

            vouch(second, lost);
            second.at("vouch-yes").click();
            second.at("step-up-use").click();
            assertThat(second.at("vouch-word")).containsText("let nobody in");
            second.accessible();
            second.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            second.at("vouch-copy").click();
            assertThat(second.at("vouch-copied")).hasText("Copied");
            org.assertj.core.api.Assertions.assertThat(second.page.evaluate("navigator.clipboard.readText()"))
                    .isEqualTo(second.at("vouch-link").inputValue());
            second.at("vouch-link").scrollIntoViewIfNeeded();
            second.picture("vouched");
            first.expected("403");
            second.expected("403");

            try (Visit back = new Visit(house, screen, "en-GB", "Asia/Taipei")) {
                VirtualKey fresh = new VirtualKey(back, "internal");
                fresh.take(house.passkeys.get(lost.id().toString()));
                back.page.navigate(house.address("/signin"));
                back.at("enter").click();
                assertThat(back.at("signin-fault")).containsText("not known");
                back.expected("403");
                back.page.navigate(second.at("vouch-link").inputValue());
                back.at("make-first").click();
                assertThat(back.at("checkpoint")).isVisible();
            }
        }
    }

    private static void vouch(Visit officer, Officer lost) {
        officer.page
                .locator("tr[data-name='" + lost.displayName() + "']")
                .getByTestId("vouch")
                .click();
        assertThat(officer.at("vouch-ask")).isVisible();
    }
}
