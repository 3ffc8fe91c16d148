package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps 4 to 6: the desk, many conversations at once, tags. */
class DeskWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void concierge_holdsTwoConversations_andTheReplyReachesTheWebChat(Screen screen) {
        try (Visit chat = people.chat(Screen.PHONE, "en-GB");
                Visit desk = people.desk(screen)) {
            String words = "Is the blue scarf still there? " + System.nanoTime();
            people.say(chat, words);
            Guest second = people.guest(Lang.EN);
            say(second, "And a word from somebody else");

            Locator row = desk.at("inbox").locator("[data-testid^=row-]").filter(new Locator.FilterOptions().setHasText("scarf"));
            Locator rows = desk.at("inbox").locator("[data-testid^=row-]");
            assertThat(rows.first()).isVisible();
            Locator pane = people.open(desk, second);
            if (!screen.phone()) {
                rows.first().click();
                rows.nth(1).click();
                org.assertj.core.api.Assertions.assertThat(
                                desk.page.locator("section.pane").count())
                        .isGreaterThanOrEqualTo(2);
            }
            desk.accessible();
            desk.picture("desk");
            people.reply(pane, "Good afternoon, how may I help?");
            assertThat(people.message(desk, "concierge", "Good afternoon").first()).isVisible();
            assertThat(row).hasCount(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void assistant_answersWhatTheFaqCovers_andFallsSilentWhenTheConciergeWrites(Screen screen) {
        try (Visit chat = people.chat(screen, "en-GB")) {
            people.say(chat, "What are your opening hours?");
            assertThat(chat.page.locator("[data-author=assistant]")).hasCount(1);
            chat.picture("assistant");
            chat.accessible();
        }
        try (Visit desk = people.desk(screen)) {
            Guest client = people.guest(Lang.EN);
            say(client, "Could somebody help me choose a watch strap for my father?");
            Locator pane = people.open(desk, client);
            if (screen.phone()) {
                pane.getByTestId("show-card").click();
            }
            assertThat(desk.at("brief")).containsText("watch strap");
            desk.accessible();
            desk.picture("brief");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tagWithoutConsent_isRefusedWithARemedy_andTheClientsYesLetsItThrough(Screen screen) {
        try (Visit chat = people.chat(Screen.PHONE, "en-GB");
                Visit desk = people.desk(screen)) {
            people.say(chat, "Hello there");
            Locator row = desk.at("inbox").locator("[data-testid^=row-]").first();
            row.click();
            openCard(desk, screen);
            desk.at("add-tag").click();
            desk.at("tag-purpose-greeting").check();
            desk.at("tag-kind").selectOption("birthday");
            desk.at("tag-month").selectOption("5");
            desk.at("tag-day").fill("3");
            desk.at("tag-save").click();
            assertThat(desk.at("tag-refused").locator(".chip[data-rule=consent-needed]")).isVisible();
            desk.accessible();
            desk.picture("refused");
            desk.expected("403");
            desk.at("tag-refused").locator("button").first().click();

            chat.at("consent-request-greeting").getByTestId("consent-yes").click();
            assertThat(desk.at("consent-greeting")).hasAttribute("data-status", "given");
            closeDialog(desk);
            desk.at("add-tag").click();
            desk.at("tag-purpose-greeting").check();
            desk.at("tag-kind").selectOption("birthday");
            desk.at("tag-month").selectOption("5");
            desk.at("tag-day").fill("3");
            desk.at("tag-save").click();
            assertThat(desk.at("card").locator("[data-kind=birthday]")).hasCount(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void assistantsProposal_becomesATag_onlyWhenAccepted(Screen screen) {
        Guest client = people.guest(Lang.EN, Purpose.PERSONALISATION, Purpose.GREETING);
        say(client, "I love oolong tea");
        try (Visit desk = people.desk(screen)) {
            people.open(desk, client);
            openCard(desk, screen);
            assertThat(desk.at("proposals")).containsText("oolong");
            assertThat(desk.at("card").locator("[data-kind=likes]")).hasCount(0);
            desk.accessible();
            desk.picture("proposal");
            desk.at("accept").first().click();
            assertThat(desk.at("card").locator("[data-kind=likes]")).hasCount(1);
            assertThat(desk.at("proposals")).hasCount(0);
        }
    }

    private void openCard(Visit desk, Screen screen) {
        if (screen.phone()) {
            desk.at("show-card").first().click();
        }
        assertThat(desk.at("card")).isVisible();
    }

    private static void closeDialog(Visit desk) {
        if (desk.at("tag-dialog").isVisible()) {
            desk.page.keyboard().press("Escape");
        }
    }

    private void say(Guest client, String text) {
        OpenHouse.done(house.running
                .rooms()
                .reception()
                .say(client, Long.toString(System.nanoTime(), 36), Personal.of(text)));
    }
}
