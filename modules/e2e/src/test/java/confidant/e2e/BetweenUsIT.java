package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import confidant.core.Guest;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client says something between us, the concierge reads it, and the client takes it back. */
class BetweenUsIT {
    private static final Pattern ASIDE = Pattern.compile("\\baside\\b");

    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void words_betweenUs_areMarkedForBoth_andGoneWhenTakenBack(Screen screen) {
        String secret = "Just between us: I am leaving the bank in May.";
        try (Visit chat = people.chat(screen, "en-GB");
                Visit desk = people.desk(screen)) {
            people.say(chat, "Could I see the green coat on Friday?");
            people.say(chat, secret);
            assertThat(people.message(chat, "house", "The assistant does not read it"))
                    .isVisible();
            Locator own = people.message(chat, "client", "leaving the bank");
            assertThat(own).hasClass(ASIDE);
            assertThat(own.locator(".between")).containsText("reads this");
            chat.accessible();
            chat.picture("chat");

            Guest client = people.lastWriter();
            Locator pane = people.open(desk, client);
            Locator read = people.message(pane, "client", "leaving the bank");
            assertThat(read).hasClass(ASIDE);
            assertThat(read.locator(".between")).hasText("Between us");
            assertThat(read.getByRole(AriaRole.BUTTON)).hasCount(0);
            assertThat(read.locator("p")).hasCSS("user-select", "none");
            assertThat(people.message(pane, "client", "green coat")).not().hasClass(ASIDE);
            people.card(desk, screen);
            assertThat(desk.at("brief")).containsText("green coat");
            assertThat(desk.at("brief")).not().containsText("leaving the bank");
            desk.accessible();
            desk.picture("desk-card");
            desk.closeDialogs();
            desk.picture("desk");

            people.say(chat, "take back between us");
            assertThat(people.message(chat, "house", "is off")).isVisible();
            desk.page.reload();
            Locator again = people.open(desk, client);
            assertThat(again.getByText("taken back or over"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
            assertThat(again.getByText("leaving the bank")).hasCount(0);
            assertThat(people.message(again, "client", "green coat")).isVisible();
            desk.accessible();
            desk.picture("taken-back");
        }
    }
}
