package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import confidant.store.HouseStore.Concierge;
import confidant.store.HouseStore.Officer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Staff sign in by their company: connected once with a passkey, let in from then on, and told why when they are not. */
class OidcWalkIT {
    private static final String COMPANY = "Lumière Group";

    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @AfterEach
    void back() {
        house.company.tokensAway(false);
    }

    /** Somebody whom the company knows, under a name that nobody else has. */
    private String somebody(String... groups) {
        String name = "Kim " + Long.toString(System.nanoTime(), 36);
        house.company.person(name, "subject of " + name, groups);
        return name;
    }

    private static void choose(Visit visit, String name) {
        visit.page.getByText(name, new Page.GetByTextOptions().setExact(true)).click();
    }

    private void connect(Visit visit, String name) {
        visit.page.navigate(house.address("/passkeys"));
        visit.at("company-connect").click();
        // Who has just used their passkey is not asked again.
        Locator asked = visit.at("step-up-use");
        assertThat(asked.or(visit.page.getByText("Who are you?")).first()).isVisible();
        if (asked.count() > 0) {
            asked.click();
        }
        choose(visit, name);
        assertThat(visit.at("company-connected")).containsText(COMPANY);
        visit.expected("403");
    }

    private void byCompany(Visit visit, String name) {
        visit.page.navigate(house.address("/signin"));
        visit.at("enter-company").click();
        choose(visit, name);
    }

    private static void signOut(Visit visit) {
        visit.at("sign-out").click();
        assertThat(visit.page).hasURL(Pattern.compile("/signin$"));
    }

    @ParameterizedTest
    @EnumSource
    void concierge_connectsOnce_andThenComesInByTheCompany(Screen screen) {
        String name = somebody("everybody", "confidant-concierges");
        Concierge newcomer = people.newcomer();
        try (Visit visit = new Visit(house, screen, "en-GB", "Asia/Taipei")) {
            new VirtualKey(visit, "internal");
            people.come(visit, newcomer);
            visit.page.navigate(house.address("/passkeys"));
            visit.at("passkey-make").click();
            assertThat(visit.at("passkey")).hasCount(1);
            visit.accessible();
            connect(visit, name);
            visit.accessible();
            visit.picture("company-connected");
            visit.page.navigate(house.address("/desk"));
            visit.at("section-me").click();
            signOut(visit);
            assertThat(visit.at("enter-company")).hasText("Sign in with " + COMPANY);
            visit.accessible();
            visit.picture("signin-company");

            byCompany(visit, name);

            assertThat(visit.page.locator(".desk[data-line=open]")).hasCount(1);
            assertThat(visit.page).hasURL(Pattern.compile("/desk$"));
            visit.page.navigate(house.address("/passkeys"));
            visit.at("company-disconnect").click();
            // Coming by the company is no proof that the passkey's holder is there.
            visit.at("step-up-use").click();
            assertThat(visit.at("passkey-word")).containsText("lets nobody in");
            assertThat(visit.at("company-connect")).isVisible();
            visit.expected("401");
            visit.expected("403");
        }
    }

    @Test
    void officer_comesToTheConsole_withAGroupThatMakesOfficers() {
        String name = somebody("confidant-officers");
        Officer officer = people.newOfficer("Dana " + name);
        try (Visit visit = people.officer(Screen.DESKTOP, officer)) {
            connect(visit, name);
            visit.page.navigate(house.address("/officer"));
            assertThat(visit.at("checkpoint")).isVisible();
            signOut(visit);

            byCompany(visit, name);

            assertThat(visit.at("checkpoint")).isVisible();
            signOut(visit);
            house.company.person(name, "subject of " + name, "confidant-concierges");
            byCompany(visit, name);
            assertThat(visit.at("signin-fault")).containsText("no group of this account");
            visit.expected("401");
            visit.expected("403");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsNotLetIn_isToldWhy_andTheOtherWaysStay(Screen screen) {
        String name = somebody("confidant-concierges");
        try (Visit visit = new Visit(house, screen, "en-GB", "Asia/Taipei")) {
            byCompany(visit, name);
            assertThat(visit.at("signin-fault")).containsText("nobody here is connected");
            assertThat(visit.page).hasURL(Pattern.compile("/signin$"));
            visit.accessible();
            visit.picture("signin-refused");

            visit.page.navigate(house.address("/signin?error=access_denied&state=company-enter.unknown"));
            assertThat(visit.at("signin-fault")).containsText("did not sign you in");

            visit.page.navigate(house.address("/signin?code=any&state=company-enter.of-nobody"));
            assertThat(visit.at("signin-fault")).containsText("not begun in this browser");

            people.come(visit, people.newcomer());
            visit.expected("403");
        }
    }

    @Test
    void companyThatIsAway_isSaidInAWord() {
        String name = somebody("confidant-concierges");
        try (Visit visit = new Visit(house, Screen.PHONE, "zh-TW", "Asia/Taipei")) {
            visit.page.navigate(house.address("/signin"));
            assertThat(visit.at("enter-company")).hasText("用「" + COMPANY + "」登入");
            visit.at("enter-company").click();
            assertThat(visit.page.getByText("Who are you?")).isVisible();
            house.company.tokensAway(true);
            choose(visit, name);
            assertThat(visit.at("signin-fault")).containsText("公司的登入系統沒有回應");
            assertThat(visit.at("enter")).isVisible();
            visit.accessible();
            visit.expected("503");
        }
    }
}
