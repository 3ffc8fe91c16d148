package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.model.Lang;
import confidant.model.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 6: tags, under a purpose that the client agreed to. */
class TagWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void tagWithoutConsent_isRefusedWithARemedy_andTheClientsYesLetsItThrough(Screen screen) {
        try (Visit chat = people.chat(screen, "en-GB");
                Visit desk = people.desk(screen)) {
            String words = "Hello there, it is nearly my birthday " + screen;
            people.say(chat, words);
            people.open(desk, people.lastWriter());
            assertThat(people.message(desk, "client", words)).isVisible();
            people.card(desk, screen);
            tag(desk);
            assertThat(desk.at("tag-refused").locator(".chip[data-rule=consent-needed]"))
                    .isVisible();
            desk.accessible();
            desk.picture("refused");
            // The browser notes on its console that the house said no.
            desk.expected("403");
            desk.at("tag-refused").locator("button").first().click();

            Locator question = chat.at("consent-request-greeting");
            assertThat(question).isVisible();
            chat.accessible();
            chat.picture("asked");
            question.getByTestId("consent-yes").click();
            assertThat(question).hasCount(0);
            desk.closeDialogs();
            people.card(desk, screen);
            assertThat(desk.at("consent-greeting")).hasAttribute("data-status", "given");
            tag(desk);
            desk.at("tag-dialog")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
            people.card(desk, screen);
            assertThat(desk.at("card").locator("[data-kind=birthday]")).hasCount(1);
            desk.accessible();
            desk.picture("tagged");
        }
    }

    @ParameterizedTest
    @EnumSource
    void assistantsProposal_becomesATag_onlyWhenAccepted(Screen screen) {
        Guest client = people.guest(Lang.EN, Purpose.PERSONALISATION, Purpose.GREETING);
        people.writes(client, "I love oolong tea");
        try (Visit desk = people.desk(screen)) {
            people.open(desk, client);
            people.card(desk, screen);
            assertThat(desk.at("proposals")).containsText("oolong");
            assertThat(desk.at("card").locator("[data-kind=likes]")).hasCount(0);
            desk.accessible();
            desk.picture("proposal");
            desk.at("accept").first().click();
            assertThat(desk.at("card").locator("[data-kind=likes]")).hasCount(1);
            assertThat(desk.at("proposals")).hasCount(0);
        }
    }

    private static void tag(Visit desk) {
        desk.at("add-tag").click();
        desk.at("tag-purpose-greeting").check();
        desk.at("tag-kind").selectOption("birthday");
        desk.at("tag-month").selectOption("5");
        desk.at("tag-day").fill("3");
        desk.at("tag-save").click();
    }
}
