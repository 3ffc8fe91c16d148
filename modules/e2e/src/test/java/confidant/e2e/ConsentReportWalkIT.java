package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The officer asks how consents stood on a day, and which end soon. */
class ConsentReportWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void officer_seesHowConsentsStood_andWhichEndSoon(Screen screen) {
        people.guest(Lang.EN, Purpose.GREETING);
        try (Visit officer = people.officer(screen)) {
            officer.at("pseudonyms")
                    .locator("tr:has(.badge[data-status=given]) button")
                    .first()
                    .click();
            LocalDate today = LocalDate.now(house.clock.withZone(HouseClock.TAIPEI));
            officer.at("standing-date").fill(today.minusYears(20).toString());
            officer.at("standing-show").click();
            assertThat(officer.at("history")).containsText("No step had been taken by then");
            officer.at("standing-date").fill(today.toString());
            officer.at("standing-show").click();
            assertThat(officer.at("standing").locator("tr[data-status=given]").first())
                    .isVisible();
            officer.at("standing").scrollIntoViewIfNeeded();
            officer.picture("standing");
            officer.at("ending-days").selectOption("1095");
            officer.at("ending-show").click();
            Locator ending = officer.at("ending");
            assertThat(ending).isVisible();
            officer.accessible();
            ending.scrollIntoViewIfNeeded();
            officer.picture("ending");
        }
    }
}
