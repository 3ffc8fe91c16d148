package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.model.Lang;
import confidant.model.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The officer sees beforehand what will be taken away, why and when, and not what it says. */
class RetentionWalkIT {
    private static final int PAGE = 50;

    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void officer_seesWhatWillBeTakenAway_withoutItsContent(Screen screen) {
        Guest client = people.guest(Lang.EN, Purpose.TRIP);
        String secret = "only-to-lisbon-" + screen;
        people.tagged(client, "travel-plan", secret, Purpose.TRIP);
        String pseudonym = house.running.rooms().auditing().pseudonym(client.client());
        try (Visit officer = people.officer(screen)) {
            Locator rows = officer.at("retention").locator("tbody tr");
            officer.at("retention-days").selectOption("1095");
            officer.at("retention-show").click();
            assertThat(rows).hasCount(PAGE);
            // Two taps bring the next page once.
            officer.at("retention-more").dblclick();
            assertThat(rows).hasCount(2 * PAGE);

            // What is due within a year stands first, among so much of others that it may take another page.
            Locator row = rows.filter(new Locator.FilterOptions().setHasText(pseudonym.substring(0, 12)));
            while (row.count() == 0) {
                int before = rows.count();
                officer.at("retention-more").click();
                officer.page.waitForCondition(() -> rows.count() > before);
            }
            assertThat(row).containsText("scheduler-ends-tags");
            assertThat(row).containsText("365");
            assertThat(officer.page.locator("body")).not().containsText(secret);
            officer.at("retention").scrollIntoViewIfNeeded();
            officer.accessible();
            officer.picture("retention");

            officer.at("old-messages-show").click();
            assertThat(officer.at("old-messages-looked")).isVisible();
            assertThat(officer.page.getByText("No message ends within this time"))
                    .isVisible();
            officer.at("old-messages-days").selectOption("1095");
            officer.at("old-messages-show").click();
            assertThat(officer.at("old-messages").locator("tbody tr").first()).containsText("scheduler-ends-messages");
            officer.at("old-messages").scrollIntoViewIfNeeded();
            officer.accessible();
            officer.picture("old-messages");

            officer.at("silent-clients-show").click();
            assertThat(officer.at("silent-clients-looked")).isVisible();
            assertThat(officer.page.getByText("No client is over within this time"))
                    .isVisible();
            officer.at("silent-clients-days").selectOption("1095");
            officer.at("silent-clients-show").click();
            assertThat(officer.at("silent-clients").locator("tbody tr").first()).containsText("scheduler-ends-clients");
            officer.at("silent-clients").scrollIntoViewIfNeeded();
            officer.accessible();
            officer.picture("silent-clients");
        }
    }
}
