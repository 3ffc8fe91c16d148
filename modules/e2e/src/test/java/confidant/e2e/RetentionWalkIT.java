package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The officer sees beforehand what will be taken away, why and when, and not what it says. */
class RetentionWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void officer_seesWhatWillBeTakenAway_withoutItsContent(Screen screen) {
        Guest client = people.guest(Lang.EN);
        String secret = "only-oysters-" + screen;
        OpenHouse.done(house.running
                .rooms()
                .tagging()
                .tag(people.desk(), client.client(), "dietary", Personal.of(secret), Purpose.SERVICE));
        String pseudonym = house.running.rooms().auditing().pseudonym(client.client());
        try (Visit officer = people.officer(screen)) {
            officer.at("retention-days").selectOption("1095");
            officer.at("retention-show").click();
            assertThat(officer.at("retention")).isVisible();
            Locator row = officer.at("retention")
                    .locator("tr")
                    .filter(new Locator.FilterOptions().setHasText(pseudonym.substring(0, 12)));
            // Two taps bring the next page once.
            while (row.count() == 0) {
                int before = officer.at("retention").locator("tr").count();
                officer.at("retention-more").dblclick();
                officer.page.waitForCondition(
                        () -> officer.at("retention").locator("tr").count() > before);
            }
            assertThat(row).containsText("scheduler-ends-tags");
            assertThat(row).containsText("730");
            assertThat(officer.page.locator("body")).not().containsText(secret);
            officer.at("retention").scrollIntoViewIfNeeded();
            officer.accessible();
            officer.picture("retention");
        }
    }
}
