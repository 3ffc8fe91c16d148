package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a breach, the officer lists whose data one concierge saw, without seeing any. */
class ExposureWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void officer_listsWhoseDataAConciergeSaw(Screen screen) {
        Guest client = people.guest(Lang.EN, Purpose.PERSONALISATION);
        people.tagged(client, "likes", "orchids-of-" + screen, Purpose.PERSONALISATION);
        OpenHouse.done(house.running.rooms().tagging().card(people.desk(), client.client()));
        String pseudonym = house.running.rooms().auditing().pseudonym(client.client());
        String today =
                LocalDate.now(house.clock.withZone(ZoneId.of("Asia/Taipei"))).toString();
        try (Visit officer = people.officer(screen)) {
            officer.at("exposure-who")
                    .selectOption("concierge/" + people.concierge().id());
            officer.at("exposure-from").fill(today);
            officer.at("exposure-to").fill(today);
            Locator row = officer.at("exposure")
                    .locator("tr")
                    .filter(new Locator.FilterOptions().setHasText(pseudonym.substring(0, 12)));
            // What was just read stands in the log a moment later.
            officer.page.waitForCondition(() -> {
                // Each question takes the place of the one before: the next is for when it was answered.
                officer.page.waitForResponse(
                        answer -> answer.url().contains("/audit/exposure/"),
                        () -> officer.at("exposure-show").click());
                return row.count() > 0;
            });
            assertThat(row).containsText("Likes");
            assertThat(officer.at("exposure-sum")).containsText("Clients: ");
            assertThat(officer.page.locator("body")).not().containsText("orchids-of-" + screen);
            officer.at("exposure-sum").scrollIntoViewIfNeeded();
            officer.accessible();
            officer.picture("exposure");

            officer.at("conduct-show").click();
            Locator day = officer.at("conduct")
                    .locator("tr[data-concierge=\"" + people.concierge().id() + "\"]")
                    .first();
            assertThat(day).containsText(today);
            assertThat(day).containsText(people.concierge().displayName());
            officer.at("conduct").scrollIntoViewIfNeeded();
            officer.accessible();
            officer.picture("conduct");
        }
    }
}
