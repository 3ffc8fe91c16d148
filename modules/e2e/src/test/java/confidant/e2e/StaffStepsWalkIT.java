package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.model.Lang;
import confidant.model.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps of consent by staff: what a client said aloud at the desk, and what an officer ends or holds in the console. */
class StaffStepsWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void yesSaidAloud_waitsForTheClientInTheirChat_andANoDoesNot(Screen screen) {
        try (Visit chat = people.chat(screen, "en-GB");
                Visit desk = people.desk(screen)) {
            people.say(chat, "I told you on the telephone " + screen);
            people.open(desk, people.lastWriter());
            people.card(desk, screen);
            Locator consent = desk.at("consent-greeting");
            consent.getByTestId("told-greeting").click();
            assertThat(consent.getByTestId("told-part")).containsText("Until they do, it counts for nothing");
            desk.accessible();
            desk.picture("told");
            consent.getByTestId("said-yes").click();
            assertThat(consent).hasAttribute("data-status", "pending");
            assertThat(consent).containsText("to be confirmed");

            Locator question = chat.at("consent-request-greeting");
            assertThat(question).isVisible();
            assertThat(people.message(chat, "house", "It counts only once you confirm it here"))
                    .isVisible();
            chat.accessible();
            chat.picture("confirm");
            question.getByTestId("consent-yes").click();
            assertThat(question).hasCount(0);
            assertThat(consent).hasAttribute("data-status", "given");

            // A yes that stands cannot be noted again, only taken back.
            consent.getByTestId("told-greeting").click();
            assertThat(consent.getByTestId("said-yes")).hasCount(0);
            consent.getByTestId("said-no").click();
            assertThat(consent).hasAttribute("data-status", "withdrawn");
            assertThat(people.message(chat, "house", "You told us aloud that you do not agree"))
                    .isVisible();

            consent.getByTestId("told-greeting").click();
            consent.getByTestId("said-yes").click();
            assertThat(consent.getByTestId("told-refused").locator(".chip[data-rule=ask-first]"))
                    .containsText("let the client say so themselves");
            desk.accessible();
            consent.getByTestId("told-part").scrollIntoViewIfNeeded();
            desk.picture("told-refused");
            desk.expected("403");
        }
    }

    @ParameterizedTest
    @EnumSource
    void yesSaidAloud_isConfirmedOrDeniedOnThePrivacyPage(Screen screen) {
        Guest client = people.guest(Lang.EN);
        for (Purpose purpose : new Purpose[] {Purpose.GREETING, Purpose.SHARING}) {
            OpenHouse.done(house.running.rooms().consentTalk().saidYes(people.desk(), client.client(), purpose));
        }
        try (Visit letter = new Visit(house, screen, "en-GB", "Asia/Taipei")) {
            letter.page.navigate(house.running.links().privacy(client));
            Locator greeting = letter.at("confirm-greeting");
            assertThat(greeting).containsText("Until you confirm it, it counts for nothing");
            letter.accessible();
            greeting.scrollIntoViewIfNeeded();
            letter.picture("confirm-letter");
            greeting.getByTestId("confirm-yes").click();
            assertThat(letter.at("purpose-greeting")).hasAttribute("data-status", "given");
            letter.at("confirm-sharing").getByTestId("confirm-no").click();
            assertThat(letter.at("purpose-sharing")).hasAttribute("data-status", "refused");
            assertThat(letter.page.locator("[data-testid^=confirm-]")).hasCount(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void officer_holdsRevokesAndLifts_eachWithAReason(Screen screen) {
        Guest client = people.guest(Lang.EN, Purpose.PERSONALISATION, Purpose.GREETING);
        people.tagged(client, "likes", "orchids", Purpose.PERSONALISATION);
        String pseudonym = house.running.rooms().auditing().pseudonym(client.client());
        try (Visit officer = people.officer(screen)) {
            choose(officer, pseudonym);
            assertThat(officer.at("holds-none")).isVisible();
            assertThat(officer.at("step-text")).containsText("unless a legal hold lies on it");
            officer.at("step-kind").selectOption("place");
            assertThat(officer.at("step-text")).containsText("A hold opens nothing");
            officer.at("step-purpose").selectOption("personalisation");
            officer.at("step-reason").selectOption("court");
            officer.at("step-take").click();
            officer.at("step-up-use").click();
            Locator hold = officer.at("history").getByTestId("hold");
            assertThat(hold).hasAttribute("data-held", "true");
            officer.accessible();
            officer.at("steps").scrollIntoViewIfNeeded();
            officer.picture("held");

            officer.at("step-kind").selectOption("revoke");
            officer.at("step-purpose").selectOption("personalisation");
            officer.at("step-reason").selectOption("minor");
            officer.at("step-sure").check();
            officer.at("step-take").click();
            assertThat(officer.at("step-word")).containsText("is revoked");
            assertThat(officer.at("consent-events").locator(".badge[data-status=revoked]"))
                    .hasCount(1);
            assertThat(officer.at("consent-events")).containsText("minor");

            officer.at("step-kind").selectOption("anew");
            assertThat(officer.at("step-text")).containsText("asked in their chat");
            officer.at("step-take").click();
            assertThat(officer.at("step-word")).containsText("asked anew");

            officer.at("holds-show").click();
            Locator all = officer.page
                    .locator(".report > cf-holds")
                    .getByTestId("hold")
                    .filter(new Locator.FilterOptions().setHasText(pseudonym.substring(0, 12)));
            assertThat(all).hasCount(1);
            officer.accessible();
            all.getByTestId("lift-why").selectOption("over");
            all.getByTestId("lift").click();
            assertThat(all).hasCount(0);
            assertThat(hold).hasAttribute("data-held", "false");
            assertThat(hold).containsText("lifted: The matter is over");
            officer.expected("403");
        }
    }

    static void choose(Visit officer, String pseudonym) {
        Locator row =
                officer.at("pseudonym").filter(new Locator.FilterOptions().setHasText(pseudonym.substring(0, 12)));
        officer.page.waitForCondition(() -> {
            Locator more = officer.page.locator("section:has([data-testid=pseudonyms]) > button.quiet");
            if (row.count() == 0 && more.count() > 0) {
                int before = officer.at("pseudonym").count();
                more.click();
                officer.page.waitForCondition(() -> officer.at("pseudonym").count() > before);
            }
            return row.count() > 0;
        });
        row.click();
        assertThat(officer.at("consent-events")).isVisible();
    }
}
