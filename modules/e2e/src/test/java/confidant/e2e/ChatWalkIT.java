package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 1: a client opens the chat of a concierge they choose and writes. */
class ChatWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void client_choosesAConcierge_readsTheNotice_andWrites(Screen screen) {
        try (Visit visit = new Visit(house, screen, "zh-TW", "Asia/Taipei")) {
            visit.page.navigate(house.address("/"));
            visit.at("concierge-" + people.concierge().handle()).click();
            assertThat(visit.at("notice")).isVisible();
            Locator boxes = visit.at("notice").locator("input[type=checkbox]");
            for (int i = 0; i < boxes.count(); i++) {
                assertThat(boxes.nth(i)).not().isChecked();
            }
            assertThat(visit.at("purpose-service")).isVisible();
            assertThat(visit.page.locator("html")).hasAttribute("lang", "zh-Hant");
            visit.accessible();
            visit.picture("notice");

            visit.at("language").selectOption("en");
            assertThat(visit.page.locator("html")).hasAttribute("lang", "en");
            visit.at("consent-greeting").check();
            visit.at("start-chat").click();
            assertThat(visit.page.locator("cf-chat[data-line=open]")).hasCount(1);
            people.say(visit, "Hello, I am looking for a present");
            visit.accessible();
            visit.picture("begun");
        }
    }

    @ParameterizedTest
    @EnumSource
    void chat_goesOnWithoutLossOrDoubling_afterTheLineWasGone(Screen screen) {
        try (Visit visit = people.chat(screen, "en-GB")) {
            people.say(visit, "before");
            visit.context().setOffline(true);
            visit.at("composer").fill("written while away");
            visit.at("send").click();
            assertThat(visit.page.locator("[data-state=waiting]")).hasCount(1);
            visit.picture("offline");
            visit.context().setOffline(false);
            assertThat(people.message(visit, "client", "written while away")).hasCount(1);
            visit.page.reload();
            assertThat(people.message(visit, "client", "before")).hasCount(1);
            assertThat(people.message(visit, "client", "written while away")).hasCount(1);
            // The browser reports each try that found no network.
            visit.expected("ERR_INTERNET_DISCONNECTED");
            visit.expected("WebSocket");
        }
    }
}
