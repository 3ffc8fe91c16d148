package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.model.Lang;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 4: the concierge signs in, holds several conversations and answers. */
class DeskWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void concierge_holdsSeveralConversations_andTheReplyReachesTheWebChat(Screen screen) {
        String words = "Is the blue scarf still there? It is for my mother.";
        try (Visit chat = people.chat(screen, "en-GB");
                Visit desk = people.desk(screen)) {
            people.say(chat, words);
            Guest client = people.lastWriter();
            Locator row = desk.at("row-" + client.client());
            Locator pane = desk.at("pane-" + client.client());
            assertThat(row).hasCount(1);
            Locator others = desk.at("inbox")
                    .locator("[data-testid^=row-]")
                    .and(desk.page.locator(":not([data-testid=row-" + client.client() + "])"));
            desk.picture("inbox");
            if (screen.phone()) {
                others.last().click();
                assertThat(desk.page.locator("section.pane")).hasCount(1);
                desk.page.locator("section.pane header button").first().click();
                assertThat(desk.page.locator("section.pane")).hasCount(0);
                row.click();
            } else {
                others.first().click();
                row.click();
                assertThat(desk.page.locator("section.pane")).hasCount(2);
                assertThat(desk.page.locator("section.pane").first()).isVisible();
                assertThat(desk.at("brief")).containsText("blue scarf");
            }
            assertThat(people.message(pane, "client", words)).isVisible();
            desk.accessible();
            desk.picture("two");

            people.reply(pane, "Good morning, it is. Shall I put it aside for you?");
            assertThat(people.message(chat, "concierge", "Shall I put it aside"))
                    .isVisible();
            assertThat(people.message(pane, "concierge", "Shall I put it aside"))
                    .hasAttribute("data-delivery", "sent");
            assertThat(row.locator(".clock")).hasCount(0);
            chat.accessible();
            chat.picture("chat");
            if (!screen.phone()) {
                others.first().click();
                assertThat(desk.at("card").locator("[data-kind]").first()).isVisible();
            }
            desk.picture("desk");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reply_isHeld_andCanBeTakenBack(Screen screen) {
        try (Visit desk = people.desk(screen)) {
            Guest client = people.guest(Lang.EN);
            people.writes(client, "Do you have it in green?");
            Locator pane = people.open(desk, client);
            pane.getByTestId("composer").fill("No.");
            // The five seconds stand still while the page is looked at.
            desk.stop();
            pane.getByTestId("send").click();
            assertThat(pane.getByTestId("held")).isVisible();
            desk.picture("held");
            pane.getByTestId("undo").click();
            desk.goOn();
            assertThat(pane.getByTestId("composer")).hasValue("No.");
            assertThat(people.message(pane, "concierge", "No.")).hasCount(0);
            pane.getByTestId("composer").fill("");
        }
    }
}
